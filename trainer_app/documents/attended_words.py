"""What counts as attended, in a sentence: it stands beside each figure that follows from it, on screen and paper."""

from __future__ import annotations

from trainer_app.domain.rules import Attended
from trainer_app.i18n import Catalog


def attended_words(rule: Attended, t: Catalog, *, of_training: bool = False) -> str:
    """`Attended: present or late. Excused sessions are not expected.`; `of_training` adds the share of the sessions."""
    parts = [t.gettext("Attended: present or late.") if rule.late_counts else t.gettext("Attended: present, not late.")]
    if rule.least_minutes:
        short = t.ngettext(
            "Who stayed less than {count} minute did not attend.",
            "Who stayed less than {count} minutes did not attend.",
            rule.least_minutes,
        )
        parts.append(short.format(count=rule.least_minutes))
    if rule.excused_is_expected:
        parts.append(t.gettext("An excused session counts as missed."))
    else:
        parts.append(t.gettext("An excused session is not expected."))
    if of_training:
        share = t.gettext("A training is attended from {share} of its sessions on.")
        parts.append(share.format(share=t.percent(rule.share_of_sessions)))
    return " ".join(parts)


def came_heading(rule: Attended, t: Catalog) -> str:
    """What stands above counts of people who attended."""
    return t.gettext("Came (present or late)") if rule.late_counts else t.gettext("Came (present, not late)")
