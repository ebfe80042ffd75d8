"""The history of a record in words: what was done, when and by whom, and what it changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from trainer_app.domain.people import Sex, shown_phone
from trainer_app.i18n import N_, _, screen
from trainer_app.services.history import HistoryLine
from trainer_app.ui.models.people import sex_word

PERSON_FIELDS = {
    "name": N_("Name"),
    "sex": N_("Sex"),
    "birth_year": N_("Year of birth"),
    "birth_date": N_("Date of birth"),
    "phone": N_("Phone"),
    "occupation": N_("Occupation"),
    "village": N_("Village"),
    "note": N_("Note"),
}


@dataclass(frozen=True, slots=True)
class Deed:
    """One gesture: its words, a line that says when and who, and what it changed, a field a line."""

    what: str
    when: str
    changes: tuple[str, ...]


def deeds(lines: Iterable[HistoryLine], fields: Mapping[str, str] = PERSON_FIELDS) -> tuple[Deed, ...]:
    """The lines of each gesture together, in the order given."""
    gestures = groupby(lines, key=lambda line: (line.when, line.who, line.label, line.undoes))
    return tuple(_deed(when, who, tuple(parts), fields) for (when, who, _what, _undoes), parts in gestures)


def _deed(when: datetime, who: str, parts: tuple[HistoryLine, ...], fields: Mapping[str, str]) -> Deed:
    first = parts[0]
    words = first.label.words(screen())
    what = _("Undone: {what}").format(what=words) if first.undoes else words
    moment = _("{day} at {time}").format(day=screen().date(when), time=f"{when:%H:%M}")
    return Deed(what, f"{moment} · {who}" if who else moment, tuple(_changes(parts, fields)))


def _changes(parts: tuple[HistoryLine, ...], fields: Mapping[str, str]) -> Iterable[str]:
    for line in parts:
        if line.field in fields and line.before is not None:
            before, after = _said(line.field, line.before), _said(line.field, line.after)
            yield _("{field}: {before} → {after}").format(field=_(fields[line.field]), before=before, after=after)


def _said(field: str, value: object) -> str:
    if value is None or value == "":
        return _("empty")
    if field == "phone":
        return shown_phone(str(value))
    if field == "sex":
        return sex_word(Sex(str(value)))
    if field == "birth_date":
        return screen().date(date.fromisoformat(str(value)))
    return str(value)
