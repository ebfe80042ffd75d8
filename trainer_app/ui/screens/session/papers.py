"""The papers of a session: the sheet to sign, the attendance list, the handouts of its units."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from trainer_app import settings
from trainer_app.documents import certificate_papers, curriculum_papers, papers, report_papers, score_papers
from trainer_app.documents.attendance_rows import Detail, Variant
from trainer_app.documents.curriculum_papers import Wanted
from trainer_app.documents.kit import papers_of
from trainer_app.documents.papers import Paper
from trainer_app.documents.score_rows import ScoreBook
from trainer_app.domain.attendance import Register
from trainer_app.domain.kit import KitContents, KitPaper
from trainer_app.domain.printed import Holder
from trainer_app.domain.trainings import SessionLine
from trainer_app.errors import TrainerError
from trainer_app.i18n import LANGUAGES, N_, _, ngettext, screen
from trainer_app.services import certificates, curriculum, kit, minutes, score_figures, training_report
from trainer_app.ui import theme
from trainer_app.ui.making import Maker, Previewer
from trainer_app.ui.models.certificates import counts_words
from trainer_app.ui.models.curriculum import not_reviewed
from trainer_app.ui.models.kit import NAMES
from trainer_app.ui.paper_words import sheets_words
from trainer_app.ui.screens.session.paper_row import PaperRow
from trainer_app.ui.screens.session.tab import Desk, SessionTab
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.choice import Segments
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.notice import Notice, Tone
from trainer_app.ui.widgets.paper_preview import PaperPreview
from trainer_app.ui.widgets.progress_line import ProgressLine

ROWS = {
    "sign_in": (N_("Sign-in sheet of this day"), ()),
    "recorded": (N_("Attendance list, as marked"), (".xlsx", ".ods", ".csv", ".pdf")),
    "blank": (N_("Attendance list, to sign"), ()),
    "scores": (N_("List of scores"), (".xlsx", ".ods", ".csv", ".pdf")),
    "handouts": (N_("Handouts for everyone enrolled"), ()),
    "certificates": (N_("Certificates"), ()),
    "badges": (N_("Badges"), ()),
    "report": (N_("Trainer's report"), ()),
    "minutes": (N_("Minutes of this day"), ()),
}
OF_KIT = (
    *(KitPaper.PLAN, KitPaper.CUES, KitPaper.PROPS, KitPaper.TRAINER, KitPaper.WORKBOOK),
    *(KitPaper.PRE_TEST, KitPaper.PRE_KEY, KitPaper.POST_TEST, KitPaper.POST_KEY),
)
FOR_ALL = frozenset({KitPaper.WORKBOOK, KitPaper.PRE_TEST, KitPaper.POST_TEST})
LEFT = 500


class PapersTab(SessionTab):
    """`tabPapers`. Each paper can be looked at, printed and saved, in any language."""

    WATCHES = frozenset(
        {"mark", "enrolment", "person", "training", "training_session", "text", "unit", "part", "test_item"}
        | {"session_note", "resolution", "feedback", "observation", "sitting", "test_tally", "head_count"}
        | {"certificate", "training_test"}
        | {"letterhead", "logo"}
    )

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self.setObjectName("tabPapers")
        self.register: Register | None = None
        self.contents: KitContents | None = None
        self.shown = "sign_in"
        self.languages: Segments[str] = Segments(self, "segPapers", list(LANGUAGES.items()), proper=True)
        self.languages.choose(settings.load(desk.work.folder).printed)
        self.question = label(self, "strong")
        self.question.setBuddy(self.languages)
        self.phones = QCheckBox(self)
        self.phones.setObjectName("chkPapersPhones")
        self.rows = {key: PaperRow(self, key, *what) for key, what in ROWS.items()}
        self.rows |= {kind.value: PaperRow(self, kind, NAMES[kind]) for kind in OF_KIT}
        self.names = QCheckBox(self)
        self.names.setObjectName("chkNames")
        self.rows["handouts"].inside.insertWidget(1, self.names)
        self.issue = button(self.rows["certificates"], "btnIssueHere", "pencil")
        self.rows["certificates"].inside.insertWidget(1, self.issue)
        self.kit = button(self, "btnSessionKit", "layers")
        self.sheets = label(self, "strong", "lblPapersSheets")
        self.state = label(self, "warning", "lblPapersState")
        self.preview = PaperPreview(self, "prevPapers")
        self.progress = ProgressLine(self, "progressPapers")
        self.previewer = Previewer(desk.work, self.preview)
        self.maker = Maker(desk.work, self, desk.today)
        self._build()
        self._connect()
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.rows["sign_in"].preview

    def reload(self, session: SessionLine) -> None:
        self.contents = self.desk.work.read(kit.contents, session.training_id, self.languages.value, session.day)
        self.register = self.contents.register
        self.rows["handouts"].setVisible(any(unit.handout_code for unit in self.contents.units))
        for kind in OF_KIT:
            self.rows[kind].setVisible(bool(papers_of(kind, self.contents, self.desk.today())))
        self._tell_rows()
        self._look(self.shown)

    def retranslate(self) -> None:
        self.question.setText(_("Language of the paper"))
        self.phones.setText(_("Show whole phone numbers"))
        self.kit.setText(_("All papers…"))
        self.issue.setText(_("Issue or withdraw…"))
        self.names.setText(_("A copy for each person, with the name"))
        if self.register is not None:
            self._tell_rows()
        self._tell_sheets()

    # ---- what is shown -------------------------------------------------------------------------------------------

    def paper(self, key: str) -> Paper | str:
        """One of the papers with all it needs; or a sentence that says what is wanting."""
        assert self.register is not None
        language, today, unmask = self.languages.value, self.desk.today(), self._unmasked()
        match key:
            case "sign_in":
                return papers.sign_in(self.register, self._number(), language, today, unmask)
            case "handouts":
                return self._handouts()
            case "scores":
                training = self.register.head.id
                figures = self.desk.work.read(score_figures.figures, training, language)
                return score_papers.scores(ScoreBook(self.register.head, figures), language, today)
            case "report":
                told = self.desk.work.read(training_report.report, self.register.head.id, language)
                return report_papers.training_report(told, language, today)
            case "minutes":
                return self._minutes()
            case "certificates":
                batch = self.desk.work.read(certificates.batch, self.register.head.id, language)
                return certificate_papers.certificates(batch, language)
            case "badges":
                lines = self.desk.work.read(certificates.badges, self.register.head.id)
                return certificate_papers.badges(self.register.head, lines, language)
            case key if key in OF_KIT:
                return self._of_kit(KitPaper(key))
            case _:
                return papers.attendance(self.register, Variant(key), language, today, unmask)

    def _of_kit(self, kind: KitPaper) -> Paper | str:
        assert self.contents is not None
        found = papers_of(kind, self.contents, self.desk.today())
        return papers.together(found) if found else _("This training has nothing for this paper.")

    def _minutes(self) -> Paper | str:
        assert self.register is not None
        language, today = self.languages.value, self.desk.today()
        try:
            told = self.desk.work.read(minutes.of_day, self.register.head.id, self._number(), language, today)
        except TrainerError as problem:
            return str(problem)
        return report_papers.minutes(told, language, today)

    def _handouts(self) -> Paper | str:
        register = self.register
        assert register is not None
        assert self.contents is not None
        language, day, names = self.languages.value, self.desk.today(), [line.name for line in register.lines]
        codes = [unit.handout_code for unit in self.contents.units if unit.handout_code]
        if not codes:
            return _("This training has no module, so there are no handouts.")
        named = self.names.isChecked()
        try:
            pages = [self.desk.work.read(curriculum.handout, code, language, day) for code in codes]
        except TrainerError as problem:
            return str(problem)
        wanted = Wanted(
            day,
            copies=1 if named else max(len(names), 1),
            subject=register.head.id,
            holder=Holder(training_id=register.head.id),
            is_sample=named and register.head.is_sample,
        )
        return curriculum_papers.handouts(pages, wanted, names if named else ())

    def _number(self) -> int:
        """Of this session among the days of the register."""
        assert self.register is not None
        wanted = self.session.id if self.session else None
        return next((day.number for day in self.register.days if day.session_id == wanted), 1)

    def _unmasked(self) -> frozenset[str]:
        return frozenset({Detail.PHONE} if self.phones.isChecked() else ())

    def _tell_rows(self) -> None:
        register, session = self.register, self.session
        if register is None or session is None or self.contents is None:
            return
        count = len(register.lines)
        people = ngettext("{count} person", "{count} people", count).format(count=count)
        days = ngettext("{count} day", "{count} days", len(register.days)).format(count=len(register.days))
        codes = [unit.handout_code for unit in self.contents.units if unit.handout_code]
        pages = ngettext("{count} page", "{count} pages", len(codes)).format(count=len(codes))
        self.rows["sign_in"].tell(f"{screen().date(session.day)}, {people}")
        self.rows["recorded"].tell(f"{days}, {people}")
        self.rows["blank"].tell(f"{days}, {people}")
        self.rows["scores"].tell(people)
        self.rows["minutes"].tell(screen().date(session.day))
        self.rows["report"].tell(days)
        self.rows["handouts"].tell(_("{pages} for each of {people}").format(pages=pages, people=people))
        self.rows["badges"].tell(people)
        self._tell_certificates()
        for kind in OF_KIT:
            self.rows[kind].tell(people if kind in FOR_ALL else "")

    def _tell_certificates(self) -> None:
        """How many have one, and how many get one."""
        if self.register is not None:
            asked = self.register.head.id, settings.load(self.desk.work.folder).content, self.desk.today()
            self.rows["certificates"].tell(counts_words(self.desk.work.read(certificates.candidates, *asked)))

    @Slot(str)
    def _look(self, key: str) -> None:
        if self.register is None:
            return
        self.shown = key
        made = self.paper(key)
        self.state.setText(not_reviewed(made.states) if isinstance(made, Paper) else "")
        self.state.setVisible(bool(self.state.text()))
        if isinstance(made, str):
            self.previewer.say(made)
        else:
            self.previewer.wish(made)

    @Slot()
    def _tell_sheets(self) -> None:
        made = self.paper(self.shown) if self.register is not None and self.preview.count else ""
        told = sheets_words(made, self.preview.count) if isinstance(made, Paper) else ""
        name = _(ROWS[self.shown][0] if self.shown in ROWS else NAMES[KitPaper(self.shown)])
        self.sheets.setText(f"{name}: {told}" if told else name)

    # ---- what is done --------------------------------------------------------------------------------------------

    @Slot(str)
    def print_paper(self, key: str) -> None:
        if (made := self._wanted(key)) is not None:
            self.maker.print_paper(made)

    @Slot(str, str)
    def save_paper(self, key: str, suffix: str) -> None:
        if (made := self._wanted(key)) is not None:
            self.maker.save(made, suffix)

    @Slot()
    def _make_kit(self) -> None:
        from trainer_app.ui.dialogs import kit as kit_dialog

        if self.session is not None:
            kit_dialog.ask(self, self.desk.work, self.desk.today(), self.session.training_id)

    @Slot()
    def _issue(self) -> None:
        from trainer_app.ui.dialogs import certificates as certificates_dialog

        if self.session is None:
            return
        language = settings.load(self.desk.work.folder).content
        training, today = self.session.training_id, self.desk.today()
        if certificates_dialog.ask(self, self.desk.work, training, today, language):
            self._look("certificates")
            if self.maker.has_printer():
                self.print_paper("certificates")
            else:
                self.save_paper("certificates", ".pdf")

    def _wanted(self, key: str) -> Paper | None:
        if self.register is None:
            return None
        made = self.paper(key)
        if isinstance(made, Paper):
            return made
        self.told.emit(Notice(made, Tone.WARNING))
        return None

    @Slot()
    def _anew(self) -> None:
        """Another language, other columns: all papers change."""
        if self.session is not None:
            self.reload(self.session)

    @Slot()
    def _look_at_handouts(self) -> None:
        self._look("handouts")

    def _connect(self) -> None:
        self.kit.clicked.connect(self._make_kit)
        self.issue.clicked.connect(self._issue)
        self.languages.chosen.connect(self._anew)
        self.phones.toggled.connect(self._anew)
        self.names.toggled.connect(self._look_at_handouts)
        self.preview.counted.connect(self._tell_sheets)
        for row in self.rows.values():
            row.preview_wanted.connect(self._look)
            row.print_wanted.connect(self.print_paper)
            row.save_wanted.connect(self.save_paper)
        self.progress.follow(self.maker)
        self.maker.told.connect(self.told)

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(theme.SMALL)
        bar.addWidget(self.question)
        bar.addWidget(self.languages)
        bar.addWidget(self.phones)
        bar.addStretch()
        bar.addWidget(self.kit)
        inside = QWidget(self)
        inside.setProperty("kind", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.SMALL, 0)
        column.setSpacing(theme.SMALL)
        for row in self.rows.values():
            column.addWidget(row)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        right = QWidget(self)
        look = QVBoxLayout(right)
        look.setContentsMargins(0, 0, 0, 0)
        look.setSpacing(theme.TINY)
        look.addWidget(self.sheets)
        look.addWidget(self.state)
        look.addWidget(self.preview, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(theme.SMALL)
        splitter.addWidget(scroll)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([theme.scaled(LEFT), theme.scaled(400)])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.SMALL, 0, 0)
        layout.setSpacing(theme.SMALL)
        layout.addLayout(bar)
        layout.addWidget(self.progress)
        layout.addWidget(splitter, 1)
