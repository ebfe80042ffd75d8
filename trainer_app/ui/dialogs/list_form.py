"""How a donor wants a list: its columns and their order, the paper, the languages, what stands in full."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from trainer_app.documents.attendance_rows import LEAST_DAY, Variant
from trainer_app.documents.list_columns import refuse_what_does_not_fit
from trainer_app.domain.list_forms import ATTENDANCE, MOST_EMPTY, PROPOSED, ListColumn, ListForm
from trainer_app.errors import TrainerError
from trainer_app.i18n import LANGUAGES, N_, _, pgettext, screen
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.dialogs.list_form_columns import ColumnRows
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.choice import Choice, Segments
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.number_box import NumberBox

WAYS = ((False, N_("Landscape")), (True, N_("Upright")))
PAIRS = (("fr", "rw"), ("en", "rw"), ("fr", "en"))
AS_USUAL = -1


@dataclass(frozen=True, slots=True)
class FormAnswer:
    """`removed`: nobody asks for it any more."""

    form: ListForm
    removed: bool = False


def ask(parent: QWidget, before: ListForm) -> FormAnswer | None:
    """`before` without a name is where a new form begins."""
    return ListFormDialog(parent, before).ask_user()


class ListFormDialog(FormDialog[FormAnswer]):
    """`dlgListForm`. Whether the columns fit on the paper is said while one chooses."""

    TITLE = N_("Columns of the list")

    def __init__(self, parent: QWidget | None, before: ListForm) -> None:
        super().__init__(parent, "dlgListForm", 620, 640)
        self._before = before
        self.name = QLineEdit(self)
        self.name.setObjectName("edFormName")
        self.columns = ColumnRows(self, before.document)
        self.fits = label(self, "warning", "lblColumnsFit")
        self.way: Segments[bool] = Segments(self, "segFormPaper", WAYS)
        self.languages: Choice[tuple[str, ...]] = Choice(self, "cbFormLanguages", _languages(), proper=True)
        self.empty = NumberBox(self, "spnEmptyRows", AS_USUAL, MOST_EMPTY)
        self.phones = _tick(self, "chkFormPhones")
        self.ids = _tick(self, "chkFormIds")
        self.remove = button(self, "btnRemoveForm", "trash-2", kind="quiet")
        self.remove.setVisible(bool(before.name))
        self.remove.clicked.connect(self._remove)
        self.row.insertWidget(0, self.remove)
        self._add_questions()
        self._fill(before)
        self._connect()
        self.retranslate()
        self._tell_fit()

    def _add_questions(self) -> None:
        add = self.form.add
        add("name", N_("Who asks for it"), self.name, hint=N_("For example the name of a donor"))
        add("columns", N_("Columns"), self.columns).add_below(self.fits)
        add("way", N_("Paper"), self.way)
        add("languages", N_("Languages of the labels"), self.languages)
        add("empty", N_("Empty rows at the end"), self.empty, beside=True)
        self.inside.addWidget(self.phones)
        self.inside.addWidget(self.ids)
        self.inside.addStretch()

    def _fill(self, form: ListForm) -> None:
        self.name.setText(form.name)
        self.columns.choose(form.columns or PROPOSED[form.document])
        self.way.choose(form.is_upright)
        self.languages.choose(form.languages)
        self.empty.setValue(AS_USUAL if form.empty is None else form.empty)
        self.phones.setChecked(form.phones)
        self.ids.setChecked(form.ids)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = self.columns.list if self._before.name else self.name
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        self.languages.setItemText(0, _("As it is asked each time"))
        self.empty.setSpecialValueText(pgettext("empty rows of a list", "As usual"))
        self.phones.setText(_("Show whole phone numbers"))
        self.ids.setText(_("Show whole numbers of identity cards"))
        self.remove.setText(_("Remove this form"))
        self._tell_fit()

    def problems(self) -> Mapping[str, str]:
        found = {}
        if not self.name.text().strip():
            found["name"] = _("Write who asks for the list in this form.")
        if not self.columns.value:
            found["columns"] = _("Choose at least one column.")
        elif words := self._does_not_fit():
            found["columns"] = words
        return found

    def result_of_form(self) -> FormAnswer:
        return FormAnswer(self.written())

    def written(self) -> ListForm:
        return ListForm(
            self._before.document,
            self.name.text().strip(),
            self.columns.value,
            is_upright=self.way.value,
            languages=self.languages.value or (),
            empty=None if self.empty.value() == AS_USUAL else self.empty.value(),
            phones=self.phones.isChecked(),
            ids=self.ids.isChecked(),
        )

    def _does_not_fit(self) -> str:
        """Why the columns cannot be printed; on a list to sign, which needs the most room."""
        form = self.written()
        try:
            refuse_what_does_not_fit(form.columns, LEAST_DAY[Variant.BLANK], form, screen())
        except TrainerError as problem:
            return str(problem)
        return ""

    @Slot()
    def _tell_fit(self) -> None:
        words = self._does_not_fit()
        self.fits.setText(words)
        self.fits.setVisible(bool(words))
        self.ids.setVisible(ListColumn.ID in self.columns.value)
        self.phones.setVisible(ListColumn.PHONE in self.columns.value)

    @Slot()
    def _remove(self) -> None:
        self.finish(FormAnswer(self._before, removed=True))

    def _connect(self) -> None:
        self.columns.changed.connect(self._tell_fit)
        self.way.chosen.connect(self._tell_fit)


def begun(document: str = ATTENDANCE) -> ListForm:
    """A new form as it is proposed."""
    return ListForm(document, columns=PROPOSED[document])


def _languages() -> list[tuple[tuple[str, ...], str]]:
    """One by one, then the pairs: "Français + Ikinyarwanda"."""
    asked = [(), *((code,) for code in LANGUAGES), *PAIRS]
    return [(codes, " + ".join(LANGUAGES[code] for code in codes)) for codes in asked]


def _tick(parent: QWidget, name: str) -> QCheckBox:
    made = QCheckBox(parent)
    made.setObjectName(name)
    return made
