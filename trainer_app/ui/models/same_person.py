"""How two entries are compared on screen: the words of each reason, and a row for each thing that both may have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from trainer_app.domain.comparing import Side, SideBySide
from trainer_app.domain.likeness import Level, Likeness, Reason, Why
from trainer_app.domain.people import masked_id, shown_phone
from trainer_app.i18n import N_, _, screen
from trainer_app.services.likeness import Alike
from trainer_app.services.merging import MergedLine
from trainer_app.ui.models.languages import SPOKEN
from trainer_app.ui.models.people import SCHOOLINGS, sex_word
from trainer_app.ui.models.table import CENTRE, Column

LEVELS = {Level.SURE: N_("Sure"), Level.LIKELY: N_("Likely"), Level.POSSIBLE: N_("Possible")}
STARS = {Level.SURE: "●●●", Level.LIKELY: "●●○", Level.POSSIBLE: "●○○"}
REASONS = {
    Why.SAME_CARD: N_("the same identity card"),
    Why.CARD_SLIP: N_("identity cards that differ in one digit"),
    Why.OTHER_CARD: N_("another card number, as a new card has"),
    Why.SAME_PHONE: N_("the same telephone number"),
    Why.PHONE_SLIP: N_("telephone numbers that differ in one digit"),
    Why.OTHER_PHONE: N_("another telephone number"),
    Why.SAME_NAME: N_("the same names"),
    Why.NAME_ORDER: N_("the same names in another order"),
    Why.NAME_SOUND: N_("names that sound alike: {one}, {other}"),
    Why.NAME_SLIP: N_("a name with a slip of the hand: {one}, {other}"),
    Why.NAME_INITIAL: N_("an initial in place of a name: {one}, {other}"),
    Why.NAME_SHORTER: N_("one name more: {name}"),
    Why.NAME_DIFFERS: N_("different names: {one}, {other}"),
    Why.COMMON_NAME: N_("a name that many people have"),
    Why.SAME_BIRTHDAY: N_("the same date of birth"),
    Why.SAME_BIRTH_YEAR: N_("the same year of birth"),
    Why.NEAR_BIRTH: N_("nearly the same birth: {one}, {other}"),
    Why.OTHER_BIRTH: N_("born in different years: {one}, {other}"),
    Why.SAME_VILLAGE: N_("the same village"),
    Why.SAME_PLACE: N_("the same place"),
    Why.OTHER_PLACE: N_("far apart"),
    Why.SAME_GROUP: N_("the same group"),
    Why.OTHER_SEX: N_("sex differs"),
    Why.BOTH_PRESENT: N_("both present at the same hour on {day}"),
}
TWO = ("one", "other")
A_NAME = 3  # letters that one name is longer: the other has an initial, or lacks a word
FIELDS = {Why.NAME_SHORTER: ("name",), Why.BOTH_PRESENT: ("day",)}
FOR, AGAINST = "✓", "✕"
CHOSEN, LEFT_OUT = "●", "○"
SAME, DIFFERENT, ONLY_ONE, BOTH_STAY = "=", "≠", "→", "+"


def reason_words(reason: Reason) -> str:
    """Days come as they are kept, and are shown as days."""
    told = zip(FIELDS.get(reason.code, TWO), reason.values, strict=False)
    return _(REASONS[reason.code]).format(**{name: _value(reason, value) for name, value in told})


def _value(reason: Reason, value: str) -> str:
    if reason.code in (Why.NEAR_BIRTH, Why.BOTH_PRESENT) and value.count("-") == 2:
        year, month, day = value.split("-")
        return f"{day}/{month}/{year}"
    return value


def reasons(likeness: Likeness, speak_for: bool) -> list[str]:
    """In words, the strongest first: those that speak for one person, or those that speak against it."""
    mark = FOR if speak_for else AGAINST
    found = (reason for reason in likeness.reasons if (reason.bits > 0) == speak_for and _counts(reason))
    return [f"{mark} {reason_words(reason)}" for reason in found]


def _counts(reason: Reason) -> bool:
    """A common name weighs nothing by itself and is worth saying; what weighs nothing else is not."""
    return reason.bits != 0 or reason.code is Why.COMMON_NAME


def level_words(two: Alike) -> str:
    return f"{STARS[two.likeness.level]} {_(LEVELS[two.likeness.level])}"


PROPOSED: tuple[Column[Alike], ...] = (
    Column(
        N_("Two entries"),
        lambda two: two.first,
        spoken=lambda two: f"{two.first} · {two.second}",
        tip=lambda two: "\n".join((two.first, two.second, *reasons(two.likeness, True), *reasons(two.likeness, False))),
        stretch=True,
    ),
    Column(
        N_("How sure"),
        lambda two: STARS[two.likeness.level],
        sort=lambda two: -two.likeness.bits,
        spoken=lambda two: _(LEVELS[two.likeness.level]),
        tip=level_words,
        align=CENTRE,
        sample="●●● 0",
    ),
)
MERGED: tuple[Column[MergedLine], ...] = (
    Column(N_("Person"), lambda line: line.kept, stretch=True),
    Column(N_("Was also written down as"), lambda line: line.other, sample="MUKANDAYISENGA Immaculée"),
    Column(N_("Day"), lambda line: screen().date(line.decided_on), sample="00/00/0000 0"),
)


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One thing about both. `values` are what is written for each side when it is chosen: field > value."""

    key: str
    title: str
    first: str
    second: str
    takes_first: bool = True
    first_values: dict[str, Any] = field(default_factory=dict)
    second_values: dict[str, Any] = field(default_factory=dict)
    history: bool = False

    @property
    def is_choice(self) -> bool:
        return not self.history and self.first != self.second

    @property
    def values(self) -> dict[str, Any]:
        return self.first_values if self.takes_first else self.second_values

    def taking(self, first: bool) -> FieldRow:
        return replace(self, takes_first=first) if self.is_choice else self

    @property
    def sign(self) -> str:
        if self.history:
            return BOTH_STAY
        if self.first == self.second:
            return SAME
        return DIFFERENT if self.first and self.second else ONLY_ONE

    @property
    def sign_words(self) -> str:
        words = {SAME: _("the same"), DIFFERENT: _("different"), ONLY_ONE: _("only one side has it")}
        return words.get(self.sign, _("both stay"))

    def shown(self, first: bool) -> str:
        words = self.first if first else self.second
        if not self.is_choice:
            return words
        return f"{CHOSEN if self.takes_first == first else LEFT_OUT} {words or '–'}"

    def spoken(self, first: bool) -> str:
        words = (self.first if first else self.second) or _("empty")
        if self.is_choice and self.takes_first == first:
            return _("{value}, is kept").format(value=words)
        return words


