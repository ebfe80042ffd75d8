"""What people said of a session: how many put a smiley into each box, counted from the boxes and typed here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from trainer_app.documents import feedback_words
from trainer_app.domain.feedback import Face, Faces, Question, Said
from trainer_app.i18n import N_, _, ngettext, screen
from trainer_app.ui import theme
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.number_box import NumberBox

MOST = 9_999
SAMPLE = "9999"


def ask(parent: QWidget, before: Said, whole: Said) -> dict[Question, Faces] | None:
    """`before` is what this session said, `whole` what all sessions of the training said so far."""
    return FeedbackDialog(parent, before, whole).ask_user()


class FeedbackDialog(FormDialog[dict[Question, Faces]]):
    """`dlgFeedback`: a row for each question, three boxes in it. Tab goes from box to box."""

    TITLE = N_("What people said")

    def __init__(self, parent: QWidget | None, before: Said, whole: Said) -> None:
        super().__init__(parent, "dlgFeedback", 860, 440)
        self._whole = whole
        self.about = label(self, "muted")
        self.heads = [label(self, "strong", wrap=False) for _face in Face]
        self.total_head = label(self, "strong", wrap=False)
        self.note_head = label(self, "strong")
        self.sum_head = label(self, "strong")
        self.rows = {one: _Row(self, one, before.get(one, Faces())) for one in Question}
        self._arrange_rows()
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = self.rows[Question.UNDERSTOOD].boxes[Face.GOOD]
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        first.selectAll()

    def retranslate(self) -> None:
        super().retranslate()
        self.about.setText(
            _("Open each box, count the smileys and write the three numbers. Nobody has to answer every question.")
        )
        words = feedback_words.faces(screen())
        for face, head in zip(Face, self.heads, strict=True):
            head.setText(f"{feedback_words.GLYPHS[face]} {words[face]}")
        self.total_head.setText(_("Answers"))
        self.note_head.setText(_("In their words"))
        self.sum_head.setText(_("All sessions"))
        for row in self.rows.values():
            row.retranslate(self._whole)

    def result_of_form(self) -> dict[Question, Faces]:
        return {one: row.faces for one, row in self.rows.items()}

    def _arrange_rows(self) -> None:
        self.form.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.MEDIUM)
        grid.setVerticalSpacing(theme.SMALL)
        for column, head in enumerate((*self.heads, self.total_head, self.note_head, self.sum_head), start=1):
            grid.addWidget(head, 0, column)
        for number, row in enumerate(self.rows.values(), start=1):
            for column, part in enumerate((row.question, *row.boxes.values(), row.total, row.note, row.whole)):
                grid.addWidget(part, number, column)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(5, 4)
        grid.setColumnStretch(6, 2)
        self.inside.addWidget(self.about)
        self.inside.addLayout(grid)
        self.inside.addStretch()


class _Row:
    """The parts of one question. They belong to the window; this only keeps them together."""

    def __init__(self, window: FeedbackDialog, question: Question, before: Faces) -> None:
        self._question = question
        self.question = label(window)
        self.boxes = {face: NumberBox(window, f"sp_{question}_{face}", 0, MOST) for face in Face}
        self.total = _Total(window, self.boxes, f"lblTotal_{question}")
        self.note = QLineEdit(before.note, window)
        self.note.setObjectName(f"edSaid_{question}")
        self.whole = label(window, "muted")
        for face, box in self.boxes.items():
            box.setValue(before.of(face))
            box.setFixedWidth(theme.width(box, SAMPLE) + theme.scaled(theme.LARGE))

    @property
    def faces(self) -> Faces:
        good, middle, bad = (self.boxes[face].value() for face in Face)
        return Faces(good, middle, bad, self.note.text().strip())

    def retranslate(self, whole: Said) -> None:
        asked, faces = feedback_words.questions(screen())[self._question], feedback_words.faces(screen())
        self.question.setText(asked)
        for face, box in self.boxes.items():
            box.setAccessibleName(_("{question} {answer}").format(question=asked, answer=faces[face]))
        self.note.setAccessibleName(_("In their words: {question}").format(question=asked))
        self.total.count()
        self.whole.setText(share_words(whole.get(self._question, Faces())))


class _Total(QLabel):
    """How many answered, while one types."""

    def __init__(self, window: FeedbackDialog, boxes: dict[Face, NumberBox], name: str) -> None:
        super().__init__(window)
        self.setObjectName(name)
        self.setProperty("kind", "muted")
        self._boxes = boxes
        for box in boxes.values():
            box.valueChanged.connect(self.count)

    @Slot()
    def count(self) -> None:
        count = sum(box.value() for box in self._boxes.values())
        self.setText(screen().number(count))
        self.setAccessibleName(ngettext("{count} answer", "{count} answers", count).format(count=count))


def share_words(faces: Faces) -> str:
    """ "☺ 83 % of 36"; "–" while nobody answered."""
    if faces.good_share is None:
        return "–"
    share = screen().percent(faces.good_share)
    glyph = feedback_words.GLYPHS[Face.GOOD]
    return _("{face} {share} of {count}").format(face=glyph, share=share, count=faces.all)
