"""The logos of a letterhead: in their order, each with its name, its side, and whether it is the EU's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from trainer_app.domain.letterheads import (
    MOST_LOGOS,
    Letterhead,
    LogoPicture,
    moved,
    with_changed,
    with_logo,
    without_logo,
)
from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, _, pgettext
from trainer_app.readers import picture_file
from trainer_app.ui import theme
from trainer_app.ui.announce import announce
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.choice import Segments
from trainer_app.ui.widgets.labels import label

SIDES = ((True, N_("Left, with the donors")), (False, N_("Right, with your organisation")))
ROWS = 3  # of the list, before it scrolls


class LogoRows(Translated, QWidget):
    """A list and its buttons; below it what is known of the logo chosen. `changed` comes after each of them."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rowsLogos")
        self._letterhead = Letterhead()
        self.list = QListWidget(self)
        self.list.setObjectName("lstLogos")
        self.add = button(self, "btnAddLogo", "plus")
        self.up = button(self, "btnLogoUp")
        self.down = button(self, "btnLogoDown")
        self.remove = button(self, "btnRemoveLogo", "trash-2")
        self.problem = label(self, "error", "lblLogoProblem")
        self.problem.hide()
        self.about = QWidget(self)
        self.name_label = label(self.about, "strong")
        self.name = QLineEdit(self.about)
        self.name.setObjectName("edLogoName")
        self.name_label.setBuddy(self.name)
        self.side: Segments[bool] = Segments(self.about, "segLogoSide", SIDES)
        self.is_eu = QCheckBox(self.about)
        self.is_eu.setObjectName("chkLogoIsEu")
        self.setFocusProxy(self.list)
        self._build()
        self._connect()
        self.retranslate()
        self.show_logos(Letterhead())

    @property
    def logos(self) -> tuple[LogoPicture, ...]:
        return self._letterhead.logos

    def show_logos(self, letterhead: Letterhead, at: int = 0) -> None:
        """Those of this letterhead, with one of them chosen."""
        self._letterhead = Letterhead(logos=letterhead.logos)
        self.list.blockSignals(True)
        self.list.clear()
        for logo in letterhead.logos:
            self.list.addItem(_line(logo))
        self.list.setCurrentRow(min(at, self.list.count() - 1))
        self.list.blockSignals(False)
        self._size()
        self._show_chosen()

    def add_file(self, path: Path) -> None:
        """One more logo; why it cannot be read is said below the list."""
        try:
            png = picture_file.read(path)
        except TrainerError as problem:
            self._say(str(problem))
            return
        self._say("")
        name = path.stem.replace("_", " ").replace("-", " ")
        self._take(with_logo(self._letterhead, LogoPicture(name, png)), len(self.logos))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def retranslate(self) -> None:
        self.add.setText(_("Add a logo…"))
        self.up.setText(pgettext("move in a list", "Up"))
        self.down.setText(pgettext("move in a list", "Down"))
        self.remove.setText(_("Remove"))
        self.list.setAccessibleName(_("Logos"))
        self.name_label.setText(_("What the logo shows"))
        self.name.setAccessibleName(_("What the logo shows"))
        self.is_eu.setText(_("It is the emblem of the European Union"))
        self.side.setAccessibleName(_("Where it stands"))

    # ---- what is done --------------------------------------------------------------------------------------------

    @Slot()
    def _add(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        kinds = _("Pictures ({patterns})").format(patterns=" ".join(f"*{suffix}" for suffix in picture_file.SUFFIXES))
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Choose a logo"), folder, kinds)
        if chosen:
            self.add_file(Path(chosen))

    @Slot()
    def _up(self) -> None:
        self._move(-1)

    @Slot()
    def _down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        place = self.list.currentRow()
        self._take(moved(self._letterhead, place, by), place + by)

    @Slot()
    def _remove(self) -> None:
        place = self.list.currentRow()
        self._take(without_logo(self._letterhead, place), place)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _change(self) -> None:
        place = self.list.currentRow()
        if place < 0:
            return
        logo = replace(self.logos[place], name=self.name.text(), is_donor=self.side.value, is_eu=self.is_eu.isChecked())
        self._letterhead = with_changed(self._letterhead, place, logo)
        self.list.item(place).setText(_said(logo))
        self.changed.emit()

    def _take(self, letterhead: Letterhead, at: int) -> None:
        self.show_logos(letterhead, at)
        self.changed.emit()

    @Slot()
    def _show_chosen(self) -> None:
        place, count = self.list.currentRow(), self.list.count()
        self.add.setEnabled(count < MOST_LOGOS)
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < count - 1)
        self.remove.setEnabled(place >= 0)
        self.about.setVisible(place >= 0)
        if place < 0:
            return
        logo = self.logos[place]
        for part in (self.name, self.is_eu):
            part.blockSignals(True)
        self.name.setText(logo.name)
        self.is_eu.setChecked(logo.is_eu)
        self.side.choose(logo.is_donor)
        for part in (self.name, self.is_eu):
            part.blockSignals(False)

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if words:
            announce(self, words, urgent=True)

    def _size(self) -> None:
        """As high as its lines, within reason."""
        self.list.setIconSize(QSize(theme.scaled(48), theme.scaled(24)))
        rows = max(1, min(ROWS, self.list.count()))
        self.list.setFixedHeight(rows * theme.row_height() + theme.SMALL)
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(QSize(theme.scaled(100), theme.row_height()))

    def _connect(self) -> None:
        for made, deed in (
            (self.add, self._add),
            (self.up, self._up),
            (self.down, self._down),
            (self.remove, self._remove),
        ):
            made.clicked.connect(deed)
        self.list.currentRowChanged.connect(self._show_chosen)
        self.name.textEdited.connect(self._change)
        self.is_eu.toggled.connect(self._change)
        self.side.chosen.connect(self._change)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SMALL)
        for made in (self.add, self.up, self.down, self.remove):
            buttons.addWidget(made)
        buttons.addStretch()
        about = QVBoxLayout(self.about)
        about.setContentsMargins(0, 0, 0, 0)
        about.setSpacing(theme.TINY)
        for part in (self.name_label, self.name, self.side, self.is_eu):
            about.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self.list)
        layout.addLayout(buttons)
        layout.addWidget(self.problem)
        layout.addWidget(self.about)


def _line(logo: LogoPicture) -> QListWidgetItem:
    picture = QPixmap()
    picture.loadFromData(logo.png, "PNG")  # type: ignore[arg-type]
    return QListWidgetItem(QIcon(picture), _said(logo))


def _said(logo: LogoPicture) -> str:
    """`European Union · Left, with the donors · EU emblem`"""
    parts = [logo.name, _(dict(SIDES)[logo.is_donor]), *([_("EU emblem")] if logo.is_eu else [])]
    return " · ".join(filter(None, parts))
