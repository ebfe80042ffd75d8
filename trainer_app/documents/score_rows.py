"""The scores of a training as tables: people, figures with what they mean, questions, and the units of the module."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trainer_app.documents.page import training_pairs
from trainer_app.documents.score_words import (
    Definition,
    Term,
    answer_words,
    definitions,
    effect_words,
    few_words,
    form_words,
    mark_words,
    numbers_of,
    phase_words,
    points,
    remark,
    signed,
    way_words,
)
from trainer_app.documents.sheet import Column, Kind, Lines, Row, Sheet, Value
from trainer_app.documents.words import marked, sex_letters
from trainer_app.domain.answers import DO_NOT_KNOW, NO_ANSWER, OPTIONS
from trainer_app.domain.attendance import TrainingHead
from trainer_app.domain.people import Sex
from trainer_app.domain.scores import GivenTest, Mark, Phase, ScoreLine, Standing
from trainer_app.domain.test_figures import (
    Figure,
    GainFigures,
    GroupFigures,
    ItemFigures,
    ItemPhase,
    ObjectiveFigures,
    PhaseFigures,
    TestFigures,
)
from trainer_app.i18n import Catalog

PERCENT = "%"
PLACES = 4


@dataclass(frozen=True, slots=True)
class ScoreBook:
    """What a list of scores is made of, in one language."""

    head: TrainingHead
    figures: TestFigures

    @property
    def phases(self) -> tuple[Phase, ...]:
        """Before and after always; later where somebody was tested then."""
        has_later = any(line.later is not None for line in self.figures.lines)
        return tuple(Phase) if has_later else (Phase.PRE, Phase.POST)

    def test(self, phase: Phase) -> GivenTest:
        return next(test for test in self.figures.tests if test.phase is phase)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure of all people, and of the parts that are compared."""

    term: Term
    name: str
    all: Figure
    parts: tuple[Figure, ...]
    is_share: bool = False


def title(t: Catalog) -> str:
    return t.gettext("List of scores")


def people_columns(book: ScoreBook, t: Catalog) -> tuple[Column, ...]:
    """As wide as an upright page, with three tests as with two."""
    wide = len(book.phases) == 2
    name, form, score, rest = (50, 12, 19, 38) if wide else (41, 11, 16, 30)
    names, short = phase_words(t), t.pgettext("heading of a narrow column", "Form")
    return (
        Column(t.pgettext("number in the register", "No"), 10, Kind.NUMBER, centred=True),
        Column(t.gettext("Name"), name),
        Column(t.pgettext("heading of a narrow column", "Sex"), 10, centred=True),
        *(
            column
            for phase in book.phases
            for column in (
                Column(f"{t.gettext('Form')} ({names[phase]})", form, centred=True, short=short),
                Column(names[phase], score, Kind.NUMBER, centred=True),
            )
        ),
        Column(t.gettext("Gain"), 16 if wide else 14, Kind.NUMBER, centred=True),
        Column(t.gettext("Remark"), rest),
    )


def people(book: ScoreBook, t: Catalog) -> Sheet:
    sexes = sex_letters(t)

    def row(line: ScoreLine) -> Row:
        tests = [value for phase in book.phases for value in (_form(line, phase), _score(line.mark(phase), t))]
        return (line.number, line.name, sexes[line.sex], *tests, _rounded(line.gain), remark(line, book.figures, t))

    name = marked(title(t), t, book.head.is_sample)
    return Sheet(name, people_columns(book, t), Lines(book.figures.lines, row), about(book, t), frozen_columns=2)


def people_on_paper(book: ScoreBook, t: Catalog) -> list[list[str]]:
    """The same with the signs of the language; an absence in words, which a grid would have to explain."""
    sexes = sex_letters(t)
    return [
        [
            line.number,
            line.name,
            sexes[line.sex],
            *(words for phase in book.phases for words in (_form(line, phase), mark_words(line.mark(phase), t))),
            "" if line.gain is None else signed(line.gain, t),
            remark(line, book.figures, t),
        ]
        for line in book.figures.lines
    ]


def about(book: ScoreBook, t: Catalog) -> tuple[tuple[str, str], ...]:
    pairs = tuple(pair for pair in training_pairs(t, book.head, ()) if pair[1])
    return (*pairs, *tests_about(book, t), *notes(book, t))


