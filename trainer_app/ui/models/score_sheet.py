"""The test results of a training on screen: before, after, later, and what was gained."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from trainer_app.domain.attendance import GLYPHS, LETTERS
from trainer_app.domain.scores import (
    ABSENT,
    Mark,
    Phase,
    ScoreLine,
    ScoreProblem,
    ScoreSheet,
    Standing,
    parse_score,
)
from trainer_app.domain.statuses import Status
from trainer_app.i18n import N_, _, pgettext, screen
from trainer_app.ui.models.entry import Entry, EntryModel, Refused

DID_NOT_SIT = "–"


class Col(IntEnum):
    NUMBER = 0
    NAME = 1
    FORM = 2
    PRE = 3
    POST = 4
    LATER = 5
    GAIN = 6
    BAR = 7


PHASES = {Col.PRE: Phase.PRE, Col.POST: Phase.POST, Col.LATER: Phase.LATER}
TITLES = {
    Col.NAME: N_("Name"),
    Col.FORM: N_("Form"),
    Col.PRE: N_("Pre-test"),
    Col.POST: N_("Post-test"),
    Col.LATER: N_("Later test"),
    Col.GAIN: N_("Gain"),
    Col.BAR: N_("From pre-test to post-test"),
}
PHASE_TITLES = {phase: TITLES[column] for column, phase in PHASES.items()}
Place = tuple[UUID, Phase]


def title_of(column: Col) -> str:
    return pgettext("number in the register", "No") if column is Col.NUMBER else _(TITLES[column])


def points(value: float) -> str:
    """`7`, `7.5` or, outside English, `7,5`."""
    return screen().number(value, 0 if value == int(value) else 1 if round(value * 10) == value * 10 else 2)


def signed(value: float) -> str:
    return f"+{points(value)}" if value > 0 else points(value)


def sentence(problem: ScoreProblem, maximum: float) -> str:
    """Why what was typed is no score."""
    match problem.args[0]:
        case "too_high":
            return _("The highest score is {maximum}.").format(maximum=points(maximum))
        case "negative":
            return _("A score is never less than 0.")
    return _("Write a number, - for somebody who did not sit the test, or a for somebody who was absent.")


def forms_words(line: ScoreLine, phases: Sequence[Phase]) -> str:
    """ "A → B": the forms of the tests that are shown; one letter where it is the same in all."""
    forms = [line.form(phase) for phase in phases]
    return forms[0] if len(set(forms)) == 1 else " → ".join(forms)


def mark_words(mark: Mark | None) -> str:
    if mark is None:
        return ""
    if mark.absent:
        return f"{GLYPHS[Status.ABSENT]} {LETTERS[Status.ABSENT]}"
    return DID_NOT_SIT if mark.value is None else points(mark.value)


def mark_said(mark: Mark | None) -> str:
    """For the ear."""
    if mark is not None and mark.standing is Standing.DID_NOT_SIT:
        return _("did not sit")
    return _("absent on the day of the test") if mark is not None and mark.absent else mark_words(mark)


class ScoreModel(EntryModel):
    """`scored` comes with what was typed; the later test is typed only while it is shown."""

    COLUMNS = len(Col)
    ENTERED = frozenset(PHASES)
    AT_LEFT = frozenset({Col.NAME, Col.FORM, Col.BAR})

    scored = Signal(object, object, object)  # the person, the Phase, the Mark or None
    many_scored = Signal(object)  # the same of several, as a tuple

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet: ScoreSheet | None = None
        self.phases: tuple[Phase, ...] = (Phase.PRE, Phase.POST)
        """Those that are shown."""

    @property
    def lines(self) -> tuple[ScoreLine, ...]:
        return tuple(self._lines)  # type: ignore[arg-type]

    @property
    def maximum(self) -> float:
        return self.sheet.maximum if self.sheet else 0.0

    def show_sheet(self, sheet: ScoreSheet) -> None:
        self.sheet = sheet
        self.show_lines(sheet.lines, [line.person_id for line in sheet.lines])

    def line_of(self, person_id: UUID) -> int | None:
        return self.row_of(person_id)

    def share(self, row: int, phase: Phase) -> float | None:
        """The score as a share of the points of its test."""
        mark = self.lines[row].mark(phase)
        if mark is None or mark.value is None or self.sheet is None:
            return None
        return mark.value / self.sheet.maximum_of(phase)

    def next_empty(self) -> tuple[int, Col]:
        """The first missing pre-test, else the first missing post-test; nobody waits for those who left."""
        for column, phase in PHASES.items():
            if phase in self.phases:
                for number, line in enumerate(self.lines):
                    if line.mark(phase) is None and not line.left:
                        return number, column
        return 0, Col.PRE

    def title(self, column: int) -> str:
        return title_of(Col(column))

    def key(self, row: int) -> UUID:
        return self.lines[row].person_id

    def name(self, row: int) -> str:
        return self.lines[row].name

    def words(self, row: int, column: int) -> str:
        line = self.lines[row]
        match Col(column):
            case Col.NUMBER:
                return line.number
            case Col.NAME:
                return _("{name} (left)").format(name=line.name) if line.left else line.name
            case Col.FORM:
                return forms_words(line, self.phases)
            case Col.GAIN:
                return "" if line.gain is None else signed(line.gain)
            case Col.BAR:
                return ""
        return mark_words(line.mark(PHASES[Col(column)]))

    def typed(self, row: int, column: int) -> str:
        found = self.lines[row].mark(PHASES[Col(column)]) if column in PHASES else None
        return ABSENT if found is not None and found.absent else self.words(row, column)

    def said(self, row: int, column: int) -> str:
        line = self.lines[row]
        if column in PHASES:
            return mark_said(line.mark(PHASES[Col(column)]))
        if column == Col.BAR:
            ends = {"pre": mark_words(line.pre) or "?", "post": mark_words(line.post) or "?"}
            return _("from {pre} to {post}").format(**ends)
        return self.words(row, column)

    def read(self, row: int, column: int, text: str) -> Mark | None:
        assert self.sheet is not None
        maximum = self.sheet.maximum_of(PHASES[Col(column)])
        try:
            return parse_score(text, maximum)
        except ScoreProblem as problem:
            raise Refused(sentence(problem, maximum)) from problem

    def is_kept(self, row: int, column: int, value: object) -> bool:
        return value == self.lines[row].mark(PHASES[Col(column)])

    def keep(self, row: int, column: int, value: object) -> None:
        self.scored.emit(self.key(row), PHASES[Col(column)], value)

    def keep_many(self, entries: Sequence[Entry]) -> None:
        if entries:
            self.many_scored.emit(tuple((self.key(row), PHASES[Col(column)], value) for row, column, value in entries))
