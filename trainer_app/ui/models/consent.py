"""The words of consent: how it stands, in which way it was given, and in which text."""

from __future__ import annotations

from trainer_app.domain.consent import GLYPHS, LIST_VERSION, Consented, ConsentLine, ConsentState, ConsentWay
from trainer_app.i18n import N_, _, pgettext, screen
from trainer_app.ui.models.languages import SPOKEN

STATES = {
    ConsentState.AGREED: N_("Have agreed"),
    ConsentState.WITHDRAWN: N_("Took it back"),
    ConsentState.NOT_ASKED: N_("Not asked yet"),
}
WAYS = {
    ConsentWay.SIGNED: N_("Signed the text"),
    ConsentWay.SAID: N_("Said yes before a witness"),
    ConsentWay.ON_LIST: N_("Signed a list that bears the sentence"),
    ConsentWay.BY_PARENT: N_("A parent or guardian agreed"),
}


def in_short(consented: Consented) -> str:
    """`✓ agreed`, for a narrow column."""
    words = {
        ConsentState.AGREED: pgettext("consent of a person", "agreed"),
        ConsentState.WITHDRAWN: pgettext("consent of a person", "taken back"),
        ConsentState.NOT_ASKED: pgettext("consent of a person", "not asked"),
    }
    return f"{GLYPHS[consented.state]} {words[consented.state]}"


def in_full(consented: Consented) -> str:
    """`✓ Agreed on 05/03/2026`"""
    day = screen().date(consented.day) if consented.day else ""
    words = {
        ConsentState.AGREED: _("Agreed on {day}").format(day=day),
        ConsentState.WITHDRAWN: _("Taken back on {day}").format(day=day),
        ConsentState.NOT_ASKED: _("Not asked yet"),
    }
    return f"{GLYPHS[consented.state]} {words[consented.state]}"


def version(words: str) -> str:
    """`text 1`; of a list, the sentence above its signatures."""
    return _("sentence on the list") if words == LIST_VERSION else _("text {version}").format(version=words)


def line_words(line: ConsentLine) -> tuple[str, str]:
    """One time that somebody agreed: what, and in which way, language and text."""
    form = line.form
    what = _("Agreed on {day}").format(day=screen().date(form.given_on))
    if line.withdrawn_on:
        back = _("Taken back on {day}").format(day=screen().date(line.withdrawn_on))
        what = f"{what} · {back}"
    language = dict(SPOKEN).get(form.language, form.language)
    how = " · ".join((_(WAYS[form.way]), language, version(form.text_version)))
    return what, "\n".join(part for part in (how, form.note) if part)