def tests_about(book: ScoreBook, t: Catalog) -> tuple[tuple[str, str], ...]:
    """`Pre-test: of 10 points, passed from 6; written; forms A and B, half of the people each`"""
    names, ways = phase_words(t), way_words(t)
    found = []
    for phase in book.phases:
        test = book.test(phase)
        words = t.gettext("of {maximum} points, passed from {pass_mark}").format(
            maximum=points(test.maximum, t), pass_mark=points(test.pass_mark, t)
        )
        day = (t.date(test.plan.held_on),) if test.plan.held_on else ()
        found.append((names[phase], "; ".join((words, ways[test.plan.way], form_words(test, t), *day))))
    return tuple(found)


def notes(book: ScoreBook, t: Catalog) -> tuple[tuple[str, str], ...]:
    """Whom a trainer looks after next, by the numbers of the register."""
    found = book.figures
    helped = ", ".join(one.number for one in found.to_help)
    hard = ", ".join(f"{item.question.form}{item.question.number}" for item in found.difficult)
    return tuple(
        pair
        for pair in (
            (t.gettext("People to help"), helped),
            (t.gettext("No post-test"), numbers_of(found.without_post)),
            (t.gettext("Difficult questions"), hard),
        )
        if pair[1]
    )


# --- figures


def figure_rows(book: ScoreBook, t: Catalog) -> tuple[FigureRow, ...]:
    groups = (book.figures.all, *_parts(book))
    return tuple(
        row
        for wanted in (
            *(_of_phase(groups, phase, t) for phase in book.phases),
            *(_of_gain(groups, gain, t) for gain in book.figures.all.gains),
        )
        for row in wanted
    )


def figures(book: ScoreBook, t: Catalog) -> Sheet:
    own = definitions(t)

    def row(line: FigureRow) -> Row:
        told = own[line.term]
        values = (line.all.value, line.all.low, line.all.high, *(part.value for part in line.parts))
        shown = [None if value is None else _rounded(value * (100 if line.is_share else 1)) for value in values]
        unit = PERCENT if line.is_share else ""
        few = few_words(line.all.n, t)
        return (line.name, unit, shown[0], line.all.n, *shown[1:], few, told.sentence, told.source)

    columns = (
        Column(t.gettext("Figure"), 60),
        Column(t.pgettext("heading of a narrow column", "Unit of measure"), 12),
        Column(t.gettext("All"), 16, Kind.NUMBER),
        Column(t.gettext("People"), 16, Kind.NUMBER),
        Column(t.pgettext("end of a likely range", "From"), 16, Kind.NUMBER),
        Column(t.pgettext("end of a likely range", "To"), 16, Kind.NUMBER),
        *(Column(words, 22, Kind.NUMBER) for words in part_words(book, t)),
        Column(t.gettext("Remark"), 60),
        Column(t.gettext("What it says"), 160),
        Column(t.pgettext("of a figure", "Source"), 100),
    )
    rows = figure_rows(book, t)
    return Sheet(t.pgettext("page of a workbook", "Figures"), columns, Lines(rows, row), frozen_columns=1)


def figures_on_paper(book: ScoreBook, t: Catalog) -> list[list[str]]:
    """What a figure means stands where it is first met; figures of few people stand in brackets."""
    own, seen, found = definitions(t), set(), []
    for line in figure_rows(book, t):
        told = "" if line.term in seen else f"{own[line.term].sentence} {own[line.term].cited}".strip()
        seen.add(line.term)
        name = line.name
        if line.term is Term.EFFECT and (size := effect_words(line.all, t)):
            name = f"{name}: {size}"
        between = DASHED.format(low=_number(line, line.all.low, t), high=_number(line, line.all.high, t))
        shown = between if line.all.low is not None else ""
        parts = [_shown(line, part, t) for part in line.parts[:2]]
        found.append([name, _shown(line, line.all, t), str(line.all.n), shown, *parts, told])
    return found


DASHED = "{low} – {high}"


def part_words(book: ScoreBook, t: Catalog) -> tuple[str, ...]:
    """Women and men; where both forms were begun with, also by form."""
    forms = [t.gettext("Form {form} first").format(form=form) for form in book.figures.by_form]
    return (t.gettext("Women"), t.gettext("Men"), *forms)


def _parts(book: ScoreBook) -> tuple[GroupFigures | None, ...]:
    own = book.figures
    return (own.by_sex.get(Sex.FEMALE), own.by_sex.get(Sex.MALE), *own.by_form.values())


