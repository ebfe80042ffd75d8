"""What is done in the session: the units of the training with their steps, to read while standing."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QUrl, Slot
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from trainer_app.domain.curriculum import UnitPage
from trainer_app.domain.trainings import SessionLine
from trainer_app.i18n import N_, _, ngettext
from trainer_app.services import curriculum
from trainer_app.ui import theme
from trainer_app.ui.screens.session.tab import Desk, SessionTab
from trainer_app.ui.widgets.empty_state import EmptyState, OrEmpty

HANDOUT = "handout:"


class PlanTab(SessionTab):
    WATCHES = frozenset({"text", "unit", "step", "training"})

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self.units: tuple[UnitPage, ...] = ()
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
        self.units = self.desk.work.read(curriculum.units_of, session.training_id, language, session.day)
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
        self.page.setHtml("".join(unit_page(unit) for unit in self.units))
        self.page.verticalScrollBar().setValue(scrolled)

    @Slot(QUrl)
    def _open(self, link: QUrl) -> None:
        self.go.emit("handout", link.toString().removeprefix(HANDOUT))


def unit_page(unit: UnitPage) -> str:
    """A unit as a page: what people will know, what to bring, the steps with their minutes, the page to hand out."""
    colours = theme.tokens()
    minutes = ngettext("{count} minute", "{count} minutes", unit.minutes).format(count=unit.minutes)
    parts = [
        f'<h2 style="color:{colours.text}">{escape(unit.code)} {escape(unit.title)}</h2>',
        f"<p>{escape(minutes)}</p>",
    ]
    if unit.objectives:
        parts.append("<p><b>" + escape(_("At the end, participants can")) + "</b></p>")
        parts.append("<ul>" + "".join(f"<li>{escape(text)}</li>" for text in unit.objectives) + "</ul>")
    if unit.materials:
        parts.append("<p><b>" + escape(_("Materials")) + f"</b>: {escape(unit.materials)}</p>")
    parts.append(_steps(unit))
    if unit.handout_code:
        words = _("Handout {code}").format(code=unit.handout_code)
        link = f'<a href="{HANDOUT}{escape(unit.handout_code)}" style="color:{colours.primary}">{escape(words)}</a>'
        parts.append(f"<p>{link}</p>")
    return "".join(parts)


def _steps(unit: UnitPage) -> str:
    lasts = _("{minutes} min")
    rows = "".join(
        f'<tr><td align="right" width="64"><b>{escape(lasts.format(minutes=step.minutes))}</b></td>'
        f"<td>{escape(step.text)}</td></tr>"
        for step in unit.steps
    )
    return f'<table width="100%" cellpadding="4" cellspacing="0">{rows}</table>'
