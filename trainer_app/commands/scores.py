"""Commands for tests: `report scores` and `export scores`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from trainer_app.commands import papers
from trainer_app.commands.context import Context, Result, table
from trainer_app.documents import score_list
from trainer_app.documents.score_rows import ScoreBook
from trainer_app.domain.scores import GivenTest, totals
from trainer_app.domain.test_figures import (
    DIFFICULT_BELOW,
    Figure,
    GainFigures,
    GroupFigures,
    ItemFigures,
    ObjectiveFigures,
    PhaseFigures,
    TestFigures,
)
from trainer_app.services import score_figures, trainings

Told = dict[str, Any]


def report_scores(context: Context, options: Namespace) -> Result:
    """Every figure with the number of people it rests on; `few` where these are fewer than five."""
    training = context.read(trainings.one, options.training)
    below = DIFFICULT_BELOW if options.difficult_below is None else options.difficult_below / 100
    found = context.read(score_figures.figures, training, context.language, difficult_below=below)
    sums = totals(found.lines)
    first = {
        "title": found.title,
        "maximum": found.tests[0].maximum,
        "people": len(found.lines),
        "mean_pre": sums.mean_pre,
        "mean_post": sums.mean_post,
        "mean_gain": sums.mean_gain,
        "without_post": sums.missing_post,
    }
    told = {**first, **_figures(found)}
    gain = found.all.gain()
    shown = {
        **first,
        "median_pre": found.all.phases[0].median.value,
        "median_post": found.all.phases[1].median.value,
        "normalised_gain": gain.class_gain.value,
        "effect_size": gain.effect.value,
        "pass_share": found.all.phases[1].pass_share.value,
        "to_help": ", ".join(one.number for one in found.to_help),
        "difficult": ", ".join(f"{item.question.form}{item.question.number}" for item in found.difficult),
    }
    return Result(told, table(list(shown.items())))


def export_scores(context: Context, options: Namespace) -> Result:
    """People with their scores, the figures with what they mean, and the questions."""
    t = context.catalog(options)
    with context.database.reading() as s:
        training = trainings.one(s, options.training)
        book = ScoreBook(trainings.head(s, training, t.language), score_figures.figures(s, training, t.language))
    made = score_list.write(book, t, Path(options.out), printed=context.today)
    return papers.noted(context, options, "score_list", made, training)


def _figures(found: TestFigures) -> Told:
    return {
        "tests": {test.phase.value: _test(test) for test in found.tests},
        **_group(found.all),
        "by_sex": {sex.value: _group(group) for sex, group in found.by_sex.items()},
        "by_first_form": {form: _group(group) for form, group in found.by_form.items()},
        "items": [_item(item) for item in found.items],
        "difficult_below": found.difficult_below,
        "difficult": [f"{item.question.form}{item.question.number}" for item in found.difficult],
        "objectives": [_objective(one) for one in found.objectives],
        "low_below": found.low_below,
        "to_help": [
            {"number": one.number, "name": one.name, "phase": one.phase.value, "score": one.score}
            for one in found.to_help
        ],
    }


def _test(test: GivenTest) -> Told:
    plan = test.plan
    return {
        "form": "A/B" if test.is_crossed else test.form_for(1),
        "way": plan.way.value,
        "held_on": plan.held_on.isoformat() if plan.held_on else None,
        "maximum": test.maximum,
        "pass_mark": test.pass_mark,
    }


def _group(group: GroupFigures) -> Told:
    """The gain to the later test stands under a key of its own."""
    post, later = group.gains[0], next(iter(group.gains[1:]), None)
    told: Told = {phase.phase.value: _phase(phase) for phase in group.phases}
    told |= {"gain": _gain(post)}
    return told | ({"gain_later": _gain(later)} if later else {})


def _phase(found: PhaseFigures) -> Told:
    return {
        "sat": found.sat,
        "did_not_sit": found.did_not_sit,
        "absent": found.absent,
        "not_entered": found.not_entered,
        "few": found.is_few,
        "mean": _figure(found.mean),
        "median": found.median.value,
        "lowest": found.lowest.value,
        "highest": found.highest.value,
        "passed": found.passed,
        "pass_share": _figure(found.pass_share),
    }


def _gain(found: GainFigures) -> Told:
    return {
        "people": found.n,
        "few": found.is_few,
        "points": _figure(found.points),
        "normalised_gain": found.class_gain.value,
        "normalised_gain_of_people": _figure(found.mean_gain),
        "could_gain_nothing": found.could_gain_nothing,
        "more": found.more,
        "same": found.same,
        "fewer": found.fewer,
        "effect_size": _figure(found.effect),
    }


def _item(found: ItemFigures) -> Told:
    asked = found.question
    phases: Mapping[str, Told] = {
        one.phase.value: {
            "right": one.right,
            "asked": one.asked,
            "few": one.facility.is_few,
            "facility": _figure(one.facility),
            "discrimination": one.discrimination.value,
            "chosen": {sign or "-": count for sign, count in sorted(one.chosen.items())},
        }
        for one in found.phases
    }
    return {
        "form": asked.form,
        "number": asked.number,
        "unit": asked.unit_code,
        "question": asked.words,
        "answer": asked.answer,
        **phases,
    }


def _objective(found: ObjectiveFigures) -> Told:
    phases = {
        phase.value: {"right": tally.right, "asked": tally.asked, "share": tally.share, "people": people}
        for phase, tally, people in found.phases
    }
    return {"unit": found.unit_code, "title": found.title, **phases, "reached": found.is_reached}


def _figure(figure: Figure) -> Told:
    return {"value": figure.value, "n": figure.n, "low": figure.low, "high": figure.high, "few": figure.is_few}
