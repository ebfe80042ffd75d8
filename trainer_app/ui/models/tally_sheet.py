"""What a whole room answered, question by question: so many right of so many asked, women and men apart."""

from __future__ import annotations

import re
from enum import IntEnum

from PySide6.QtCore import QObject, Signal

from trainer_app.documents import score_words
from trainer_app.domain.answers import ItemTally, Tally, TallySheet
from trainer_app.domain.people import Sex
from trainer_app.i18n import N_, _, pgettext, screen
from trainer_app.ui.models.entry import EntryModel, Refused

TYPED = re.compile(r"(\d{1,5})(?:\s*[/:\s]\s*(\d{1,5}))?")


class TallyCol(IntEnum):
    NUMBER = 0
    QUESTION = 1
    WOMEN = 2
    MEN = 3
    TOGETHER = 4
    SHARE = 5


SEXES = {TallyCol.WOMEN: Sex.FEMALE, TallyCol.MEN: Sex.MALE, TallyCol.TOGETHER: Sex.UNKNOWN}
TITLES = {
    TallyCol.QUESTION: N_("Question"),
    TallyCol.WOMEN: N_("Women"),
    TallyCol.MEN: N_("Men"),
    TallyCol.TOGETHER: N_("Not apart"),
    TallyCol.SHARE: N_("Right"),
}


def shown(tally: Tally | None) -> str:
    return f"{tally.right}/{tally.asked}" if tally else ""


class TallyModel(EntryModel):
    """`18/24` is typed: 18 right of 24. `18` alone takes the number asked from the question above."""

    COLUMNS = len(TallyCol)
    ENTERED = frozenset(SEXES)
    AT_LEFT = frozenset({TallyCol.QUESTION})

    tallied = Signal(object, object, object)  # the question, the Sex, the Tally or None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet: TallySheet | None = None

    @property
    def lines(self) -> tuple[ItemTally, ...]:
        return tuple(self._lines)  # type: ignore[arg-type]

    def show_sheet(self, sheet: TallySheet) -> None:
        self.sheet = sheet
        self.show_lines(sheet.lines, [line.question.item_id for line in sheet.lines])

    def next_empty(self) -> tuple[int, int]:
        """The first question that nobody was asked."""
        return next((row for row, line in enumerate(self.lines) if not line.all.asked), 0), TallyCol.WOMEN

    def title(self, column: int) -> str:
        if column == TallyCol.NUMBER:
            return pgettext("number in the register", "No")
        return _(TITLES[TallyCol(column)])

    def key(self, row: int) -> object:
        return self.lines[row].question.item_id

    def name(self, row: int) -> str:
        question = self.lines[row].question
        return _("Question {number}").format(number=question.number)

    def words(self, row: int, column: int) -> str:
        line = self.lines[row]
        match TallyCol(column):
            case TallyCol.NUMBER:
                return str(line.question.number)
            case TallyCol.QUESTION:
                return line.question.words
            case TallyCol.SHARE:
                share = line.all.share
                return "" if share is None else screen().percent(share)
        return shown(line.by_sex.get(SEXES[TallyCol(column)]))

    def tip(self, row: int, column: int) -> str:
        return self.lines[row].question.words if column == TallyCol.QUESTION else ""

    def said(self, row: int, column: int) -> str:
        line = self.lines[row]
        if column in SEXES:
            tally = line.by_sex.get(SEXES[TallyCol(column)])
            return _("{right} right of {asked}").format(right=tally.right, asked=tally.asked) if tally else ""
        return score_words.tally_words(line.all, screen()) if column == TallyCol.SHARE else self.words(row, column)

    def read(self, row: int, column: int, text: str) -> Tally | None:
        if not text:
            return None
        found = TYPED.fullmatch(text)
        if found is None:
            raise Refused(_("Write like 18/24: 18 right of 24 who were asked."))
        right = int(found[1])
        asked = int(found[2]) if found[2] else self._asked_above(row, column)
        if asked is None:
            raise Refused(_("Write like 18/24: 18 right of 24 who were asked. Below, 18 alone is enough."))
        if right > asked:
            raise Refused(_("Not more can be right than were asked."))
        return Tally(right, asked)

    def is_kept(self, row: int, column: int, value: object) -> bool:
        return self.lines[row].by_sex.get(SEXES[TallyCol(column)]) == value

    def keep(self, row: int, column: int, value: object) -> None:
        self.tallied.emit(self.key(row), SEXES[TallyCol(column)], value)

    def _asked_above(self, row: int, column: int) -> int | None:
        """How many were asked this question before, or else the nearest question above."""
        sex = SEXES[TallyCol(column)]
        lines = [self.lines[row], *reversed(self.lines[:row])]
        return next((line.by_sex[sex].asked for line in lines if sex in line.by_sex), None)
