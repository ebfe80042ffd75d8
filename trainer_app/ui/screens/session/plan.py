"""What is done in the session: the units of the training with their steps, to read while standing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QUrl, Slot
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from trainer_app.domain.material import UnitMaterial
from trainer_app.domain.trainings import SessionLine
from trainer_app.i18n import N_, _
from trainer_app.services import material
from trainer_app.ui import theme, unit_html
from trainer_app.ui.screens.session.tab import Desk, SessionTab
from trainer_app.ui.widgets.empty_state import EmptyState, OrEmpty


class PlanTab(SessionTab):
    WATCHES = frozenset({"text", "unit", "step", "training"})

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self.units: tuple[UnitMaterial, ...] = ()
        self.page = QTextBrowser(self)
        self.page.setObjectName("planPage")
        self.page.setOpenLinks(False)
        self.page.anchorClicked.connect(self._open)
        empty = EmptyState(self, "book-open", N_("This training has no module, so there is no plan to follow."))
        self.sheet = OrEmpty(self, self.page, empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.SMALL, 0, 0)
        layout.addWidget(self.sheet)
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.page

    def reload(self, session: SessionLine) -> None:
        language = self.desk.language()
        self.units = self.desk.work.read(material.units_of, session.training_id, language, session.day)
        self.sheet.show_empty(not self.units)
        self._write()

    def retranslate(self) -> None:
        self.page.setAccessibleName(_("Plan of the session"))
        self._stale = True  # the words of the units follow the language too
        if self.isVisible():
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and hasattr(self, "page"):
            self._write()

    def _write(self) -> None:
        scrolled = self.page.verticalScrollBar().value()
        self.page.setHtml(unit_html.page(self.units))
        self.page.verticalScrollBar().setValue(scrolled)

    @Slot(QUrl)
    def _open(self, link: QUrl) -> None:
        self.go.emit("handout", link.toString().removeprefix(unit_html.HANDOUT))