FIELD_ROWS: tuple[Column[FieldRow], ...] = (
    Column("", lambda row: row.title, sample="Identity card number"),
    Column(N_("First entry"), lambda row: row.shown(True), spoken=lambda row: row.spoken(True), stretch=True),
    Column(
        "",
        lambda row: row.sign,
        spoken=lambda row: row.sign_words,
        tip=lambda row: row.sign_words,
        align=CENTRE,
        sample="≠ 00",
    ),
    Column(N_("Second entry"), lambda row: row.shown(False), spoken=lambda row: row.spoken(False), stretch=True),
)
FIRST_COLUMN, SECOND_COLUMN = 1, 3


def rows(found: SideBySide) -> tuple[FieldRow, ...]:
    """What differs first, then what is the same; then the history, of which both stay."""
    fields = [_settled(row, found) for row in _fields(found.first, found.second) if row.first or row.second]
    ordered = sorted(fields, key=lambda row: not row.is_choice)
    return (*ordered, *_history(found.first, found.second))


def chosen_values(all_rows: Iterable[FieldRow]) -> dict[str, Any]:
    """What the kept person will have, by field."""
    found: dict[str, Any] = {}
    for row in all_rows:
        if not row.history:
            found |= row.values
    return found


def _settled(row: FieldRow, found: SideBySide) -> FieldRow:
    """To begin with the kept entry's value is chosen; the other's where it has none, or only a part of the name."""
    kept_is_first = found.kept is found.first
    kept, other = (row.first, row.second) if kept_is_first else (row.second, row.first)
    is_short = row.key == "name" and len(other) - len(kept) >= A_NAME
    takes_other = is_short or (bool(other) and not kept)
    return replace(row, takes_first=kept_is_first != takes_other)


def _fields(first: Side, second: Side) -> Iterable[FieldRow]:
    a, b = first.card.form, second.card.form

    def row(key: str, title: str, words: tuple[str, str], *names: str) -> FieldRow:
        values = [{name: getattr(form, name) for name in names} for form in (a, b)]
        return FieldRow(key, title, *words, first_values=values[0], second_values=values[1])

    yield row("name", _("Name"), (a.name, b.name), "name", "family", "given")
    yield row("sex", _("Sex"), (sex_word(a.sex), sex_word(b.sex)), "sex")
    yield row("birth", _("Born"), (_born(first), _born(second)), "birth_year", "birth_date")
    yield row("phone", _("Phone"), (shown_phone(a.phone), shown_phone(b.phone)), "phone")
    cards = masked_id(a.national_id), masked_id(b.national_id)
    same_end = a.national_id != b.national_id and cards[0] == cards[1]
    words = (a.national_id, b.national_id) if same_end else cards
    yield row("card", _("National ID"), words, "national_id")
    yield row("place", _("Place"), (first.card.place, second.card.place), "place_id")
    yield row("village", _("Village"), (a.village, b.village), "village")
    yield row("occupation", _("Occupation"), (a.occupation, b.occupation), "occupation")
    yield row("schooling", _("Schooling"), (_schooling(a.schooling), _schooling(b.schooling)), "schooling")
    yield row("language", _("Language"), (_language(a.language), _language(b.language)), "language")
    yield row("note", _("Note"), (a.note, b.note), "note")


def _history(first: Side, second: Side) -> Iterable[FieldRow]:
    groups = _both({line.group_id: (line.group, line.role) for line in first.card.memberships},
                   {line.group_id: (line.group, line.role) for line in second.card.memberships})  # fmt: skip
    for key, title, here, there in groups:
        yield FieldRow(f"group/{key}", title, here and "✓", there and "✓", history=True)
    trainings = _both({line.training_id: (line.title, _sessions(line)) for line in first.card.trainings},
                      {line.training_id: (line.title, _sessions(line)) for line in second.card.trainings})  # fmt: skip
    for key, title, here, there in trainings:
        yield FieldRow(f"training/{key}", title, here, there, history=True)


def _both(here: dict[Any, tuple[str, str]], there: dict[Any, tuple[str, str]]) -> Iterable[tuple[Any, str, str, str]]:
    for key in dict.fromkeys((*here, *there)):
        title = (here.get(key) or there[key])[0]
        yield key, title, here.get(key, ("", ""))[1], there.get(key, ("", ""))[1]


def _sessions(line: Any) -> str:  # noqa: ANN401
    return _("{attended} of {sessions} sessions").format(attended=line.attended, sessions=line.sessions)


def _born(side: Side) -> str:
    form = side.card.form
    return screen().date(form.birth_date) if form.birth_date else str(form.birth_year or "")


def _schooling(value: str) -> str:
    return _(dict(SCHOOLINGS).get(value, value)) if value else ""


def _language(value: str) -> str:
    return dict(SPOKEN).get(value, value)
