"""A unit as its trainer reads it: objectives, materials, steps and messages; or what a module is about."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from trainer_app.documents.material_words import duration
from trainer_app.domain.curriculum import ModuleLine
from trainer_app.domain.material import UnitMaterial
from trainer_app.i18n import _, ngettext, screen
from trainer_app.ui import unit_html
from trainer_app.ui.translated import Translated
from trainer_app.ui.unit_html import bullets, titled


class UnitText(Translated, QTextBrowser):
    """Words to read: the arrows scroll them, and what is selected can be copied."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("txtUnit")
        self.setOpenLinks(False)
        self._shown: UnitMaterial | ModuleLine | None = None
        self.retranslate()

    def show_page(self, shown: UnitMaterial | ModuleLine | None) -> None:
        """Another page begins at its top; the same one in other words stays where it is."""
        same = self._shown is not None and shown is not None and self._shown.id == shown.id
        place = self.verticalScrollBar().value() if same else 0
        self._shown = shown
        self.setHtml(_html(shown))
        self.verticalScrollBar().setValue(place)

    def retranslate(self) -> None:
        self.setAccessibleName(_("What the trainer reads"))
        if self._shown is not None:
            self.show_page(self._shown)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange) and self._shown is not None:
            self.show_page(self._shown)


def _html(shown: UnitMaterial | ModuleLine | None) -> str:
    if shown is None:
        return ""
    return unit_html.styled(_of_module(shown)) if isinstance(shown, ModuleLine) else unit_html.beside_its_page(shown)


def _of_module(module: ModuleLine) -> str:
    units = ngettext("{count} unit", "{count} units", len(module.units)).format(count=len(module.units))
    items = ngettext("{count} test question", "{count} test questions", module.items).format(count=module.items)
    titles = [f"{unit.code} {unit.title} ({duration(screen(), unit.minutes)})" for unit in module.units]
    facts = f"<p>{escape(module.aim)}</p><p>{units}, {duration(screen(), module.minutes)}, {items}</p>"
    return facts + _beside(module) + titled(_("Units"), bullets(titles))


def _beside(module: ModuleLine) -> str:
    """What the module comes after and goes well with, and what it is about."""
    told = (
        (_("Comes after"), module.requires),
        (_("Goes well with"), module.complements),
        (_("Topics"), module.topics),
    )
    return "".join(titled(title, f"<p>{escape(', '.join(words))}</p>") for title, words in told if words)
