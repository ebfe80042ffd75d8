"""What is asked of the print centre."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from trainer_app.documents.attendance_rows import Detail
from trainer_app.documents.handout import Format
from trainer_app.documents.papers import Paper
from trainer_app.domain.attendance import TrainingHead
from trainer_app.domain.checklists import Checklist
from trainer_app.domain.letters import LetterKind, LetterWords
from trainer_app.domain.printed import NOBODY, Holder
from trainer_app.domain.scores import Phase, Way
from trainer_app.ui.screens.print_centre.kinds import Kind
from trainer_app.ui.work import Work


@dataclass(frozen=True, slots=True)
class Order:
    """A filled-in form. `subject` is the unit, module, training or group; `day` the number of a session."""

    kind: Kind
    subject: UUID | None
    language: str
    form: Format = Format.A4
    copies: int = 1
    day: int = 1
    whole_phones: bool = False
    second: str = ""
    """Of a paper in two languages."""
    others: tuple[tuple[str, int], ...] = ()
    """Further languages in the same job, with the copies of each."""
    by_hand: bool = False
    three_boxes: bool = False
    test: str = "A"
    phase: Phase = Phase.PRE
    reading: bool = True
    holder: Holder = NOBODY
    in_two: bool = False
    """Whether a certificate is in the second language too."""
    score: bool = False
    """Whether a certificate tells the points of the last test."""
    signature: bool = True
    """Whether a list has room to sign."""
    also: str = ""
    """Second language of the labels of a list."""
    donor: str = ""
    """Whose columns a list has; the usual ones when empty."""
    grey: bool = False
    """Logos for a photocopier."""
    letter: LetterKind = LetterKind.NOTICE
    person: UUID | None = None
    """Of the register; None for all of them."""
    letter_words: LetterWords | None = None
    """As somebody changed them; None for those that are proposed."""
    code_only: bool = False
    """Answer sheets with the number of the register, and without the name."""
    way: Way = Way.CARDS
    """How a room answers."""
    checklist: Checklist = Checklist.TEACH_BACK

    @property
    def unmasked(self) -> frozenset[str]:
        return frozenset({Detail.PHONE} if self.whole_phones else ())

    def inked(self, head: TrainingHead) -> TrainingHead:
        """With the logos as the printer can print them."""
        return replace(head, letterhead=replace(head.letterhead, in_grey=self.grey))


Make = Callable[[Work, Order, date], Paper | str]
