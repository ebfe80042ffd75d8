"""What a report is asked for: which days, which work, where, broken down by what; and what is done with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.documents import indicator_words
from trainer_app.domain.indicators import Asked, By, Counting
from trainer_app.domain.report_periods import Preset, days_of
from trainer_app.i18n import N_, _, screen
from trainer_app.services.report_choices import ReportChoices
from trainer_app.ui import theme
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.date_field import DateField
from trainer_app.ui.widgets.flow import FlowLayout
from trainer_app.ui.widgets.labels import label

SAMPLE = "sample"
PRESETS = (
    (Preset.THIS_QUARTER, N_("This quarter")),
    (Preset.LAST_QUARTER, N_("Last quarter")),
    (Preset.THIS_MONTH, N_("This month")),
    (Preset.LAST_MONTH, N_("Last month")),
    (Preset.THIS_YEAR, N_("This year")),
    (Preset.LAST_YEAR, N_("Last year")),
    (Preset.BEGINNING, N_("Since the beginning")),
    (Preset.OWN, N_("Own dates")),
)


class ReportBar(Translated, QWidget):
    """`asked` says what is wanted. `changed` comes when it is another, `by_changed` when only the breakdown is."""

    changed = Signal()
    by_changed = Signal()

    def __init__(self, parent: QWidget, today: date) -> None:
        super().__init__(parent)
        self._today = today
        self._choices: ReportChoices | None = None
        self.period: Choice[Preset] = Choice(self, "cbPeriod", PRESETS)
        self.first, self.last = DateField(self, "dtFirst", today), DateField(self, "dtLast", today)
        self.to = label(self, "muted", wrap=False)
        self.project: Choice[object] = Choice(self, "cbProject", proper=True)
        self.district: Choice[UUID | None] = Choice(self, "cbDistrict", proper=True)
        self.by: Choice[By] = Choice(self, "cbBy", proper=True)
        self.then: Choice[By | None] = Choice(self, "cbThen", proper=True)
        self.counting: Choice[Counting | None] = Choice(self, "cbCounting", proper=True)
        self._build()
        self._connect()
        self.offer(ReportChoices((), False, False, (), None))
        self.period.choose(Preset.THIS_QUARTER)
        self.by.choose(By.SEX)
        self.then.choose(By.AGE)
        self._show_dates()
        self.retranslate()

    @property
    def asked(self) -> Asked | None:
        """None while own dates are no period yet."""
        first, last = self.first.value, self.last.value
        if first is None or last is None or last < first:
            return None
        project = self.project.value
        return Asked(
            first,
            last,
            project if isinstance(project, UUID) else None,
            self.district.value,
            self.bys,
            self.counting.value,
            self.is_sample,
        )

    @property
    def bys(self) -> tuple[By, ...]:
        """One thing, or two that differ."""
        first, then = self.by.value or By.SEX, self.then.value
        return (first,) if then in (None, first) else (first, then)

    @property
    def is_sample(self) -> bool:
        return self.project.value == SAMPLE

    def offer(self, choices: ReportChoices) -> None:
        """What there is to choose from now; where everything is invented, the sample is what one looks at."""
        first_time = self._choices is None or (choices.only_sample and not self._choices.only_sample)
        self._choices = choices
        self._word_choices()
        if choices.only_sample and first_time:
            self.project.choose(SAMPLE)
        self._show_dates()

    def ask(self, asked: Asked) -> None:
        """Show what this report was asked for, without telling."""
        self.period.choose(self._preset_of(asked.first, asked.last))
        self.first.set_value(asked.first)
        self.last.set_value(asked.last)
        self.project.choose(SAMPLE if asked.sample else asked.project_id)
        self.district.choose(asked.district_id)
        self.counting.choose(asked.counting)
        first, then = (*asked.by, None, None)[:2]
        self.by.choose(first or By.SEX)
        self.then.choose(then)
        self._show_dates()

    def _preset_of(self, first: date, last: date) -> Preset:
        """What these days are called today."""
        named = (preset for preset, _words in PRESETS if preset not in (Preset.OWN, Preset.BEGINNING))
        return next((one for one in named if days_of(one, self._today, first) == (first, last)), Preset.OWN)

    def choose_period(self, preset: Preset) -> None:
        self.period.choose(preset)
        self._show_dates()

    def retranslate(self) -> None:
        self.period.setAccessibleName(_("Period"))
        self.first.setAccessibleName(_("First day"))
        self.last.setAccessibleName(_("Last day"))
        self.to.setText("–")
        self.project.setAccessibleName(_("Project"))
        self.district.setAccessibleName(_("District"))
        self.by.setAccessibleName(_("Broken down by"))
        self.then.setAccessibleName(_("And by"))
        self.counting.setAccessibleName(_("What is counted"))
        self._word_choices()

    def _word_choices(self) -> None:
        choices, t = self._choices, screen()
        if choices is None:
            return
        project, district = self.project.value, self.district.value
        sample: Sequence[tuple[object, str]] = [(SAMPLE, _("Sample programme"))] if choices.has_sample else []
        self.project.offer([(None, _("All projects")), *choices.projects, *sample])
        self._keep(self.project, project)
        self.project.setVisible(len(choices.projects) + len(sample) > 1 or (bool(sample) and not choices.only_sample))
        self.district.offer([(None, _("All districts")), *choices.districts])
        self._keep(self.district, district)
        by, then, counting = self.by.value, self.then.value, self.counting.value
        self.by.offer([(one, _("By: {what}").format(what=indicator_words.by_name(one, t))) for one in By])
        self.by.choose(by or By.SEX)
        then_words = [(one, _("and: {what}").format(what=indicator_words.by_name(one, t))) for one in By]
        self.then.offer([(None, _("and nothing else")), *then_words])
        self.then.choose(then)
        counted = [(one, indicator_words.counting_name(one, t)) for one in Counting]
        self.counting.offer([(None, _("Counted as each indicator says")), *counted])
        self.counting.choose(counting)

    @staticmethod
    def _keep(choice: Choice, value: object) -> None:
        choice.choose(value)
        if choice.currentIndex() < 0:
            choice.choose(None)

    def _show_dates(self) -> None:
        preset = self.period.value or Preset.OWN
        own = preset is Preset.OWN
        if not own:
            beginning = self._choices.beginning if self._choices else None
            first, last = days_of(preset, self._today, beginning or self._today)
            self.first.set_value(first)
            self.last.set_value(last)
        for part in (self.first, self.to, self.last):
            part.setVisible(own)

    def _build(self) -> None:
        inside = QWidget(self)
        row = FlowLayout(inside)
        for widget in (
            self.period,
            self.first,
            self.to,
            self.last,
            self.project,
            self.district,
            self.by,
            self.then,
            self.counting,
        ):
            row.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(inside)

    def _connect(self) -> None:
        self.period.chosen.connect(self._period_chosen)
        for field in (self.first, self.last):
            field.changed.connect(self._tell)
        for choice in (self.project, self.district, self.counting):
            choice.chosen.connect(self._tell)
        self.by.chosen.connect(self._tell_by)
        self.then.chosen.connect(self._tell_by)

    @Slot()
    def _period_chosen(self) -> None:
        self._show_dates()
        if self.period.value is Preset.OWN:
            self.first.setFocus()
        self.changed.emit()

    @Slot(object)
    def _tell(self, _value: object) -> None:
        self.changed.emit()

    @Slot(object)
    def _tell_by(self, _value: object) -> None:
        self.by_changed.emit()
