"""The questions of the print centre: for whom or what, in which language, on which paper, how many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QStyle, QVBoxLayout, QWidget

from trainer_app.documents.handout import Format
from trainer_app.domain.attendance import RegisterDay, RegisterLine
from trainer_app.domain.checklists import Checklist
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.letterheads import Letterhead
from trainer_app.domain.letters import TO_EACH, LetterKind, LetterWords
from trainer_app.domain.list_forms import ATTENDANCE, ListForm
from trainer_app.domain.printed import NOBODY, Holder
from trainer_app.domain.scores import Phase, Way
from trainer_app.i18n import LANGUAGES, N_, _, pgettext
from trainer_app.ui import theme
from trainer_app.ui.models.curriculum import not_reviewed
from trainer_app.ui.screens.print_centre.kinds import ALWAYS, ASKS, FORMS, WITH_HEAD, Kind
from trainer_app.ui.screens.print_centre.order import Order
from trainer_app.ui.screens.print_centre.order_choices import Offer, day_words, nearest
from trainer_app.ui.screens.print_centre.other_copies import OtherCopies
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.choice import Choice, Segments
from trainer_app.ui.widgets.form import Field
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.number_box import NumberBox

MOST_COPIES = 500
FORMATS = [(Format.A4, "A4"), (Format.A5, "A5"), (Format.BOOKLET, N_("Booklet"))]
FACING = [(Format.A4, N_("Facing pages")), (Format.A5, N_("Side by side"))]
PHASES = [(Phase.PRE, N_("Before")), (Phase.POST, N_("After")), (Phase.LATER, N_("Later"))]
WAYS = [(Way.CARDS, N_("Cards")), (Way.HANDS, N_("Hands")), (Way.BEANS, N_("Beans"))]
CHECKLISTS = [
    (Checklist.TEACH_BACK, N_("Leading a session with peers")),
    (Checklist.SAVINGS_MEETING, N_("Leading a meeting of a savings group")),
]
LETTERS = [
    (LetterKind.NOTICE, N_("Notice to the local authority")),
    (LetterKind.TRAINER, N_("Request for a trainer")),
    (LetterKind.INVITATION, N_("Letter of invitation")),
    (LetterKind.EMPLOYER, N_("Attestation for the employer")),
    (LetterKind.THANKS, N_("Letter of thanks to the host")),
]
FIRST = (
    *("unit", "module", "part", "training", "letter", "checklist", "day", "person", "group", "test", "phase", "way"),
    *("reading", "language", "words"),
)
"""The questions in their order, down to the language and what hangs on it."""
READING = [(True, N_("With words")), (False, N_("Pictures only"))]


class OrderForm(Translated, QScrollArea):
    """Shows only the questions that the chosen document has; each keeps its answer while it is hidden."""

    changed = Signal()
    training_changed = Signal()
    issuing_wanted = Signal()
    checking_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("frmOrder")
        self.offered = Offer()
        self.kind = Kind.HANDOUT
        inside = self._inside = QWidget(self)
        inside.setProperty("kind", "page")
        names = list(LANGUAGES.items())
        self.unit: Choice[UUID] = _choice(inside, "cbUnit")
        self.module: Choice[UUID] = _choice(inside, "cbModule")
        self.part: Choice[UUID] = _choice(inside, "cbPart")
        self.training: Choice[UUID] = _choice(inside, "cbTraining")
        self.day: Choice[int] = _choice(inside, "cbDay")
        self.group: Choice[UUID | None] = _choice(inside, "cbGroup")
        self.holder: Choice[Holder] = _choice(inside, "cbHolder")
        self.language: Segments[str] = Segments(inside, "segPaperLanguage", names, proper=True)
        self.second: Segments[str] = Segments(inside, "segSecondLanguage", names, proper=True)
        beside = [("", ""), *names]
        self.also: Choice[str] = Choice(inside, "cbAlso", beside, proper=True)
        self.donor: Choice[str] = Choice(inside, "cbDonor", [("", "")], proper=True)
        self.columns = button(inside, "btnColumns", kind="link")
        self._forms: tuple[ListForm, ...] = ()
        self.format: Segments[Format] = Segments(inside, "segPaper", FORMATS)
        self.facing: Segments[Format] = Segments(inside, "segFacing", FACING)
        self.test: Segments[str] = Segments(inside, "segTest", [("A", "A"), ("B", "B")], proper=True)
        self.phase: Segments[Phase] = Segments(inside, "segPhase", PHASES)
        self.reading: Segments[bool] = Segments(inside, "segReading", READING)
        self.copies = NumberBox(inside, "spnCopies", 1, MOST_COPIES)
        self.others = OtherCopies(inside, MOST_COPIES)
        self.phones = _tick(inside, "chkPhones")
        self.by_hand = _tick(inside, "chkByHand")
        self.boxes = _tick(inside, "chkBoxes")
        self.signature = _tick(inside, "chkSignature")
        self.signature.setChecked(True)
        self.grey = _tick(inside, "chkGrey")
        self.letterhead = button(inside, "btnPaperLetterhead", kind="link")
        self._has_letterhead = self._has_logos = False
        self.two = _tick(inside, "chkTwoLanguages")
        self.score = _tick(inside, "chkScore")
        self.issue = button(inside, "btnIssuing", "pencil")
        self.check = button(inside, "btnChecking", "search")
        self.code_only = _tick(inside, "chkCodeOnly")
        self.way: Segments[Way] = Segments(inside, "segWay", WAYS)
        self.checklist: Choice[Checklist] = Choice(inside, "cbChecklist", CHECKLISTS)
        self.letter: Choice[LetterKind] = Choice(inside, "cbLetter", LETTERS)
        self.person: Choice[UUID | None] = _choice(inside, "cbPerson")
        self.words = button(inside, "btnLetterWords", "pencil")
        self.person.setEnabled(False)
        self.letter_words: dict[tuple[object, ...], LetterWords] = {}
        self.state = label(inside, "warning", "lblState")
        self.other_language = button(inside, "btnOtherLanguage", kind="link")
        self._better = ""
        self.fields = {
            "unit": Field(inside, N_("Unit"), self.unit),
            "module": Field(inside, N_("Module"), self.module),
            "part": Field(inside, N_("Unit or module"), self.part),
            "training": Field(inside, N_("Training"), self.training),
            "day": Field(inside, N_("Day"), self.day),
            "group": Field(inside, N_("Group"), self.group),
            "test": Field(inside, N_("Form of the test"), self.test),
            "phase": Field(inside, N_("Before or after the training"), self.phase),
            "reading": Field(inside, N_("For people who read, or to whom it is read"), self.reading),
            "way": Field(inside, N_("How the room answers"), self.way),
            "checklist": Field(inside, N_("Checklist"), self.checklist),
            "letter": Field(inside, N_("Letter"), self.letter),
            "person": Field(inside, N_("For whom"), self.person),
            "words": Field(inside, N_("Words of the letter"), self.words),
            "language": Field(inside, N_("Language of the paper"), self.language),
            "second": Field(inside, N_("Second language"), self.second),
            "also": Field(inside, N_("Labels also in"), self.also),
            "donor": Field(inside, N_("As asked by"), self.donor),
            "format": Field(inside, N_("Paper"), self.format),
            "facing": Field(inside, N_("Paper"), self.facing),
            "copies": Field(inside, N_("Copies"), self.copies),
            "others": Field(inside, N_("Copies in other languages, in the same job"), self.others),
            "holder": Field(inside, N_("For whom the copies are"), self.holder),
        }
        self.ticks = {
            "phones": self.phones,
            "by_hand": self.by_hand,
            "boxes": self.boxes,
            "signature": self.signature,
            "code_only": self.code_only,
        }
        self.ticks |= {"two": self.two, "score": self.score}
        self.buttons = (self.issue, self.check)
        self._build(inside)
        self._connect()
        self.retranslate()

    def order(self) -> Order:
        asked = ASKS[self.kind]
        return Order(
            kind=self.kind,
            subject=self._subject(asked),
            language=self.language.value,
            form=self._format(asked),
            copies=self.copies.value(),
            day=self.day.value or 1,
            whole_phones="phones" in asked and self.phones.isChecked(),
            second=self.second.value,
            others=self.others.value if "others" in asked else (),
            by_hand="by_hand" in asked and self.by_hand.isChecked(),
            three_boxes=self.boxes.isChecked(),
            signature=self.signature.isChecked(),
            also=(self.also.value or "") if "also" in asked else "",
            donor=(self.donor.value or "") if "donor" in asked else "",
            grey=self.grey.isChecked(),
            in_two=self.two.isChecked(),
            score=self.score.isChecked(),
            test=self.test.value,
            phase=self.phase.value,
            reading=self.reading.value,
            holder=(self.holder.value or NOBODY) if "holder" in asked else NOBODY,
            letter=self.letter.value or LetterKind.NOTICE,
            person=self.person.value if "person" in asked else None,
            letter_words=self.letter_words.get(self.letter_key) if "letter" in asked else None,
            code_only=self.code_only.isChecked(),
            way=self.way.value,
            checklist=self.checklist.value or Checklist.TEACH_BACK,
        )

    @property
    def letter_key(self) -> tuple[object, ...]:
        """Which letter it is: its words are kept by it when they were changed."""
        return self.training.value, self.letter.value, self.language.value

    def change_letter(self, words: LetterWords) -> None:
        """Print these words instead of the proposed ones."""
        self.letter_words[self.letter_key] = words
        self.changed.emit()

    def _subject(self, asked: frozenset[str]) -> UUID | None:
        choices: dict[str, Choice[Any]] = {
            "unit": self.unit,
            "module": self.module,
            "part": self.part,
            "group": self.group,
        }
        return next((choice.value for name, choice in choices.items() if name in asked), self.training.value)

    def _format(self, asked: frozenset[str]) -> Format:
        if "facing" in asked:
            return self.facing.value
        return self.format.value if "format" in asked else Format.A4

    def offer(self, offer: Offer, today: date) -> None:
        """What there is to choose from now; what was chosen stays chosen while it is there."""
        first_time = self.training.count() == 0
        self.offered = offer
        self.unit.offer(offer.of_units)
        self.module.offer(offer.of_modules)
        self.part.offer(offer.of_both)
        self.training.offer([(holder.training_id, words) for holder, words in offer.of_holders if holder.training_id])
        self.group.offer(offer.of_groups)
        self.holder.offer(offer.of_holders)
        if first_time and offer.trainings:
            self.training.choose(nearest(offer.trainings, today).id)

    def offer_days(self, days: Sequence[RegisterDay], today: date) -> None:
        """The days of the chosen training; the next one of them is proposed for another training."""
        first_time = self.day.count() == 0
        self.day.offer([(day.number, day_words(day)) for day in days])
        if first_time and days:
            coming = (day.number for day in days if day.day >= today)
            self.day.choose(next(coming, days[-1].number))

    def offer_people(self, lines: Sequence[RegisterLine]) -> None:
        """Those of the chosen training, and first all of them together."""
        self.person.offer([(None, _("Everyone")), *((line.person_id, f"{line.number} {line.name}") for line in lines)])
        if self.person.currentIndex() < 0:
            self.person.choose(None)

    def show_kind(self, kind: Kind) -> None:
        self.kind = kind
        asked = ASKS[kind] | ALWAYS
        if "two" in asked and self.two.isChecked():
            asked |= {"second"}
        for name, part in {**self.fields, **self.ticks}.items():
            part.setVisible(name in asked)
        for made in self.buttons:
            made.setVisible(kind is Kind.CERTIFICATES)
        self.columns.setVisible("donor" in asked)
        self._offer_donors()
        self._offer_letterhead()

    def offer_forms(self, forms: Sequence[ListForm]) -> None:
        """What donors have asked for so far, of every list."""
        self._forms = tuple(forms)
        self._offer_donors()

    def _offer_donors(self) -> None:
        document = FORMS.get(self.kind)
        named = [(form.name, form.name) for form in self._forms if form.document == document]
        self.donor.offer([("", _("Nobody in particular (usual columns)")), *named])
        if self.donor.currentIndex() < 0:
            self.donor.choose("")

    @property
    def list_form(self) -> ListForm:
        """The form that is chosen, or a new one where the usual columns are."""
        document = FORMS.get(self.kind, ATTENDANCE)
        named = (form for form in self._forms if form.document == document and form.name == self.donor.value)
        return next(named, ListForm(document))

    @Slot()
    def take_donor(self) -> None:
        """The languages that this donor asked for are proposed."""
        if languages := self.list_form.languages:
            self.choose_language(languages[0])
            self.also.choose(languages[1] if len(languages) > 1 else "")
        self.changed.emit()

    def tell_letterhead(self, own: Letterhead) -> None:
        """Whether papers bear one; the link to it stands below papers that have a head."""
        self._has_letterhead, self._has_logos = not own.is_empty, bool(own.logos)
        self._offer_letterhead()

    def _offer_letterhead(self) -> None:
        has_head = self.kind in WITH_HEAD
        words = _("Letterhead…") if self._has_letterhead else _("Add the letterhead with logos…")
        self.letterhead.setText(words)
        self.letterhead.setVisible(has_head)
        self.grey.setVisible(has_head and self._has_logos)

    def tell_states(self, states: Mapping[str, TextState], source: str) -> None:
        """Own up to a translation that no reader has checked, and offer the language that was written first."""
        words = not_reviewed(states)
        self.state.setText(words)
        self.state.setVisible(bool(words))
        self._better = source if words and source in LANGUAGES and source not in states else ""
        self.other_language.setText(_("Take it in {language}").format(language=LANGUAGES.get(self._better, "")))
        self.other_language.setVisible(bool(self._better))

    def choose_language(self, language: str) -> None:
        self.language.choose(language)
        self.others.be_for(language)
        if self.second.value == language:
            self.second.choose(next(code for code in LANGUAGES if code != language))

    def choose_part(self, key: UUID) -> None:
        """A unit or a module, wherever the documents ask for one."""
        for choice in (self.unit, self.module, self.part):
            before = choice.value
            choice.choose(key)
            if choice.value is None:
                choice.choose(before)

    def retranslate(self) -> None:
        self.phones.setText(_("Show whole phone numbers"))
        self.phones.setToolTip(_("Otherwise all but the last digits are hidden"))
        self.by_hand.setText(_("My printer has one side only"))
        self.by_hand.setToolTip(_("First all fronts; then the sheets go back into the tray for the backs"))
        self.signature.setText(_("With room to sign"))
        self.also.setItemText(0, pgettext("second language of labels", "No other language"))
        self.columns.setText(_("Columns…"))
        self._offer_donors()
        self.grey.setText(_("Logos in black and white"))
        self.grey.setToolTip(_("For a printer or a photocopier without colours"))
        self._offer_letterhead()
        self.boxes.setText(_("Checklists with yes, no and priority"))
        self.two.setText(_("In two languages"))
        self.score.setText(_("With the points of the last test"))
        self.issue.setText(_("Issue or withdraw…"))
        self.check.setText(_("Check a certificate…"))
        self.code_only.setText(_("With the number only, without the name"))
        self.words.setText(_("Change the words…"))
        self.fields["day"].label.setText(pgettext("of a training", "Day"))

    def minimumSizeHint(self) -> QSize:
        """As wide as its widest question, in any language: nothing of it is scrolled sideways."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return QSize(self._inside.minimumSizeHint().width() + bar, super().minimumSizeHint().height())

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    @Slot()
    def _turn_two(self) -> None:
        self.show_kind(self.kind)

    @Slot(object)
    def _turn_language(self, language: str) -> None:
        self.choose_language(language)
        self.changed.emit()

    @Slot()
    def _turn_letter(self) -> None:
        """Only some letters go to people of the register."""
        self.person.setEnabled(self.letter.value in TO_EACH)
        self.changed.emit()

    @Slot()
    def _take_other_language(self) -> None:
        self._turn_language(self._better)

    @Slot()
    def _tell_training(self) -> None:
        self.day.offer([])
        self.training_changed.emit()
        self.changed.emit()

    def _connect(self) -> None:
        of_curriculum = (self.unit, self.module, self.part, self.holder)
        choices = (*of_curriculum, self.day, self.group, self.person, self.checklist, self.also)
        segments = (self.second, self.format, self.facing, self.test, self.phase, self.reading, self.way)
        for choice in (*choices, *segments):
            choice.chosen.connect(self._tell)
        self.donor.chosen.connect(self.take_donor)
        self.language.chosen.connect(self._turn_language)
        self.other_language.clicked.connect(self._take_other_language)
        self.training.chosen.connect(self._tell_training)
        self.letter.chosen.connect(self._turn_letter)
        self.copies.valueChanged.connect(self._tell)
        self.others.changed.connect(self._tell)
        self.two.toggled.connect(self._turn_two)
        self.issue.clicked.connect(self.issuing_wanted)
        self.check.clicked.connect(self.checking_wanted)
        for tick in (*self.ticks.values(), self.grey):
            tick.toggled.connect(self._tell)

    def _build(self, inside: QWidget) -> None:
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, theme.SMALL, 0)
        layout.setSpacing(theme.SMALL)
        fields = self.fields
        for name in FIRST:
            layout.addWidget(fields[name])
        for made in self.buttons:
            layout.addWidget(made)
        layout.addWidget(self.state)
        layout.addWidget(self.other_language)
        for name in ("also", "donor"):
            layout.addWidget(fields[name])
        layout.addWidget(self.columns, 0, Qt.AlignmentFlag.AlignLeft)
        ticks = [tick for tick in self.ticks.values() if tick is not self.two]
        for part in (self.two, fields["second"], fields["format"], fields["facing"], *ticks, self.grey):
            layout.addWidget(part)
        layout.addWidget(self.letterhead, 0, Qt.AlignmentFlag.AlignLeft)
        for name in ("copies", "others", "holder"):
            layout.addWidget(fields[name])
        layout.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(self.focusPolicy().NoFocus)
        self.setWidget(inside)


def _tick(parent: QWidget, name: str) -> QCheckBox:
    made = QCheckBox(parent)
    made.setObjectName(name)
    return made


def _choice(parent: QWidget, name: str) -> Choice:
    made: Choice = Choice(parent, name, proper=True)
    made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(12)
    made.setMaxVisibleItems(15)
    return made
