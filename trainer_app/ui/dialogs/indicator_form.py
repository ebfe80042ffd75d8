"""One indicator: what it measures, how the donor words it, and which part of the work counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from trainer_app.documents import indicator_words
from trainer_app.domain.groups import GroupKind
from trainer_app.domain.ids import new_id
from trainer_app.domain.indicators import OF_PEOPLE, Counting, Measure, Wanted
from trainer_app.domain.trainings import TrainingKind
from trainer_app.i18n import N_, _, screen
from trainer_app.services import curriculum
from trainer_app.services.indicator_definitions import OFFERED
from trainer_app.ui import theme
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.labels import label

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

DEFINITION = 72  # pixels
LETTERS = 12  # of a choice, at least: titles of modules are long, and the form is not to be as wide
OF_TRAININGS = OF_PEOPLE | {Measure.TRAININGS_HELD, Measure.SESSIONS_HELD, Measure.GROUPS_REACHED}


def ask(parent: QWidget, work: Work, language: str, before: Wanted | None = None) -> Wanted | None:
    return IndicatorForm(parent, work, language, before).ask_user()


class IndicatorForm(FormDialog[Wanted]):
    """`dlgIndicator`."""

    def __init__(self, parent: QWidget | None, work: Work, language: str, before: Wanted | None = None) -> None:
        super().__init__(parent, "dlgIndicator", 620, 600)
        self._before = before
        self._modules = tuple((one.code, f"{one.code} {one.title}") for one in work.read(curriculum.modules, language))
        self.measure: Choice[Measure] = Choice(self, "cbMeasure", proper=True)
        self.means = label(self, "caption", "lblMeasure")
        self.title = _line(self, "edIndicatorTitle")
        self.code = _line(self, "edIndicatorCode")
        self.definition = QPlainTextEdit(self)
        self.definition.setObjectName("edIndicatorDefinition")
        self.definition.setTabChangesFocus(True)
        self.definition.setFixedHeight(theme.scaled(DEFINITION))
        self.module: Choice[str] = Choice(self, "cbIndicatorModule", proper=True)
        self.kind: Choice[str] = Choice(self, "cbIndicatorKind", proper=True)
        self.groups: Choice[GroupKind | None] = Choice(self, "cbIndicatorGroups", proper=True)
        self.counting: Choice[Counting] = Choice(self, "cbIndicatorCounting", proper=True)
        for choice in (self.measure, self.module, self.kind, self.groups, self.counting):
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(LETTERS)
        add = self.form.add
        add("measure", N_("What is measured"), self.measure)
        as_worded = N_("As the donor words it. Empty: as the measure is called.")
        add("title", N_("Title of the indicator"), self.title, hint=as_worded)
        add("code", N_("Code of the donor"), self.code, optional=True)
        add("definition", N_("Definition"), self.definition, hint=N_("What the donor adds to it."), optional=True)
        add("counting", N_("One is"), self.counting)
        add("module", N_("Module"), self.module)
        add("kind", N_("Kind of training"), self.kind, beside=True)
        add("groups", N_("Kind of group"), self.groups)
        self.inside.insertWidget(0, self.means)
        self.inside.addStretch()
        self.measure.chosen.connect(self._show_what_applies)
        self.retranslate()
        self._fill(before or Wanted(new_id(), Measure.PEOPLE_REACHED))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = self.title if self._before else self.measure
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        t = screen()
        self.setWindowTitle(indicator_words.title(self._before, t) if self._before else _("New indicator"))
        self.measure.offer([(one, indicator_words.measure_name(one, t)) for one in OFFERED])
        self.module.offer([("", _("Any module")), *self._modules])
        kinds = [(one.value, indicator_words.training_kind_word(one, t)) for one in TrainingKind]
        self.kind.offer([("", _("Any kind")), *kinds])
        groups = [(one, indicator_words.group_kind_word(one, t)) for one in GroupKind]
        self.groups.offer([(None, _("Any kind")), *groups])
        self.counting.offer([(one, indicator_words.counting_name(one, t)) for one in Counting])
        self._show_what_applies()

    def problems(self) -> Mapping[str, str]:
        if self.measure.value is Measure.READING and not self.title.text().strip():
            return {"title": _("An indicator that somebody tells needs a title.")}
        return {}

    def result_of_form(self) -> Wanted:
        measure = self.measure.value or Measure.PEOPLE_REACHED
        counts = measure in OF_TRAININGS
        return replace(
            self._before or Wanted(new_id(), measure),
            measure=measure,
            title=self.title.text().strip(),
            donor_code=self.code.text().strip(),
            definition=self.definition.toPlainText().strip(),
            module=(self.module.value or "") if counts else "",
            kind=(self.kind.value or "") if counts else "",
            group_kind=self.groups.value if counts else None,
            counting=self.counting.value or Counting.PEOPLE_PER_TOPIC,
        )

    def _fill(self, wanted: Wanted) -> None:
        self.measure.choose(wanted.measure)
        self.measure.setEnabled(self._before is None)  # its targets and its readings are of this measure
        self.title.setText(wanted.title)
        self.code.setText(wanted.donor_code)
        self.definition.setPlainText(wanted.definition)
        self.module.choose(wanted.module)
        self.kind.choose(wanted.kind)
        self.groups.choose(wanted.group_kind)
        self.counting.choose(wanted.counting)
        self._show_what_applies()

    @Slot()
    def _show_what_applies(self) -> None:
        """A reading is of nothing that the file counts; only people are counted in several ways."""
        measure, t = self.measure.value, screen()
        if measure is None:
            return
        numerator, denominator = indicator_words.numerator_words, indicator_words.denominator_words
        self.means.setText(" ".join(filter(None, (numerator(measure, t), denominator(measure, t)))))
        for name in ("module", "kind", "groups"):
            self.form.fields[name].setVisible(measure in OF_TRAININGS)
        one_way = measure in indicator_words.COUNTED_ONE_WAY
        self.form.fields["counting"].setVisible(measure in OF_PEOPLE and not one_way)


def _line(parent: QWidget, name: str) -> QLineEdit:
    made = QLineEdit(parent)
    made.setObjectName(name)
    return made