def _of_phase(groups: Sequence[GroupFigures | None], phase: Phase, t: Catalog) -> Iterator[FigureRow]:
    own = [group.phase(phase) if group else None for group in groups]
    after = phase_words(t)[phase]

    def line(term: Term, figure: str, is_share: bool = False) -> FigureRow:
        values = [_figure(one, figure) for one in own]
        name = f"{definitions(t)[term].name}, {after}"
        return FigureRow(term, name, values[0], tuple(values[1:]), is_share)

    yield line(Term.MEAN, "mean")
    yield line(Term.MEDIAN, "median")
    yield line(Term.PASSED, "pass_share", is_share=True)


def _of_gain(groups: Sequence[GroupFigures | None], gain: GainFigures, t: Catalog) -> Iterator[FigureRow]:
    own = [_gain_of(group, gain.second) for group in groups]
    later = f", {phase_words(t)[gain.second]}" if gain.second is Phase.LATER else ""

    def line(term: Term, figure: str, is_share: bool = False) -> FigureRow:
        values = [_figure(one, figure) for one in own]
        return FigureRow(term, f"{definitions(t)[term].name}{later}", values[0], tuple(values[1:]), is_share)

    yield line(Term.POINTS, "points")
    yield line(Term.CLASS_GAIN, "class_gain", is_share=True)
    yield line(Term.OWN_GAIN, "mean_gain", is_share=True)
    yield line(Term.EFFECT, "effect")


def _gain_of(group: GroupFigures | None, second: Phase) -> GainFigures | None:
    """Nobody of a part may have sat the later test."""
    gains = group.gains if group else ()
    return next((one for one in gains if one.second is second), None)


def _figure(of: PhaseFigures | GainFigures | None, name: str) -> Figure:
    found: Figure = getattr(of, name) if of else Figure(None, 0)
    return found


def _shown(line: FigureRow, figure: Figure, t: Catalog) -> str:
    words = _number(line, figure.value, t)
    return f"({words})" if figure.is_few and figure.value is not None else words


def _number(line: FigureRow, value: float | None, t: Catalog) -> str:
    if value is None:
        return "–"
    return t.percent(value) if line.is_share else points(value, t)


# --- questions and units


def item_phases(book: ScoreBook) -> tuple[Phase, ...]:
    """Those in which somebody was asked."""
    return tuple(phase for phase in Phase if any(item.in_phase(phase) for item in book.figures.items))


def items(book: ScoreBook, t: Catalog) -> Sheet:
    phases, names, signs = item_phases(book), phase_words(t), answer_words(t)
    hard = {item.question.item_id for item in book.figures.difficult}

    def of_phase(found: ItemPhase | None) -> Row:
        if found is None:
            return (None, None, None, None)
        share, discrimination = found.facility.value, found.discrimination.value
        return (found.right, found.asked, _rounded(share), _rounded(discrimination))

    def row(item: ItemFigures) -> Row:
        asked, chosen = item.question, item.last.chosen
        values = [value for phase in phases for value in of_phase(item.in_phase(phase))]
        counts = [chosen.get(sign, 0) for sign in (*OPTIONS, DO_NOT_KNOW, NO_ANSWER)]
        difficult = t.gettext("difficult") if asked.item_id in hard else ""
        return (asked.form, asked.number, asked.unit_code, asked.words, asked.answer, *values, *counts, difficult)

    columns = (
        *_question_columns(t),
        *(
            column
            for phase in phases
            for column in (
                Column(f"{t.gettext('Right')} ({names[phase]})", 20, Kind.NUMBER),
                Column(f"{t.gettext('Asked')} ({names[phase]})", 20, Kind.NUMBER),
                Column(f"{definitions(t)[Term.FACILITY].name} ({names[phase]})", 24, Kind.SHARE),
                Column(f"{definitions(t)[Term.DISCRIMINATION].name} ({names[phase]})", 24, Kind.NUMBER),
            )
        ),
        *(Column(words, 14, Kind.NUMBER) for words in (*OPTIONS, signs[DO_NOT_KNOW], signs[NO_ANSWER])),
        Column(t.gettext("Remark"), 26),
    )
    return Sheet(
        t.pgettext("page of a workbook", "Questions"), columns, Lines(book.figures.items, row), frozen_columns=2
    )


