"""The questions of the print centre: for whom or what, in which language, on which paper, how many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from trainer_app.documents.handout import Format
from trainer_app.domain.attendance import RegisterDay
from trainer_app.domain.curriculum import ModuleLine, TextState, UnitLine
from trainer_app.domain.groups import GroupLine
from trainer_app.domain.trainings import TrainingLine
from trainer_app.i18n import LANGUAGES, N_, _, pgettext, screen
from trainer_app.ui import theme
from trainer_app.ui.models.curriculum import in_language, state_words, states_of
from trainer_app.ui.screens.print_centre.order import OF_CURRICULUM, OF_TRAINING, WITH_PHONES, Kind, Order
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.choice import Choice, Segments
from trainer_app.ui.widgets.form import Field
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.number_box import NumberBox

MOST_COPIES = 500
FORMATS = [(Format.A4, "A4"), (Format.A5, "A5"), (Format.BOOKLET, N_("Booklet"))]


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to choose from."""

    modules: Sequence[ModuleLine] = ()
    trainings: Sequence[TrainingLine] = ()
    groups: Sequence[GroupLine] = ()


class OrderForm(Translated, QScrollArea):
    """Shows only the questions that the chosen document has; each keeps its answer while it is hidden."""

    changed = Signal()
    training_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("frmOrder")
        self._offer = Offer()
        self.kind = Kind.HANDOUT
        inside = QWidget(self)
        inside.setProperty("kind", "page")
        self.unit: Choice[UUID] = _choice(inside, "cbUnit")
        self.module: Choice[UUID] = _choice(inside, "cbModule")
        self.training: Choice[UUID] = _choice(inside, "cbTraining")
        self.day: Choice[int] = _choice(inside, "cbDay")
        self.group: Choice[UUID | None] = _choice(inside, "cbGroup")
        self.language: Segments[str] = Segments(inside, "segPaperLanguage", list(LANGUAGES.items()), proper=True)
        self.format: Segments[Format] = Segments(inside, "segPaper", FORMATS)
        self.copies = NumberBox(inside, "spnCopies", 1, MOST_COPIES)
        self.phones = QCheckBox(inside)
        self.phones.setObjectName("chkPhones")
        self.state = label(inside, "warning", "lblState")
        self.fields = {
            "unit": Field(inside, N_("Unit"), self.unit),
            "module": Field(inside, N_("Module"), self.module),
            "training": Field(inside, N_("Training"), self.training),
            "day": Field(inside, N_("Day"), self.day),
            "group": Field(inside, N_("Group"), self.group),
            "language": Field(inside, N_("Language of the paper"), self.language),
            "format": Field(inside, N_("Paper"), self.format),
            "copies": Field(inside, N_("Copies"), self.copies),
        }
        self._build(inside)
        self._connect()
        self.retranslate()

    def order(self) -> Order:
        subject: dict[Kind, UUID | None] = {
            Kind.HANDOUT: self.unit.value,
            Kind.MODULE: self.module.value,
            Kind.PEOPLE: self.group.value,
        }
        curriculum = self.kind in OF_CURRICULUM
        return Order(
            kind=self.kind,
            subject=subject.get(self.kind, self.training.value),
            language=self.language.value,
            form=self.format.value if curriculum else Format.A4,
            copies=self.copies.value(),
            day=self.day.value or 1,
            whole_phones=self.phones.isChecked() and self.kind in WITH_PHONES,
        )

    def offer(self, offer: Offer, today: date) -> None:
        """What there is to choose from now; what was chosen stays chosen while it is there."""
        first_time = self.training.count() == 0
        self._offer = offer
        units = [(unit.id, f"{unit.code} {unit.title}") for module in offer.modules for unit in module.units]
        self.unit.offer(units)
        self.module.offer([(module.id, f"{module.code} {module.title}") for module in offer.modules])
        self.training.offer([(line.id, training_words(line)) for line in offer.trainings])
        self.group.offer([(None, _("Everyone")), *((line.id, line.name) for line in offer.groups)])
        if first_time and offer.trainings:
            self.training.choose(nearest(offer.trainings, today).id)

    def offer_days(self, days: Sequence[RegisterDay], today: date) -> None:
        """The days of the chosen training; the next one of them is proposed for another training."""
        first_time = self.day.count() == 0
        self.day.offer([(day.number, _day_words(day)) for day in days])
        if first_time and days:
            coming = (day.number for day in days if day.day >= today)
            self.day.choose(next(coming, days[-1].number))

    def show_kind(self, kind: Kind) -> None:
        self.kind = kind
        for name, wanted in (
            ("unit", kind == Kind.HANDOUT),
            ("module", kind == Kind.MODULE),
            ("training", kind in OF_TRAINING),
            ("day", kind == Kind.SIGN_IN),
            ("group", kind == Kind.PEOPLE),
            ("format", kind in OF_CURRICULUM),
        ):
            self.fields[name].setVisible(wanted)
        self.phones.setVisible(kind in WITH_PHONES)
        self.tell_state()

    @Slot()
    def tell_state(self) -> None:
        """Own up to a translation that no reader has checked, before it is printed."""
        words = self._state()
        self.state.setText(words)
        self.state.setVisible(bool(words))

    def retranslate(self) -> None:
        self.phones.setText(_("Show whole phone numbers"))
        self.phones.setToolTip(_("Otherwise all but the last digits are hidden"))
        self.fields["day"].label.setText(pgettext("of a training", "Day"))
        self.tell_state()

    def _state(self) -> str:
        """`✎ draft`, and what it means; nothing of a reviewed page."""
        lines: list[ModuleLine | UnitLine] = [
            *self._offer.modules,
            *(unit for module in self._offer.modules for unit in module.units),
        ]
        wanted = {Kind.HANDOUT: self.unit.value, Kind.MODULE: self.module.value}.get(self.kind)
        line = next((line for line in lines if line.id == wanted), None)
        if line is None or wanted is None:
            return ""
        states = states_of(line) if isinstance(line, ModuleLine) else line.states
        state = in_language(states, self.language.value)
        if state == TextState.REVIEWED:
            return ""
        words = _("{language}: {state}. A reader has not approved this text yet.")
        return words.format(language=LANGUAGES[self.language.value], state=state_words(state))

    @Slot()
    def _tell(self) -> None:
        self.tell_state()
        self.changed.emit()

    @Slot()
    def _tell_training(self) -> None:
        self.day.offer([])
        self.training_changed.emit()
        self.changed.emit()

    def _connect(self) -> None:
        for choice in (self.unit, self.module, self.day, self.group, self.language, self.format):
            choice.chosen.connect(self._tell)
        self.training.chosen.connect(self._tell_training)
        self.copies.valueChanged.connect(self._tell)
        self.phones.toggled.connect(self._tell)

    def _build(self, inside: QWidget) -> None:
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, theme.SMALL, 0)
        layout.setSpacing(theme.SMALL)
        for name in ("unit", "module", "training", "day", "group", "language"):
            layout.addWidget(self.fields[name])
        layout.addWidget(self.state)
        layout.addWidget(self.fields["format"])
        layout.addWidget(self.phones)
        layout.addWidget(self.fields["copies"])
        layout.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(self.focusPolicy().NoFocus)
        self.setWidget(inside)


def training_words(line: TrainingLine) -> str:
    """`RUL-014 18/11/2026 Cooperative governance, COOP Twisungane`"""
    about = ", ".join(part for part in (line.title, line.group) if part)
    return f"{line.code} {screen().date(line.first_day)} {about}"


def nearest(trainings: Sequence[TrainingLine], today: date) -> TrainingLine:
    """The training that is under way or comes next; else the last one."""
    coming = [line for line in trainings if line.last_day >= today]
    return min(coming, key=lambda line: line.first_day) if coming else trainings[0]


def _day_words(day: RegisterDay) -> str:
    return _("Day {number}, {date}").format(number=day.number, date=screen().date(day.day))


def _choice(parent: QWidget, name: str) -> Choice:
    made: Choice = Choice(parent, name, proper=True)
    made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(12)
    made.setMaxVisibleItems(15)
    return made
