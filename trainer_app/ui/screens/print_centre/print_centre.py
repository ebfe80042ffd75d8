"""The print centre: which paper, for whom, in which language; what it looks like; print it or save it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QSplitter, QVBoxLayout, QWidget

from trainer_app import settings
from trainer_app.documents.papers import Paper
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.list_forms import ATTENDANCE, PEOPLE
from trainer_app.domain.print_queue import Wish
from trainer_app.i18n import N_, _
from trainer_app.i18n import label as label_of
from trainer_app.services import attendance, curriculum, groups, letterheads, list_forms, print_queue, trainings
from trainer_app.ui import theme
from trainer_app.ui.making import Maker, Previewer
from trainer_app.ui.paper_words import FORMATS, sheets_words
from trainer_app.ui.screens.base import Screen
from trainer_app.ui.screens.print_centre.kept_order import as_asked, from_asked
from trainer_app.ui.screens.print_centre.kinds import NAMES, OF_CURRICULUM, Kind
from trainer_app.ui.screens.print_centre.order import Order
from trainer_app.ui.screens.print_centre.order_choices import Offer
from trainer_app.ui.screens.print_centre.order_form import OrderForm
from trainer_app.ui.screens.print_centre.ordered import paper
from trainer_app.ui.screens.print_centre.preset import preset
from trainer_app.ui.screens.print_centre.report_order import proposed_letter
from trainer_app.ui.widgets.buttons import button, make_primary, menu_action, menu_button
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.notice import Tone
from trainer_app.ui.widgets.paper_preview import PaperPreview
from trainer_app.ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

DOCUMENTS, FORM = 240, 330  # widths at first
SHEETS = (".xlsx", ".ods", ".csv")


class PrintCentre(Screen):
    """`pgPrint`. Opened with `arrive({"document", "training", "session", "unit", "module", "group", "language", ...})`,
    each of them optional (`preset` knows them all), or with `arrive((document, training id, session id, language))`.
    """

    TITLE = N_("Print centre")
    HELP = "print_centre"
    KEYS = N_("↑ ↓ document · Tab next question · PgUp PgDn page · + − size · Ctrl+P print · Ctrl+E save as PDF")
    WATCHES = frozenset({"training", "training_session", "enrolment", "mark", "person", "group", "membership", "text"})
    WATCHES |= {
        "letterhead",
        "logo",
        "certificate",
        "list_form",
        "print_wish",
        "place",
        "rule",
        "head_count",
        "project",
    }
    WATCHES |= {"sitting", "training_test", "test_tally", "test_item", "training_trainer", "task", "call", "invitation"}
    WATCHES |= {"session_note", "resolution", "feedback", "observation", "unit", "part", "training_unit"}

    def __init__(self, work: Work, parent: QWidget | None = None, today: Callable[[], date] = date.today) -> None:
        super().__init__(work, parent)
        self.setObjectName("pgPrint")
        self._today = today
        self._paper: Paper | str = ""
        self.documents = QListWidget(self)
        self.documents.setObjectName("lstDocuments")
        self.documents.addItems(list(NAMES.values()))
        self.documents.setCurrentRow(0)
        self.question = label(self, "strong", "lblDocument")
        self.question.setBuddy(self.documents)
        self.form = OrderForm(self)
        self.preview = PaperPreview(self)
        self.sheets = label(self, "strong", "lblSheets")
        self.no_printer = label(self, "caption", "lblNoPrinter")
        self.print_button = button(self, "btnPrint", "printer", "primary")
        self.save_button = button(self, "btnSavePdf", "download")
        self.export = menu_button(self, "btnExport", "table")
        self.formats = [menu_action(self.export, f"actExport{suffix[1:]}", suffix) for suffix in SHEETS]
        self.kit = button(self, "btnKit", "layers")
        self.ledger = button(self, "btnLedger", "list-checks")
        self.queue = button(self, "btnQueue", "list")
        self.later = button(self, "btnPrintLater", "clock")
        self.progress = ProgressLine(self)
        self.previewer = Previewer(work, self.preview)
        self.maker = Maker(work, self, today)
        self._build()
        self._connect()
        self.form.choose_language(settings.load(work.folder).printed)
        self.form.show_kind(self.kind)
        self.retranslate()

    # ---- what the window asks ------------------------------------------------------------------------------------

    def first_focus(self) -> QWidget:
        return self.documents

    def arrive(self, what: object) -> None:
        if isinstance(what, tuple):
            what = dict(zip(("document", "training", "session", "language"), what, strict=False))
        if isinstance(what, Mapping):
            self.refresh()
            self._preset({key: value for key, value in what.items() if value is not None})

    def does(self) -> Mapping[str, Callable[[], object]]:
        return {"print": self._print, "export": self._save}

    def reload(self) -> None:
        language = settings.load(self.work.folder).content
        offer = Offer(
            self.work.read(curriculum.modules, language),
            self.work.read(trainings.trainings, language),
            self.work.read(groups.groups),
        )
        self.form.offer(offer, self._today())
        self.form.offer_forms(
            [form for document in (ATTENDANCE, PEOPLE) for form in self.work.read(list_forms.forms, document)]
        )
        self.form.tell_letterhead(self.work.read(letterheads.of))
        self._read_days()
        self._offer_printing()
        self._tell_queue()
        self.order()

    def retranslate(self) -> None:
        self.question.setText(_("Document"))
        self.documents.setAccessibleName(_("Document"))
        for row, name in enumerate(NAMES.values()):
            self.documents.item(row).setText(_(name))
        self.kit.setText(_("All papers of a training…"))
        self.ledger.setText(_("Printed pages…"))
        self.later.setText(_("Print later"))
        self.later.setToolTip(_("Keep it in the list of papers to print"))
        self._tell_queue()
        self.print_button.setText(_("Print"))
        self.print_button.setToolTip(_("Print (Ctrl+P)"))
        self.save_button.setText(_("Save as PDF"))
        self.save_button.setToolTip(_("Save a file that any office can print (Ctrl+E)"))
        self.export.setText(_("Export"))
        self.export.setToolTip(_("Save the list for a spreadsheet"))
        for action in self.formats:
            action.setText(_(FORMATS[action.data()]))
        self.no_printer.setText(_("No printer on this computer: save the PDF and print it at an office."))
        self._size()
        self._tell_sheets()
        self._stale = True  # titles and dates of the choices are words too
        if self.isVisible():
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "documents"):
            self._size()

    def _size(self) -> None:
        for row in range(self.documents.count()):
            self.documents.item(row).setSizeHint(QSize(theme.scaled(100), theme.row_height()))

    # ---- what is shown -------------------------------------------------------------------------------------------

    @property
    def kind(self) -> Kind:
        return list(NAMES)[max(self.documents.currentRow(), 0)]

    @Slot()
    def order(self) -> None:
        """Show the paper that the form now asks for."""
        order = self.form.order()
        self._paper = paper(self.work, order, self._today())
        self._tell_states(order)
        if isinstance(self._paper, str):
            self.previewer.say(self._paper)
        else:
            self.previewer.wish(self._paper)
        self.export.setVisible(isinstance(self._paper, Paper) and len(self._paper.suffixes) > 1)
        self._tell_sheets()

    @Slot()
    def _tell_sheets(self) -> None:
        """What will leave the printer, told before it does."""
        made = self._paper
        self.sheets.setText(sheets_words(made, self.preview.count) if isinstance(made, Paper) else "")

    @Slot()
    def _turn(self) -> None:
        self.form.show_kind(self.kind)
        self.order()

    @Slot()
    def _read_days(self) -> None:
        training = self.form.training.value
        if training is not None:
            found = self.work.read(attendance.register, training, self.form.language.value)
            self.form.offer_days(found.days, self._today())
            self.form.offer_people([line for line in found.lines if line.left_on is None and not line.leads])

    def _offer_printing(self) -> None:
        """Without a printer the file is what is wanted."""
        printer = self.maker.has_printer()
        make_primary(self.print_button, "printer", printer)
        make_primary(self.save_button, "download", not printer)
        self.no_printer.setVisible(not printer)

    def _preset(self, wanted: Mapping[str, Any]) -> None:
        """Answer the questions that another page has answered already."""
        if wanted.get("document") in list(Kind):
            self.documents.setCurrentRow(list(NAMES).index(Kind(wanted["document"])))
        preset(self.form, wanted)
        if "training" in wanted:
            self.form.training.choose(wanted["training"])
            self.form.day.offer([])
            self._read_days()
        if isinstance(session := wanted.get("session"), UUID):
            self._choose_session(session)
        self._turn()

    def _choose_session(self, session: UUID) -> None:
        training = self.form.training.value
        if training is not None:
            days = self.work.read(attendance.register, training, self.form.language.value).days
            number = next((day.number for day in days if day.session_id == session), None)
            if number is not None:
                self.form.day.choose(number)

    def _tell_states(self, order: Order) -> None:
        """How far the words of the paper have come; a paper that could not be made has none in this language."""
        if order.kind not in OF_CURRICULUM or order.subject is None:
            self.form.tell_states({}, "")
            return
        made = self._paper
        states = made.states if isinstance(made, Paper) else {order.language: TextState.MISSING}
        self.form.tell_states(states, self.work.read(curriculum.source_of, order.subject))

    # ---- what is done --------------------------------------------------------------------------------------------

    @Slot()
    def _print(self) -> None:
        if (made := self._wanted()) is not None:
            self.maker.print_paper(made)

    @Slot()
    def _save(self) -> None:
        if (made := self._wanted()) is not None:
            self.maker.save(made, ".pdf")

    @Slot(QAction)
    def _export(self, action: QAction) -> None:
        if (made := self._wanted()) is not None:
            self.maker.save(made, action.data())

    def _wanted(self) -> Paper | None:
        """The paper asked for; a sentence above the page when there is none."""
        if isinstance(self._paper, Paper):
            return self._paper
        self.tell(self._paper, Tone.WARNING)
        return None

    @Slot()
    def _issue(self) -> None:
        from trainer_app.ui.dialogs import certificates

        training, language = self.form.training.value, settings.load(self.work.folder).content
        if training is not None and certificates.ask(self, self.work, training, self._today(), language):
            self.order()
            if self.maker.has_printer():
                self._print()
            else:
                self._save()

    @Slot()
    def _check(self) -> None:
        from trainer_app.ui.dialogs import verify

        verify.show(self, self.work)

    @Slot()
    def _show_ledger(self) -> None:
        from trainer_app.ui.dialogs import ledger

        if (again := ledger.ask(self, self.work, self._today())) is not None:
            self.arrive(again)

    @Slot()
    def _change_columns(self) -> None:
        """The form of a donor is made, changed or taken away; it is the one chosen then."""
        from trainer_app.ui.dialogs import list_form

        before = self.form.list_form
        answer = list_form.ask(self, before)
        if answer is None:
            return
        if answer.removed:
            words = label_of(N_("Remove the form of {name}"), name=before.name)
            self.work.change(words, list_forms.remove, before.document, before.name)
        else:
            words = label_of(N_("Keep the form of {name}"), name=answer.form.name)
            self.work.change(words, list_forms.keep, answer.form, self._today(), before.name)
        self.refresh()
        self.form.donor.choose("" if answer.removed else answer.form.name)
        self.form.take_donor()

    @Slot()
    def _print_later(self) -> None:
        """Keep what was asked; the paper is made when it leaves."""
        if (made := self._wanted()) is None:
            return
        asked = as_asked(self.form.order())
        self.work.change(label_of(N_("Print later")), print_queue.add, made.title, asked, self._today())
        self._tell_queue()
        self.report(_("Kept in the papers to print: {paper}").format(paper=made.title))

    @Slot()
    def _show_queue(self) -> None:
        from trainer_app.ui.dialogs import print_queue as dialog

        dialog.ask(self, self.work, self._today(), self._wished)
        self._tell_queue()

    def _wished(self, wish: Wish) -> Paper | str:
        order = from_asked(wish.asked)
        if order is None:
            return _("this program does not know such a paper.")
        if order.subject is not None and not self.form.offered.holds(order.subject):
            return _("what it was about is no longer there.")
        return paper(self.work, order, self._today())

    def _tell_queue(self) -> None:
        count = self.work.read(print_queue.count)
        self.queue.setText(_("To print ({count})…").format(count=count) if count else _("To print…"))

    @Slot()
    def _change_letterhead(self) -> None:
        from trainer_app.ui.dialogs import letterhead

        if letterhead.change(self, self.work):
            self.report(_("The letterhead is changed"))

    @Slot()
    def _change_letter(self) -> None:
        from trainer_app.ui.dialogs import letter

        order = self.form.order()
        if order.subject is None:
            return
        proposed = proposed_letter(self.work, order)
        if (words := letter.ask(self, order.letter_words or proposed, proposed)) is not None:
            self.form.change_letter(words)

    @Slot()
    def _make_kit(self) -> None:
        from trainer_app.ui.dialogs import kit

        kit.ask(self, self.work, self._today(), self.form.training.value)

    def _connect(self) -> None:
        self.form.words.clicked.connect(self._change_letter)
        self.kit.clicked.connect(self._make_kit)
        self.ledger.clicked.connect(self._show_ledger)
        self.queue.clicked.connect(self._show_queue)
        self.later.clicked.connect(self._print_later)
        self.documents.currentRowChanged.connect(self._turn)
        self.form.training_changed.connect(self._read_days)
        self.form.changed.connect(self.order)
        self.form.columns.clicked.connect(self._change_columns)
        self.form.letterhead.clicked.connect(self._change_letterhead)
        self.form.issuing_wanted.connect(self._issue)
        self.form.checking_wanted.connect(self._check)
        self.preview.counted.connect(self._tell_sheets)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self.export.menu().triggered.connect(self._export)
        self.progress.follow(self.maker)
        self.maker.told.connect(self.told)

    def _build(self) -> None:
        left = QWidget(self)
        choices = QVBoxLayout(left)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(theme.TINY)
        choices.addWidget(self.question)
        choices.addWidget(self.documents, 1)
        for made in (self.kit, self.ledger, self.queue):
            choices.addWidget(made)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setObjectName("splitPrint")
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(theme.SMALL)
        for part in (left, self.form, self.preview):
            splitter.addWidget(part)
        splitter.setStretchFactor(2, 1)
        splitter.setSizes([theme.scaled(DOCUMENTS), theme.scaled(FORM), theme.scaled(500)])
        last = QHBoxLayout()
        last.setSpacing(theme.SMALL)
        last.addWidget(self.sheets, 1)
        last.addWidget(self.no_printer, 1)
        for made in (self.print_button, self.save_button, self.export, self.later):
            last.addWidget(made)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.MARGIN, theme.SMALL, theme.MARGIN, theme.SMALL)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self.progress)
        layout.addWidget(splitter, 1)
        layout.addLayout(last)