def items_on_paper(book: ScoreBook, t: Catalog) -> list[list[str]]:
    hard = {item.question.item_id for item in book.figures.difficult}
    found = []
    for item in book.figures.items:
        asked = item.question
        shares = [_share(item.in_phase(phase), t) for phase in item_phases(book)]
        told = t.gettext("difficult") if asked.item_id in hard else ""
        words = f"{asked.words}  {asked.answer}"
        found.append([asked.form, str(asked.number), asked.unit_code, words, *shares, told])
    return found


def units(book: ScoreBook, t: Catalog) -> Sheet:
    phases, names = item_phases(book), phase_words(t)

    def row(line: ObjectiveFigures) -> Row:
        counted = {phase: tally for phase, tally, _people in line.phases}
        values = [
            value
            for phase in phases
            for value in (
                counted[phase].right if phase in counted else None,
                counted[phase].asked if phase in counted else None,
                _rounded(counted[phase].share) if phase in counted else None,
            )
        ]
        return (line.unit_code, line.title, "; ".join(line.objectives), *values, reached_words(line, t))

    columns = (
        Column(t.gettext("Unit"), 22),
        Column(t.gettext("Title"), 60),
        Column(t.gettext("Objectives"), 120),
        *(
            column
            for phase in phases
            for column in (
                Column(f"{t.gettext('Right answers')} ({names[phase]})", 22, Kind.NUMBER),
                Column(f"{t.gettext('All answers')} ({names[phase]})", 22, Kind.NUMBER),
                Column(f"{definitions(t)[Term.FACILITY].name} ({names[phase]})", 24, Kind.SHARE),
            )
        ),
        Column(definitions(t)[Term.OBJECTIVE].name, 26),
    )
    return Sheet(
        t.pgettext("page of a workbook", "Units"), columns, Lines(book.figures.objectives, row), frozen_columns=1
    )


def units_on_paper(book: ScoreBook, t: Catalog) -> list[list[str]]:
    found = []
    for line in book.figures.objectives:
        counted = {phase: tally for phase, tally, _people in line.phases}
        shares = [
            "" if (tally := counted.get(phase)) is None or tally.share is None else t.percent(tally.share)
            for phase in item_phases(book)
        ]
        words = "; ".join(filter(None, (line.title, *line.objectives)))
        found.append([line.unit_code, words, *shares, reached_words(line, t)])
    return found


def reached_words(line: ObjectiveFigures, t: Catalog) -> str:
    if line.is_reached is None:
        return ""
    return t.pgettext("objective", "reached") if line.is_reached else t.pgettext("objective", "not yet")


def definition_list(t: Catalog) -> tuple[Definition, ...]:
    return tuple(definitions(t).values())


def _question_columns(t: Catalog) -> tuple[Column, ...]:
    return (
        Column(t.gettext("Form"), 12, centred=True),
        Column(t.pgettext("number of a question", "No"), 10, Kind.NUMBER, centred=True),
        Column(t.gettext("Unit"), 20),
        Column(t.gettext("Question"), 100),
        Column(t.gettext("Right answer"), 20, centred=True),
    )


def _form(line: ScoreLine, phase: Phase) -> str:
    return line.form(phase) if line.standing(phase) is Standing.SCORE else ""


def _score(mark: Mark | None, t: Catalog) -> Value:
    if mark is None or mark.value is None:
        return mark_words(mark, t) or None
    return _rounded(mark.value)


def _share(found: ItemPhase | None, t: Catalog) -> str:
    share = found.facility.value if found else None
    if found is None or share is None:
        return ""
    words = f"{t.percent(share)}, {found.right}/{found.asked}"
    return f"({words})" if found.facility.is_few else words


def _rounded(value: float | None) -> float | None:
    """Seven points are 7, not 7.0: a text table would show it."""
    if value is None:
        return None
    found = round(value, PLACES)
    return int(found) if found == int(found) else found


def standings(book: ScoreBook, phase: Phase, t: Catalog) -> str:
    """`38 people sat it, 2 people did not, 1 person was absent`"""
    found = book.figures.all.phase(phase)
    counts = (
        (found.did_not_sit, t.ngettext("{count} person did not", "{count} people did not", found.did_not_sit)),
        (found.absent, t.ngettext("{count} person was absent", "{count} people were absent", found.absent)),
        (found.not_entered, t.ngettext("{count} is not entered", "{count} are not entered", found.not_entered)),
    )
    sat = t.ngettext("{count} person sat it", "{count} people sat it", found.sat).format(count=found.sat)
    return ", ".join([sat, *(words.format(count=count) for count, words in counts if count)])
