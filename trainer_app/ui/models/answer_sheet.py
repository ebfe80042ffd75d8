"""The answers of each person to one test on screen: typed as they stand on the paper, marked as they are typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from trainer_app.domain.answers import BLANK, DO_NOT_KNOW, OPTIONS, SIGNS, AnswerProblem, Question, parse_answers
from trainer_app.domain.scores import FORMS, Mark, Phase, ScoreLine, ScoreProblem, ScoreSheet, parse_score
from trainer_app.i18n import N_, _, ngettext, pgettext
from trainer_app.ui.models.entry import Entry, EntryModel, Refused
from trainer_app.ui.models.score_sheet import mark_said, mark_words

Answers = tuple[str, ...]
GROUP = 5  # answers between two gaps, as on the answer sheet
RIGHT, WRONG = "✓", "✕"


class AnswerCol(IntEnum):
    NUMBER = 0
    NAME = 1
    FORM = 2
    POINTS = 3
    ANSWERS = 4


TITLES = {
    AnswerCol.NAME: N_("Name"),
    AnswerCol.FORM: N_("Form"),
    AnswerCol.POINTS: N_("Points"),
    AnswerCol.ANSWERS: N_("Answers"),
}


def sentence(problem: AnswerProblem, form: str, count: int) -> str:
    """Why what was typed is no row of answers."""
    match problem.args:
        case ("sign", sign):
            words = _("“{sign}” is no answer: write A, B, C, ? for “I do not know”, or - for none.")
            return words.format(sign=sign)
        case (_what, typed):
            words = ngettext("Form {form} has {count} question.", "Form {form} has {count} questions.", count)
            told = ngettext("{count} answer is typed.", "{count} answers are typed.", int(typed))
            return f"{words.format(form=form, count=count)} {told.format(count=typed)}"
    return str(problem)


def grouped(answers: str) -> str:
    """`ABCCA ?B-AC`"""
    return " ".join(answers[place : place + GROUP] for place in range(0, len(answers), GROUP))


def marked(text: str, questions: Sequence[Question]) -> str:
    """Each answer with its question and whether it is right: `1 A ✓   2 C ✕`. What is no answer is left out."""
    signs = [sign for sign in text.upper() if sign in SIGNS]
    pairs = zip(signs, questions, strict=False)
    return "   ".join(
        f"{number} {sign} {RIGHT if SIGNS[sign] == question.answer else WRONG}"
        for number, (sign, question) in enumerate(pairs, start=1)
    )


def right_of(text: str, questions: Sequence[Question]) -> tuple[int, int]:
    """(right, typed) of what stands there so far."""
    signs = [SIGNS[sign] for sign in text.upper() if sign in SIGNS][: len(questions)]
    pairs = zip(signs, questions, strict=False)
    return sum(sign == question.answer for sign, question in pairs), len(signs)


class AnswerModel(EntryModel):
    """One test at a time. In place of answers `-` says "did not sit" and `a` "absent", as among the marks."""

    COLUMNS = len(AnswerCol)
    ENTERED = frozenset({AnswerCol.ANSWERS})
    AT_LEFT = frozenset({AnswerCol.NAME, AnswerCol.FORM, AnswerCol.ANSWERS})

    answered = Signal(object, object, str)  # the person, the answers, the form
    many_answered = Signal(object)  # the same of several, as a tuple
    scored = Signal(object, object, object)  # the person, the Phase, a Mark without points

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.phase = Phase.PRE
        self._questions: Mapping[str, tuple[Question, ...]] = {}
        self._forms: dict[tuple[UUID, Phase], str] = {}  # told before anything was typed

    @property
    def lines(self) -> tuple[ScoreLine, ...]:
        return tuple(self._lines)  # type: ignore[arg-type]

    def show_test(self, sheet: ScoreSheet, phase: Phase, questions: Mapping[str, tuple[Question, ...]]) -> None:
        """Another test, or the same with what was written since."""
        if (phase, questions) != (self.phase, self._questions):
            self.beginResetModel()
            self.phase, self._questions, self._lines, self._wrong = phase, questions, (), {}
            self.endResetModel()
        self.show_lines(sheet.lines, [line.person_id for line in sheet.lines])

    def questions_of(self, row: int) -> tuple[Question, ...]:
        return self._questions.get(self.form(row), ())

    def form(self, row: int) -> str:
        line = self.lines[row]
        return self._forms.get((line.person_id, self.phase), line.form(self.phase))

    def other_form(self, row: int) -> str:
        """The form that the person does not have; "" where the questions have one only."""
        return next((form for form in FORMS if form != self.form(row) and form in self._questions), "")

    def tell_form(self, row: int, form: str) -> None:
        """Somebody whose answers are still to be typed had this form."""
        self._forms[self.lines[row].person_id, self.phase] = form
        self.repaint(row)

    def next_empty(self) -> tuple[int, int]:
        found = (number for number, line in enumerate(self.lines) if line.mark(self.phase) is None and not line.left)
        return next(found, 0), AnswerCol.ANSWERS

    def title(self, column: int) -> str:
        if column == AnswerCol.NUMBER:
            return pgettext("number in the register", "No")
        return _(TITLES[AnswerCol(column)])

    def key(self, row: int) -> UUID:
        return self.lines[row].person_id

    def name(self, row: int) -> str:
        return self.lines[row].name

    def words(self, row: int, column: int) -> str:
        line = self.lines[row]
        match AnswerCol(column):
            case AnswerCol.NUMBER:
                return line.number
            case AnswerCol.NAME:
                return _("{name} (left)").format(name=line.name) if line.left else line.name
            case AnswerCol.FORM:
                return self.form(row)
            case AnswerCol.POINTS:
                return mark_words(line.mark(self.phase))
        return grouped(line.answered(self.phase))

    def typed(self, row: int, column: int) -> str:
        return self.lines[row].answered(self.phase)

    def said(self, row: int, column: int) -> str:
        """Which answers are wrong: letters one after the other say nothing to the ear."""
        line = self.lines[row]
        if column == AnswerCol.POINTS:
            return mark_said(line.mark(self.phase))
        typed = line.answered(self.phase)
        if column != AnswerCol.ANSWERS or not typed:
            return self.words(row, column)
        right, count = right_of(typed, self.questions_of(row))
        words = _("{right} of {count} right").format(right=right, count=count)
        wrong = ", ".join(self._wrong_numbers(row))
        return _("{answers}: {words}; wrong {numbers}").format(answers=typed, words=words, numbers=wrong or "0")

    def read(self, row: int, column: int, text: str) -> Answers | Mark | None:
        questions = self.questions_of(row)
        if len(text) == 1 and len(questions) > 1 and (found := _not_sat(text)):
            return found
        try:
            return parse_answers(text, len(questions)) or None
        except AnswerProblem as problem:
            raise Refused(sentence(problem, self.form(row), len(questions))) from problem

    def is_kept(self, row: int, column: int, value: object) -> bool:
        line = self.lines[row]
        if isinstance(value, tuple):
            return line.answered(self.phase) == "".join(sign or BLANK for sign in value)
        return line.mark(self.phase) == value and not line.answered(self.phase)

    def keep(self, row: int, column: int, value: object) -> None:
        if isinstance(value, tuple):
            self.answered.emit(self.key(row), value, self._forms.get((self.key(row), self.phase), ""))
        else:
            self.scored.emit(self.key(row), self.phase, value)

    def keep_many(self, entries: Sequence[Entry]) -> None:
        """Answers together; the few who sat nothing one after the other."""
        sheets = [(row, value) for row, _column, value in entries if isinstance(value, tuple)]
        for row, column, value in entries:
            if not isinstance(value, tuple):
                self.keep(row, column, value)
        if sheets:
            told = [(self.key(row), value, self._forms.get((self.key(row), self.phase), "")) for row, value in sheets]
            self.many_answered.emit(tuple(told))

    def _wrong_numbers(self, row: int) -> list[str]:
        typed, questions = self.lines[row].answered(self.phase), self.questions_of(row)
        pairs = zip(typed, questions, strict=False)
        return [str(number) for number, (sign, one) in enumerate(pairs, start=1) if SIGNS.get(sign) != one.answer]


def _not_sat(text: str) -> Mark | None:
    """`-` and `a`, where a single sign cannot be all answers."""
    if text.upper() in (*OPTIONS, DO_NOT_KNOW) and text != "a":
        return None
    try:
        mark = parse_score(text, 0)
    except ScoreProblem:
        return None
    return mark if mark is not None and not mark.sat else None
