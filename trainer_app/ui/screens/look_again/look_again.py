"""For the coordinator: lists that are worth a second look, and people drawn to be called back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.documents import papers
from trainer_app.documents.attendance_rows import Detail
from trainer_app.documents.papers import Paper
from trainer_app.domain.integrity import CheckOutcome, Flag
from trainer_app.domain.spot_checks import Check, CheckLine
from trainer_app.i18n import N_, Label, _, ngettext, screen
from trainer_app.services import integrity, spot_checks
from trainer_app.ui import theme
from trainer_app.ui.dialogs import flag_answer, looks_again_rule, spot_check
from trainer_app.ui.making import Maker
from trainer_app.ui.screens.base import Screen
from trainer_app.ui.screens.look_again.checks_view import ChecksView
from trainer_app.ui.screens.look_again.flags_view import FlagsView
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.choice import Segments
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

FLAGS, CHECKS = "flags", "checks"


def language_of_screen() -> str:
    return screen().language


class LookAgain(Screen):
    """`pgLookAgain`. `arrive` takes a training, to show only what is about it, or "checks"."""

    TITLE = N_("Lists to look at again")
    HELP = "look_again"
    WATCHES: ClassVar[frozenset[str]] = frozenset(
        {"mark", "enrolment", "training", "training_session", "training_trainer", "person", "flag_answer", "rule"}
        | {"spot_check", "spot_check_line"}
    )

    def __init__(
        self,
        work: Work,
        today: Callable[[], date] = date.today,
        language: Callable[[], str] = language_of_screen,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(work, parent)
        self.setObjectName("pgLookAgain")
        self._today, self._language = today, language
        self._training: UUID | None = None
        self.parts: Segments[str] = Segments(
            self, "segLookAgain", [(FLAGS, N_("Lists to look at again")), (CHECKS, N_("Spot checks"))]
        )
        self.count = label(self, "muted", "lblFlags", wrap=False)
        self.all = button(self, "btnAllTrainings", kind="link")
        self.rule = button(self, "btnLooksAgain", "settings", kind="quiet")
        self.flags, self.checks = FlagsView(self), ChecksView(self)
        self.maker = Maker(work, self, today)
        self.progress = ProgressLine(self)
        self.pages = QStackedWidget(self)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def KEYS(self) -> str:  # type: ignore[override]
        if self.parts.value == FLAGS:
            return N_("Enter opens the session · A answer · Ctrl+Z takes it back")
        return N_("1 was there · 2 was not · 3 not sure · 4 not reached · F2 their words · Ctrl+N draw · Ctrl+P print")

    def first_focus(self) -> QWidget:
        return self.flags.first_focus() if self.parts.value == FLAGS else self.checks.first_focus()

    def does(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self.draw, "print": self.print_current}

    def arrive(self, what: object) -> None:
        self._training = what if isinstance(what, UUID) else None
        self.parts.choose(CHECKS if what == CHECKS else FLAGS)
        self._turn()
        self.outdate()

    def reload(self) -> None:
        found = self.work.read(integrity.flags, self._today(), self._language(), training_id=self._training)
        self.flags.show_flags(found)
        self.checks.show_checks(self.work.read(spot_checks.checks, self._language()))
        self.retranslate()

    def retranslate(self) -> None:
        found = self.flags.table.rows.rows
        open_ones = sum(flag.answer is None for flag in found)
        words = ngettext("{count} without an answer", "{count} without an answer", open_ones)
        self.count.setText(words.format(count=open_ones) if found and self.parts.value == FLAGS else "")
        self.rule.setText(_("From when on"))
        self.rule.setToolTip(_("Choose from when on a list is worth a second look"))
        self.rule.setVisible(self.parts.value == FLAGS)
        self.all.setText(_("Show all trainings"))
        self.all.setVisible(self._training is not None and self.parts.value == FLAGS)

    @Slot()
    def _turn(self) -> None:
        self.pages.setCurrentWidget(self.flags if self.parts.value == FLAGS else self.checks)
        self.retranslate()
        self.retitled.emit()
        if self.isVisible():
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _change_rule(self) -> None:
        looks_again_rule.change(self, self.work)

    @Slot()
    def _show_all(self) -> None:
        self.arrive(None)

    # ---- flags -------------------------------------------------------------------------------------------------

    @Slot(object)
    def open(self, flag: Flag) -> None:
        """The latest of its sessions, where the list is."""
        self.go.emit("session", (flag.sessions[-1].id, "attendance"))

    @Slot(object)
    def answer(self, flag: Flag) -> None:
        told = flag_answer.ask(self, flag)
        if told is not None:
            label = Label(N_("Answer about a list"))
            self.work.change(label, integrity.answer, flag.kind, flag.about, told.verdict, told.words, self._today())
            self.report(_("The answer is kept until something changes in the list."))

    @Slot(object)
    def take_back(self, flag: Flag) -> None:
        self.work.change(Label(N_("Take an answer back")), integrity.take_back, flag.kind, flag.about)
        self.report(_("The list is open again."))

    # ---- spot checks -------------------------------------------------------------------------------------------

    @Slot()
    def draw(self) -> None:
        wanted = spot_check.ask(self, self.work, self._today(), self._language())
        if wanted is None:
            return
        key = self.work.change(
            Label(N_("Draw a spot check")),
            spot_checks.draw,
            wanted.count,
            wanted.seed,
            wanted.first,
            wanted.last,
            self._today(),
            wanted.training_id,
        )
        self.parts.choose(CHECKS)
        self.checks.go_to(key)
        self._turn()
        drawn = len(self.checks.lines.rows.rows)
        words = ngettext("{count} person to call.", "{count} people to call.", drawn)
        self.report(words.format(count=drawn))

    @Slot(object, object, str)
    def write_outcome(self, line: CheckLine, outcome: CheckOutcome | None, words: str) -> None:
        label = Label(N_("What {name} said"), {"name": line.name})
        self.work.change(label, spot_checks.set_outcome, line.id, outcome, words, self._today())

    @Slot(object)
    def remove(self, check: Check) -> None:
        self.work.change(Label(N_("Remove a spot check")), spot_checks.remove, check.head.id)
        self.report(_("The spot check is removed."))

    def print_current(self) -> None:
        if self.checks.current is not None:
            self.print_check(self.checks.current)

    @Slot(object)
    def print_check(self, check: Check) -> None:
        self.maker.print_paper(self._paper(check))

    @Slot(object, str)
    def save_check(self, check: Check, suffix: str) -> None:
        self.maker.save(self._paper(check), suffix)

    def _paper(self, check: Check) -> Paper:
        """With whole numbers: who calls needs them, and the ledger keeps that they were shown."""
        return papers.call_back(check, screen().language, self._today(), {Detail.PHONE})

    # ---- parts -------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.parts.chosen.connect(self._turn)
        self.all.clicked.connect(self._show_all)
        self.rule.clicked.connect(self._change_rule)
        self.flags.opened.connect(self.open)
        self.flags.answer_wanted.connect(self.answer)
        self.flags.taken_back.connect(self.take_back)
        self.checks.draw_wanted.connect(self.draw)
        self.checks.print_wanted.connect(self.print_check)
        self.checks.save_wanted.connect(self.save_check)
        self.checks.removal_wanted.connect(self.remove)
        self.checks.told.connect(self.write_outcome)
        self.progress.follow(self.maker)
        self.maker.told.connect(self.told)

    def _build(self) -> None:
        for page in (self.flags, self.checks):
            self.pages.addWidget(page)
        top = QHBoxLayout()
        top.setSpacing(theme.MEDIUM)
        top.addWidget(self.parts)
        top.addWidget(self.count)
        top.addWidget(self.all)
        top.addStretch(1)
        top.addWidget(self.rule)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.MARGIN, theme.MEDIUM, theme.MARGIN, theme.MEDIUM)
        layout.setSpacing(theme.SMALL)
        layout.addLayout(top)
        layout.addWidget(self.progress)
        layout.addWidget(self.pages, 1)
