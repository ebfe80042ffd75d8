"""Saving the list of people as a sheet or on paper: a deliberate export, noted, with phones masked unless asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer_app.documents import people_list
from trainer_app.documents.attendance_rows import Detail
from trainer_app.documents.output import Tick, Written, safe_name
from trainer_app.domain.letterheads import NONE, Letterhead
from trainer_app.domain.people import PersonLine
from trainer_app.i18n import N_, Catalog, _
from trainer_app.ui.widgets.buttons import menu_action, menu_button

FORMATS = {
    ".xlsx": N_("Excel (.xlsx)"),
    ".ods": N_("LibreOffice (.ods)"),
    ".csv": N_("Plain table (.csv)"),
    ".pdf": N_("Paper (.pdf)"),
}
DOCUMENT = "people_list"


@dataclass(frozen=True, slots=True)
class Export:
    """Everything that the background job needs, so that it asks nobody."""

    lines: Sequence[PersonLine]
    path: Path
    language: str
    whole_phones: bool
    is_sample: bool
    today: date
    letterhead: Letterhead = NONE

    @property
    def unmasked(self) -> frozenset[str]:
        return frozenset({Detail.PHONE} if self.whole_phones else ())

    def write(self, tick: Tick) -> Written:
        t = Catalog(self.language)
        shown, own = self.unmasked, self.letterhead
        return people_list.write(self.lines, t, self.path, shown, tick, self.today, self.is_sample, own)


def file_name(language: str, suffix: str, today: date, is_sample: bool) -> str:
    """`List of people 2026-03-09.xlsx`; a list of invented people says so in its name."""
    t = Catalog(language)
    sample = t.pgettext("across a page printed from the sample programme", "SAMPLE") if is_sample else ""
    return safe_name(" ".join(part for part in (sample, t.gettext("List of people"), f"{today}") if part), suffix)


def ask(parent: QWidget, proposed: str) -> Path | None:
    """Where to save it, or None. The system's own window asks before a file is replaced."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    suffix = Path(proposed).suffix
    title, where = _("Save the list of people"), str(Path(folder) / proposed)
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, where, f"*{suffix}")
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def show_in_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


class ExportMenu(QObject):
    """[Export v]: a line for each kind of file, and a tick for whole phone numbers. `wanted` carries the suffix."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.button = menu_button(parent, "btnExport", "download")
        self.formats = [menu_action(self.button, f"actExport{suffix[1:]}", suffix) for suffix in FORMATS]
        self.button.menu().addSeparator()
        self.whole_phones = menu_action(self.button, "actWholePhones")
        self.whole_phones.setCheckable(True)
        self.button.menu().triggered.connect(self._tell)

    def retranslate(self) -> None:
        self.button.setText(_("Export"))
        self.button.setToolTip(_("Save the people in the list as a file (Ctrl+E)"))
        for action in self.formats:
            action.setText(_(FORMATS[action.data()]))
        self.whole_phones.setText(_("Show whole phone numbers"))

    @Slot(QAction)
    def _tell(self, action: QAction) -> None:
        if action.data():
            self.wanted.emit(action.data())
        else:
            self.button.showMenu()  # the tick is for the file that is chosen next
