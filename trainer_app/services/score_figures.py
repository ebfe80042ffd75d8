"""All figures of the tests of a training, from scores, answer sheets and tallies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.records import TrainingTrainer, Unit
from trainer_app.domain import test_figures
from trainer_app.domain.answers import Tally
from trainer_app.domain.rules import LowScore
from trainer_app.domain.scores import HAIR, GivenTest, Phase, ScoreLine, Standing
from trainer_app.domain.test_figures import DIFFICULT_BELOW, ItemFigures, ObjectiveFigures, TestFigures
from trainer_app.services import scores, tallies, test_answers, test_items
from trainer_app.services.curriculum_words import words_of
from trainer_app.services.rules import rule


def figures(s: Session, training_id: UUID, language: str, *, difficult_below: float = DIFFICULT_BELOW) -> TestFigures:
    """Of everybody on the register but those who lead; questions and objectives in this language."""
    sheet = scores.sheet(s, training_id, language)
    leading = set(s.scalars(select(TrainingTrainer.person_id).where(TrainingTrainer.training_id == training_id)))
    lines = tuple(line for line in sheet.lines if line.person_id not in leading)
    items = _items(s, training_id, language, {line.person_id for line in lines})
    below = rule(s, LowScore).below
    return TestFigures(
        training_id,
        sheet.title,
        sheet.tests,
        lines,
        all=test_figures.group_figures(lines, sheet.tests),
        by_sex=test_figures.by_sex(lines, sheet.tests),
        by_form=test_figures.by_form(lines, sheet.tests),
        items=items,
        difficult=test_figures.difficult(items, difficult_below),
        difficult_below=difficult_below,
        objectives=_objectives(s, items, sheet.tests, language),
        to_help=test_figures.in_need(lines, sheet.tests, below),
        low_below=below,
        without_post=_without_post(lines),
    )


def _items(s: Session, training_id: UUID, language: str, people: set[UUID]) -> tuple[ItemFigures, ...]:
    sheets = [sheet for sheet in test_answers.sheets(s, training_id) if sheet.person_id in people]
    counted = {
        place: sum(by_sex.values(), Tally(0, 0)) for place, by_sex in tallies.of_training(s, training_id).items()
    }
    asked = {item for sheet in sheets for item in sheet.answers} | {item for _phase, item in counted}
    return test_figures.item_figures(test_items.of_items(s, asked, language), sheets, counted)


def _objectives(
    s: Session, items: Sequence[ItemFigures], tests: Sequence[GivenTest], language: str
) -> tuple[ObjectiveFigures, ...]:
    """The units that were asked about, in the order of their codes."""
    codes = sorted({item.question.unit_code for item in items})
    units = {unit.code: unit for unit in s.scalars(select(Unit).where(Unit.code.in_(codes)))}
    words = words_of(s, [unit.id for unit in units.values()], language)
    shares = {test.phase: test.pass_mark / test.maximum for test in tests}
    found = []
    for code in codes:
        phases = _phases([item for item in items if item.question.unit_code == code])
        unit = units.get(code)
        title, objectives = (words.one(unit.id, "title"), words.all(unit.id, "objective")) if unit else ("", ())
        found.append(ObjectiveFigures(code, title, objectives, phases, _is_reached(phases, shares)))
    return tuple(found)


def _phases(items: Sequence[ItemFigures]) -> tuple[tuple[Phase, Tally, int], ...]:
    """People are counted by the question that most of them were asked, of each form."""
    found = []
    for phase in Phase:
        asked = [(item.question.form, one) for item in items if (one := item.in_phase(phase))]
        if asked:
            most: dict[str, int] = {}
            for form, one in asked:
                most[form] = max(most.get(form, 0), one.asked)
            together = sum((Tally(one.right, one.asked) for _form, one in asked), Tally(0, 0))
            found.append((phase, together, sum(most.values())))
    return tuple(found)


def _is_reached(phases: Sequence[tuple[Phase, Tally, int]], shares: Mapping[Phase, float]) -> bool | None:
    after = [(phase, tally) for phase, tally, _people in phases if phase is not Phase.PRE]
    if not after:
        return None
    phase, tally = after[-1]
    return tally.right / tally.asked >= shares[phase] - HAIR


def _without_post(lines: Sequence[ScoreLine]) -> tuple[ScoreLine, ...]:
    def sat(line: ScoreLine, phase: Phase) -> bool:
        return line.standing(phase) is Standing.SCORE

    if not any(sat(line, Phase.POST) for line in lines):
        return ()
    return tuple(line for line in lines if sat(line, Phase.PRE) and not sat(line, Phase.POST) and not line.left)
