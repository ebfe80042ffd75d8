"""A unit as its trainer reads it: objectives, materials, steps and messages; or what a module is about."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from trainer_app.domain.curriculum import ModuleLine, StepLine, UnitPage
from trainer_app.i18n import _, ngettext
from trainer_app.ui import theme
from trainer_app.ui.translated import Translated


class UnitText(Translated, QTextBrowser):
    """Words to read: the arrows scroll them, and what is selected can be copied."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("txtUnit")
        self.setOpenLinks(False)
        self._shown: UnitPage | ModuleLine | None = None
        self.retranslate()

    def show_page(self, shown: UnitPage | ModuleLine | None) -> None:
        """Another page begins at its top; the same one in other words stays where it is."""
        same = self._shown is not None and shown is not None and self._shown.id == shown.id
        place = self.verticalScrollBar().value() if same else 0
        self._shown = shown
        self.setHtml(_styled(_html(shown)))
        self.verticalScrollBar().setValue(place)

    def retranslate(self) -> None:
        self.setAccessibleName(_("What the trainer reads"))
        if self._shown is not None:
            self.show_page(self._shown)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange) and self._shown is not None:
            self.show_page(self._shown)


def duration(minutes: int) -> str:
    """`75 min`, `12 h`, `1 h 15`: of a unit or a whole module."""
    hours, rest = divmod(minutes, 60)
    if minutes < 120:
        return _("{minutes} min").format(minutes=minutes)
    return (
        _("{hours} h {minutes}").format(hours=hours, minutes=f"{rest:02}")
        if rest
        else _("{hours} h").format(hours=hours)
    )


def _html(shown: UnitPage | ModuleLine | None) -> str:
    if shown is None:
        return ""
    return _of_module(shown) if isinstance(shown, ModuleLine) else _of_unit(shown)


def _of_unit(page: UnitPage) -> str:
    return "".join(
        (
            _titled(_("Objectives"), _bullets(page.objectives)),
            _titled(_("Materials"), f"<p>{escape(page.materials)}</p>" if page.materials else ""),
            _titled(_("Session plan, {duration}").format(duration=duration(page.minutes)), _steps(page.steps)),
            _titled(_("Messages to take home"), _bullets(page.messages)),
        )
    )


def _of_module(module: ModuleLine) -> str:
    units = ngettext("{count} unit", "{count} units", len(module.units)).format(count=len(module.units))
    items = ngettext("{count} test question", "{count} test questions", module.items).format(count=module.items)
    titles = [f"{unit.code} {unit.title} ({duration(unit.minutes)})" for unit in module.units]
    return f"<p>{escape(module.aim)}</p><p>{units}, {duration(module.minutes)}, {items}</p>" + _titled(
        _("Units"), _bullets(titles)
    )


def _titled(title: str, inside: str) -> str:
    return f"<h3>{escape(title)}</h3>{inside}" if inside else ""


def _bullets(texts: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>" if texts else ""


def _steps(steps: Sequence[StepLine]) -> str:
    """A row for each step, with the minute at which it begins, so that a trainer who is late sees it."""
    rows, begins = [], 0
    for step in steps:
        clock = f"{begins // 60}:{begins % 60:02}"
        rows.append(f"<tr><td>{clock}</td><td>{duration(step.minutes)}</td><td>{escape(step.text)}</td></tr>")
        begins += step.minutes
    heads = "".join(f"<th>{escape(word)}</th>" for word in (_("From"), _("For"), _("Step")))
    return f'<table width="100%" cellspacing="0"><tr>{heads}</tr>{"".join(rows)}</table>' if rows else ""


def _styled(html: str) -> str:
    colours, gap = theme.tokens(), theme.scaled(theme.SMALL)
    return f"""<style>
        h3 {{ font-size: {theme.scaled(theme.SECTION)}px; font-weight: 600; margin: {gap}px 0 0 0; }}
        p {{ margin: {gap // 2}px 0; }}
        ul {{ margin: {gap // 2}px 0; -qt-list-indent: 0; margin-left: {2 * gap}px; }}
        li {{ margin-bottom: {gap // 2}px; }}
        th {{ text-align: left; font-weight: 600; padding: {gap // 2}px {gap}px {gap // 2}px 0;
              border-bottom: 1px solid {colours.border}; }}
        td {{ padding: {gap // 2}px {gap}px {gap // 2}px 0; border-bottom: 1px solid {colours.hairline}; }}
        </style>{html}"""
