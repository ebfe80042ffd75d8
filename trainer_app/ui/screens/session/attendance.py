"""The register of a session: marks by keys, by the numbers of those who stayed away, or pasted from a sheet."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.attendance import Heads, Register, SessionState, Status
from trainer_app.domain.paste import Pasted, pasted
from trainer_app.domain.people import PersonForm
from trainer_app.domain.trainings import SessionLine
from trainer_app.i18n import N_, Label, _, ngettext
from trainer_app.services import attendance, enrolments, head_counts
from trainer_app.ui import theme
from trainer_app.ui.dialogs import attended_rule, heads
from trainer_app.ui.dialogs.paste_marks import PasteDialog
from trainer_app.ui.dialogs.walk_in import WalkInDialog
from trainer_app.ui.screens.session.absent_numbers import AbsentNumbers
from trainer_app.ui.screens.session.facts import SessionFacts
from trainer_app.ui.screens.session.find_name import FindName
from trainer_app.ui.screens.session.joiners import Joiners
from trainer_app.ui.screens.session.mark_deeds import MarkDeeds
from trainer_app.ui.screens.session.tab import Desk, SessionTab
from trainer_app.ui.screens.session.totals import Totals, came_words
from trainer_app.ui.screens.session.week_line import WeekLine
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.buttons import button, menu_action, menu_button
from trainer_app.ui.widgets.empty_state import EmptyState, OrEmpty
from trainer_app.ui.widgets.flow import FlowLayout
from trainer_app.ui.widgets.status_fill import GridMark
from trainer_app.ui.widgets.status_grid import Gesture, StatusGrid

ONE_MARK = {
    Status.PRESENT: N_("Mark {name} present"),
    Status.ABSENT: N_("Mark {name} absent"),
    Status.LATE: N_("Mark {name} late"),
    Status.EXCUSED: N_("Mark {name} excused"),
    None: N_("Clear the mark of {name}"),
}
SEVERAL_MARKS = {
    Gesture.MARK: N_("Mark several people ({count})"),
    Gesture.FILL_DOWN: N_("Fill down ({count})"),
    Gesture.COPY_DAY: N_("Copy the day before ({count})"),
}
MORE = {
    "minutes": N_("How long they stayed (M)"),
    "why": N_("Why it was corrected (F4)"),
    "history": N_("Who changed this mark (F3)"),
    "outsider": N_("From outside the project, or not"),
    "rule": N_("What counts as attended"),
    "look_again": N_("Lists to look at again"),
    "import": N_("Import a list…"),
}


class AttendanceTab(SessionTab):
    WATCHES = frozenset(
        {"mark", "person", "enrolment", "membership", "training", "training_session", "training_trainer"}
        | {"group", "rule", "head_count"}
    )

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self._only_marks = False
        self.register: Register | None = None
        self._begun: UUID | None = None
        self.grid = StatusGrid(self)
        self.absent = AbsentNumbers(self)
        self.joiners = Joiners(self)
        self.find_name = FindName(self, self.grid)
        self.totals = Totals(self, self.grid)
        self.facts = SessionFacts(self)
        self.week = WeekLine(self, self.grid)
        self.deeds = MarkDeeds(desk, self.grid, self)
        self.cut = labels.label(self, "warning", "lblCut")
        self.mark_rest = button(self, "btnMarkRest", "list-checks", kind="primary")
        self.add_person = button(self, "btnWalkIn", "user-plus")
        self.paste = button(self, "btnPaste", "clipboard-paste")
        self.more = menu_button(self, "btnMore")
        self.more_lines = {name: menu_action(self.more, f"act_{name}") for name in MORE}
        empty = EmptyState(
            self,
            "users",
            N_("No participants."),
            (N_("Add a person"), self._walk_in),
            [(N_("Enrol the members of the group"), self._enrol_joiners)],
        )
        self.table = OrEmpty(self, self.grid, empty)
        self._build()
        self._connect()
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.table.empty.buttons[0] if self.table.currentWidget() is self.table.empty else self.grid

    def show_session(self, session: SessionLine) -> None:
        self._only_marks = False
        self.deeds.forget()
        super().show_session(session)

    def reload(self, session: SessionLine) -> None:
        if self._only_marks:
            self.grid.register.show_marks(self.desk.work.read(attendance.marks, self.grid.register.days))
        else:
            self._read_all(session)
        self._only_marks = False
        self.totals.count()

    def retranslate(self) -> None:
        self.mark_rest.setText(_("Mark the rest present"))
        self.mark_rest.setToolTip(_("Mark everybody present who has no mark yet (Ctrl+Enter)"))
        self.add_person.setText(_("Person"))
        self.add_person.setToolTip(_("Add somebody who is not on the list (Ins)"))
        self.paste.setText(_("Paste"))
        self.paste.setToolTip(_("Paste marks from a spreadsheet (Ctrl+V)"))
        self.more.setText(_("More"))
        for name, action in self.more_lines.items():
            action.setText(_(MORE[name]))
        self.deeds.retranslate()
        self.cut.setText(_("This session was cut: nobody is expected. Below are the other sessions of the training."))
        for action, words in ((self._rest_action, _("Mark the rest present")), (self._absent_action, _("Absent No"))):
            action.setText(words)
            keys = action.shortcut().toString()
            action.setToolTip(f"{words} ({keys})")
            action.setStatusTip(action.toolTip())

    # ---- what is shown -----------------------------------------------------------------------------------------

    def _read_all(self, session: SessionLine) -> None:
        self.register = self.desk.work.read(attendance.register, session.training_id, self.desk.language())
        self.grid.register.show_register(self.register, session.id, self.desk.today())
        self.absent.know(frozenset(line.number for line in self.register.lines))
        self.joiners.offer(len(self.desk.work.read(enrolments.proposed, session.training_id)))
        state = self.desk.work.read(attendance.state, session.id)
        self._show_state(
            state, next((n for n, day in enumerate(self.register.days) if day.session_id == session.id), 0)
        )
        if self._begun != session.id or not self.grid.currentIndex().isValid():
            self._begun = session.id
            self.grid.go_to_first_unmarked()

    def _show_state(self, state: SessionState, column: int) -> None:
        """A session that was cut can be looked at; its register takes nothing."""
        assert self.register is not None
        there = bool(self.register.days)
        self.table.show_empty(not self.register.lines or not there)
        self.cut.setVisible(state.cut)
        for part in (self.mark_rest, self.absent, self.add_person, self.facts.count, self.facts.list_signed):
            part.setEnabled(not state.cut)
        counted = self.register.heads_on(column) if there and not state.cut else Heads()
        self.facts.show_facts(self.register.rule, counted, state.list_signed)

    @Slot()
    def _counted(self) -> None:
        self.facts.show_came(came_words(self.grid.register, self.grid.day_column()))

    @Slot(frozenset)
    def _written(self, tables: frozenset[str]) -> None:
        self._only_marks = tables == {"mark"} and not self._stale
        super()._written(tables)

    # ---- what is done ------------------------------------------------------------------------------------------

    @Slot(object, object)
    def _mark(self, marks: tuple[GridMark, ...], gesture: Gesture) -> None:
        self._change_marks(self._label(marks, gesture), marks)

    def _label(self, marks: tuple[GridMark, ...], gesture: Gesture) -> Label:
        line, _column, status = marks[0]
        if len(marks) == 1:
            return Label(ONE_MARK[status], {"name": self.grid.register.lines[line].name})
        return Label(SEVERAL_MARKS[gesture], {"count": len(marks)})

    def _change_marks(self, label: Label, marks: tuple[GridMark, ...]) -> None:
        shown = self.grid.register
        wanted = [
            (shown.day_of(column).session_id, shown.lines[line].person_id, status) for line, column, status in marks
        ]
        corrected = self.deeds.corrected(marks)
        self.desk.work.change(label, attendance.mark_many, wanted, self.desk.today())
        self.deeds.offer_why(corrected)

    @Slot()
    def _count_heads(self) -> None:
        before = self.desk.work.read(head_counts.heads, self._session_id())
        counted = heads.ask(self, before)
        if counted is not None and counted != before:
            label = Label(N_("Count people without a name"))
            self.desk.work.change(label, head_counts.set_heads, self._session_id(), counted)

    @Slot(object)
    def _say_signed(self, signed: bool | None) -> None:
        label = Label(N_("Say whether the signed list came back"))
        self.desk.work.change(label, attendance.set_list_signed, self._session_id(), signed)

    @Slot()
    def _turn_outsider(self) -> None:
        """The person where one is: from outside the project, or not any more."""
        line = self.grid.register.lines[self.grid.currentIndex().row()]
        label = Label(N_("Count {name} apart or not"), {"name": line.name})
        outsider = not line.outsider
        self.desk.work.change(label, attendance.set_outsider, self._session().training_id, line.person_id, outsider)
        words = _("{name} is counted apart now.") if outsider else _("{name} is counted with the others now.")
        self.finished.emit(words.format(name=line.name), True)

    @Slot()
    def _change_rule(self) -> None:
        if attended_rule.change(self, self.desk.work):
            self.finished.emit(_("Every figure follows from now on; no mark is changed."), True)

    @Slot()
    def _look_again(self) -> None:
        self.go.emit("look_again", self._session().training_id)

    @Slot()
    def _mark_rest(self) -> None:
        label = Label(N_("Mark the rest present"))
        count = self.desk.work.change(label, attendance.mark_rest, self._session_id(), self.desk.today())
        done = ngettext("{count} person marked present.", "{count} people marked present.", count)
        self.finished.emit(done.format(count=count) if count else _("Everybody was marked already."), count > 0)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(tuple)
    def _mark_absent(self, numbers: tuple[str, ...]) -> None:
        label = Label(N_("Mark the absent numbers"))
        present, absent = self.desk.work.change(
            label, attendance.mark_absent, self._session_id(), numbers, self.desk.today()
        )
        words = _("{present} present, {absent} absent.")
        self.finished.emit(words.format(present=present, absent=absent), True)
        self.absent.clear()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object, str)
    def _remark(self, person_id: UUID, words: str) -> None:
        line = self.grid.register.line_of(person_id)
        name = self.grid.register.lines[line].name if line is not None else ""
        label = Label(N_("Remark on {name}"), {"name": name})
        self.desk.work.change(label, attendance.remark, self._session_id(), person_id, words, self.desk.today())

    @Slot()
    def _walk_in(self) -> None:
        numbers = {line.person_id: line.number for line in self.grid.register.lines}
        WalkInDialog.ask(self, self.desk.work, numbers, self._add_walk_in)

    @Slot(object)
    def _add_walk_in(self, who: PersonForm | UUID) -> None:
        name = who.name if isinstance(who, PersonForm) else ""
        label = Label(N_("Add {name} to the register"), {"name": name}) if name else Label(N_("Add to the register"))
        person = self.desk.work.change(label, attendance.walk_in, self._session_id(), who, self.desk.today())
        line = self.grid.register.line_of(person)
        if line is not None:
            self.grid.go_to(line)
            found = self.grid.register.lines[line]
            words = _("{name} is No {number}, and present.")
            self.finished.emit(words.format(name=found.name, number=found.number), True)

    @Slot()
    def _enrol_joiners(self) -> None:
        training = self._session().training_id
        joined = self.desk.work.read(enrolments.proposed, training)
        keys = [line.id for line in joined]
        label = Label(N_("Enrol those who joined since ({count})"), {"count": len(keys)})
        count = self.desk.work.change(label, enrolments.enrol_all, training, keys)
        done = ngettext("{count} person enrolled.", "{count} people enrolled.", count).format(count=count)
        self.finished.emit(done if count else _("The group has no more members to enrol."), count > 0)

    @Slot(str)
    def _paste(self, text: str) -> None:
        if self.register is None or not text.strip():
            return
        shown = self.grid.register
        current = self.grid.currentIndex()
        column = self.grid.day_column() - shown.register_days.start
        locked = frozenset(n for n in range(len(shown.days)) if shown.is_locked(shown.register_days.start + n))
        found = pasted(text, self.grid.register.lines, self.register.days, (current.row(), column), locked)
        if found.unmatched:
            PasteDialog.ask(self, found, self._write_pasted)
        else:
            self._write_pasted(found)

    @Slot(object)
    def _write_pasted(self, found: Pasted) -> None:
        first = self.grid.register.register_days.start
        marks = tuple((line, first + day, status) for line, day, status in found.marks)
        label = Label(N_("Paste marks ({count})"), {"count": len(marks)})
        self._change_marks(label, marks)
        done = ngettext("{count} mark pasted.", "{count} marks pasted.", len(marks)).format(count=len(marks))
        self.finished.emit(done, bool(marks))

    @Slot()
    def _to_grid(self) -> None:
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _session(self) -> SessionLine:
        if self.session is None:
            raise RuntimeError("no session is open")
        return self.session

    def _session_id(self) -> UUID:
        return self._session().id

    # ---- how it is put together --------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.grid.marked.connect(self._mark)
        self.grid.pasted.connect(self._paste)
        self.grid.walk_in_wanted.connect(self._walk_in)
        self.grid.find_wanted.connect(self.find_name.begin)
        self.grid.register.remarked.connect(self._remark)
        self.absent.entered.connect(self._mark_absent)
        self.absent.left.connect(self._to_grid)
        self.joiners.enrol.connect(self._enrol_joiners)
        self.mark_rest.clicked.connect(self._mark_rest)
        self.add_person.clicked.connect(self._walk_in)
        self.paste.clicked.connect(self.grid.paste)
        self.totals.counted.connect(self._counted)
        self.facts.counting.connect(self._count_heads)
        self.facts.signed.connect(self._say_signed)
        self.deeds.finished.connect(self.finished)
        deeds = {
            "minutes": self.deeds.ask_minutes,
            "why": self.deeds.ask_why,
            "history": self.deeds.show_history,
            "outsider": self._turn_outsider,
            "rule": self._change_rule,
            "look_again": self._look_again,
            "import": self.import_wanted,
        }
        for name, deed in deeds.items():
            self.more_lines[name].triggered.connect(deed)
        self._rest_action = self._action("actMarkRest", self._mark_rest, "Ctrl+Return", "Ctrl+Enter")
        self._absent_action = self._action("actAbsentNos", self.absent.begin, "Ctrl+G")

    def _action(self, name: str, do: object, *keys: str) -> QAction:
        action = QAction(self)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(do)
        self.addAction(action)
        return action

    def _build(self) -> None:
        bar = FlowLayout()
        for widget in (self.mark_rest, self.absent, self.add_person, self.paste, self.more, self.week):
            bar.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.SMALL, 0, 0)
        layout.setSpacing(theme.SMALL)
        layout.addLayout(bar)
        layout.addWidget(self.absent.error)
        layout.addWidget(self.joiners)
        for line in (self.cut, self.find_name, self.deeds.minutes, self.deeds.why):
            layout.addWidget(line)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.totals)
        layout.addWidget(self.facts)
