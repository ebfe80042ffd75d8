"""What somebody who checks a certificate is told, in one sentence: on screen and by command."""

from __future__ import annotations

from trainer_app.domain.certificates import Statement, hours
from trainer_app.domain.verifying import Checked, Verdict
from trainer_app.i18n import Catalog


def sentence(told: Checked, t: Catalog) -> str:
    """Whether the certificate holds, and why not."""
    match told.verdict:
        case Verdict.GENUINE if told.is_listed:
            return t.gettext("Genuine: signed by {office}, and not withdrawn.").format(office=_office(told))
        case Verdict.GENUINE:
            words = t.gettext(
                "Genuine: signed by {office}. Its list is not on this laptop: ask the office whether it was withdrawn."
            )
            return words.format(office=_office(told))
        case Verdict.ALTERED if told.missing:
            words = t.gettext("Altered: the office signed {words}, and the page says something else.")
            return words.format(words=", ".join(f"“{missing}”" for missing in told.missing))
        case Verdict.ALTERED:
            return t.gettext("Altered: this is not what the office signed.")
        case Verdict.UNKNOWN_OFFICE:
            words = t.gettext("Not known: no office of this programme has the key {fingerprint}.")
            return words.format(fingerprint=told.fingerprint)
        case Verdict.WITHDRAWN:
            return _withdrawn(told, t)
        case Verdict.REPLACED:
            words = t.gettext("Replaced: the office issued this certificate anew on {date}.")
            return words.format(date=t.date(told.on_day) if told.on_day else "?")
        case Verdict.SAMPLE:
            return t.gettext("Sample: made to try the program out. It certifies nothing.")
        case Verdict.NOT_READ:
            return t.gettext(
                "Not read: the page is a picture. Read its square with a telephone and paste what it says."
            )
        case Verdict.NOT_A_CERTIFICATE:
            return t.gettext("Not a certificate: nothing here was signed.")


def _withdrawn(told: Checked, t: Catalog) -> str:
    if told.on_day is None:
        return t.gettext("Withdrawn: the office took back that it was issued.")
    words = t.gettext("Withdrawn on {date}. Reason: {reason}")
    return words.format(date=t.date(told.on_day), reason=told.reason)


def signed(statement: Statement, t: Catalog) -> str:
    """What was signed, to be compared with the paper."""
    words = t.gettext("{name}, training {training}, {hours}, {share} of the sessions, {first} to {last}, No {number}")
    return words.format(
        name=statement.name,
        training=" ".join(filter(None, (statement.training, statement.module))),
        hours=hours(statement.minutes),
        share=t.percent(statement.share / 100),
        first=t.date(statement.first),
        last=t.date(statement.last),
        number=statement.number,
    )


def _office(told: Checked) -> str:
    return told.statement.office if told.statement else ""
