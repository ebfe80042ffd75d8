"""How many more came whose names nobody has."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.domain.attendance import Heads
from trainer_app.i18n import N_, _
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.number_box import NumberBox

MOST = 100_000  # a fair, or a talk on the radio that somebody counted listeners of


def ask(parent: QWidget, before: Heads) -> Heads | None:
    return HeadsDialog(parent, before).ask_user()


class HeadsDialog(FormDialog[Heads]):
    """`dlgHeads`."""

    TITLE = N_("People without a name")

    def __init__(self, parent: QWidget | None, before: Heads) -> None:
        super().__init__(parent, "dlgHeads", 460, 330)
        self.about = label(self, "muted")
        self.inside.insertWidget(0, self.about)
        self.counts = {name: _box(self, name, getattr(before, name)) for name in ("women", "men", "unknown")}
        self.note = QLineEdit(before.note, self)
        self.note.setObjectName("edHeadsNote")
        self.form.add("women", N_("Women"), self.counts["women"])
        self.form.add("men", N_("Men"), self.counts["men"], beside=True)
        self.form.add("unknown", N_("Sex not known"), self.counts["unknown"])
        self.form.add("note", N_("Note"), self.note, optional=True)
        self.retranslate()
        self.counts["women"].setFocus()
        self.counts["women"].selectAll()

    def retranslate(self) -> None:
        super().retranslate()
        self.about.setText(_("How many came who are not on the register. They are never added to people with a name."))

    def result_of_form(self) -> Heads:
        return Heads(**{name: box.value() for name, box in self.counts.items()}, note=self.note.text().strip())


def _box(parent: QWidget, name: str, value: int) -> NumberBox:
    made = NumberBox(parent, f"sp_heads_{name}", 0, MOST)
    made.setValue(value)
    return made
