"""The letterhead, asked once: project, organisation, who pays, who signs, the logos; and what it looks like."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from trainer_app import settings
from trainer_app.documents.letterhead import specimen
from trainer_app.domain.letterheads import Letterhead
from trainer_app.i18n import N_, Label, _, screen
from trainer_app.services import letterheads
from trainer_app.ui import theme
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.dialogs.letterhead_logos import LogoRows
from trainer_app.ui.printing import Pages
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.labels import label

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

PAUSE = 150  # milliseconds after the last letter, before it is drawn anew
WORDS = ("title", "organisation", "funding", "reference", "signatory", "function")
Drafts = dict[UUID | None, Letterhead]


def change(parent: QWidget, work: Work, project: UUID | None = None) -> bool:
    """Ask, and keep what was answered; whether anything is different now."""
    answer = ask(parent, work, project)
    if not answer:
        return False
    work.change(Label(N_("Change the letterhead")), letterheads.keep_all, answer)
    return True


def ask(parent: QWidget, work: Work, project: UUID | None = None) -> Drafts | None:
    """Those that are different now."""
    return LetterheadDialog(parent, work, project).ask_user()


class LetterheadDialog(FormDialog[Drafts]):
    """`dlgLetterhead`. One letterhead for all papers, and one for each project that needs its own."""

    TITLE = N_("Letterhead")

    def __init__(self, parent: QWidget | None, work: Work, project: UUID | None = None) -> None:
        super().__init__(parent, "dlgLetterhead", 820, 640)
        self._work = work
        self._organiser = settings.load(work.folder).organiser
        self._drafts: Drafts = {}
        projects = [(key, name) for key, name in work.read(letterheads.projects)]
        self.whose: Choice[UUID | None] = Choice(self, "cbLetterheadOf", [(None, ""), *projects], proper=True)
        self.whose.choose(project)
        self.lines = {name: _line(self, name) for name in WORDS}
        self.address = QPlainTextEdit(self)
        self.address.setObjectName("edLetterheadAddress")
        self.address.setTabChangesFocus(True)
        self.address.setFixedHeight(theme.scaled(62))
        self.logos = LogoRows(self)
        self.eu = label(self, "warning", "lblEuSentence")
        self.write_eu = button(self, "btnWriteEu", kind="link")
        self.look = _Look(self)
        self.nothing = label(self, "muted", "lblNoLetterhead")
        self.outside.insertWidget(0, self.look)
        self.outside.insertWidget(1, self.nothing)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._add_questions()
        self._connect()
        self._show_whose()
        self.retranslate()

    def _add_questions(self) -> None:
        add = self.form.add
        if self.whose.count() > 1:
            add("whose", N_("On which papers"), self.whose)
        else:
            self.whose.hide()
        add("title", N_("Title of the project"), self.lines["title"], hint=N_("In the middle"))
        add("organisation", N_("Your organisation"), self.lines["organisation"], hint=N_("On the right"), beside=True)
        add("logos", N_("Logos"), self.logos, hint=N_("PNG or JPEG. All are printed equally high."))
        funding = add("funding", N_("Who pays"), self.lines["funding"], hint=N_("At the foot of every page"))
        funding.add_below(self.eu)
        funding.add_below(self.write_eu)
        add("signatory", N_("Who signs certificates and letters"), self.lines["signatory"], optional=True)
        add("function", N_("As what"), self.lines["function"], optional=True, beside=True)
        reference = N_("Begins the reference of every paper")
        add("reference", N_("Reference"), self.lines["reference"], hint=reference, optional=True)
        add("address", N_("Address on letters"), self.address, optional=True, beside=True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.lines["title"].setFocus(Qt.FocusReason.OtherFocusReason)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._timer.start()

    def retranslate(self) -> None:
        super().retranslate()
        self.whose.setItemText(0, _("All papers, of projects without their own letterhead"))
        self.eu.setText(_("The emblem of the European Union goes with a sentence that says what it pays for."))
        self.write_eu.setText(_("Write “{sentence}”").format(sentence=_("Funded by the European Union")))
        self.nothing.setText(_("Papers bear no letterhead yet. What you write here stands above each of them."))
        self.look.setAccessibleName(_("Preview"))
        self.logos.retranslate()
        self._draw()

    def result_of_form(self) -> Drafts:
        self._keep_draft()
        return {key: own for key, own in self._drafts.items() if own != self._work.read(letterheads.own, key)}

    # ---- what is shown -------------------------------------------------------------------------------------------

    @Slot()
    def _show_whose(self) -> None:
        """The letterhead of these papers, as it is kept or as it was written a moment ago."""
        key = self.whose.value
        own = self._drafts.get(key) or self._work.read(letterheads.own, key)
        if own.is_empty and key is None:
            own = replace(own, organisation=self._organiser)
        self._whose = key
        for name, line in self.lines.items():
            line.setText(getattr(own, name))
        self.address.setPlainText(own.address)
        self.logos.show_logos(own)
        self._draw()

    @Slot()
    def _turn(self) -> None:
        self._keep_draft()
        self._show_whose()

    def _keep_draft(self) -> None:
        self._drafts[self._whose] = self.written()

    def written(self) -> Letterhead:
        words = {name: line.text().strip() for name, line in self.lines.items()}
        return Letterhead(
            title=words["title"],
            organisation=words["organisation"],
            address=self.address.toPlainText().strip(),
            funding=words["funding"],
            reference=words["reference"],
            signatory=words["signatory"],
            function=words["function"],
            logos=self.logos.logos,
        )

    @Slot()
    def _draw(self) -> None:
        own = self.written()
        self.eu.setVisible(own.lacks_eu_sentence)
        self.write_eu.setVisible(own.lacks_eu_sentence)
        self.look.setVisible(own.has_head or bool(own.funding))
        self.nothing.setVisible(not self.look.isVisibleTo(self))
        if self.look.isVisibleTo(self):
            self.look.show_pdf(specimen(own, screen()), ", ".join(filter(None, (own.title, own.organisation))))

    @Slot()
    def _write_eu(self) -> None:
        line = self.lines["funding"]
        line.setText(" ".join(filter(None, (line.text().strip(), _("Funded by the European Union")))))
        line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        for line in self.lines.values():
            line.textChanged.connect(self._timer.start)
        self.logos.changed.connect(self._timer.start)
        self.whose.chosen.connect(self._turn)
        self.write_eu.clicked.connect(self._write_eu)
        self._timer.timeout.connect(self._draw)


class _Look(QLabel):
    """The head and the foot of a paper, as wide as there is room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("lblLetterheadLook")
        self.setProperty("kind", "card")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_pdf(self, pdf: bytes, words: str) -> None:
        pages = Pages(pdf)
        width, height = pages.sizes[0]
        scale = max(0.5, min((self.width() - theme.LARGE) / width, 1.6))
        image = pages.image(0, scale * self.devicePixelRatioF(), coloured=True)
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self.setPixmap(QPixmap.fromImage(image))
        self.setFixedHeight(round(height * scale) + theme.SMALL)
        self.setAccessibleDescription(words)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(200), theme.scaled(40))


def _line(parent: QWidget, name: str) -> QLineEdit:
    made = QLineEdit(parent)
    made.setObjectName(f"edLetterhead{name.capitalize()}")
    return made
