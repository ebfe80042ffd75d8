"""Commands of those who look at lists again: `report integrity`, `print call-back-list`."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from trainer_app.commands.context import Context, Result, period, table
from trainer_app.commands.papers import noted, unmasked
from trainer_app.documents import call_back_list
from trainer_app.domain.integrity import Flag
from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, _, label
from trainer_app.services import integrity, spot_checks, trainings


def report_integrity(context: Context, options: Namespace) -> Result:
    """What is worth a second look, answered or not."""
    first, last = period(options)
    training = context.read(trainings.one, options.training) if options.training else None
    found = context.read(integrity.flags, context.today, context.language, first, last, training)
    told = [_told(flag) for flag in found]
    return Result({"flags": told}, table([(line["kind"], ", ".join(line["sessions"])) for line in told]))


def _told(flag: Flag) -> dict[str, Any]:
    values = {name: value.isoformat() if isinstance(value, date) else value for name, value in flag.values.items()}
    answer = flag.answer
    return {
        "kind": flag.kind.value,
        "about": flag.about,
        "sessions": [f"{held.code}/{held.number}" for held in flag.sessions],
        "people": list(flag.people),
        "values": values,
        "verdict": answer.verdict.value if answer else None,
        "words": answer.words if answer else "",
    }


def print_call_back_list(context: Context, options: Namespace) -> Result:
    """The check of these days and this seed: drawn now, unless it was drawn before."""
    first, last = period(options)
    if first is None or last is None:
        raise TrainerError(_("Name the days from and to."), "what")
    training = context.read(trainings.one, options.training) if options.training else None
    key = context.read(spot_checks.drawn_already, first, last, options.seed, training)
    if key is None:
        with context.database.changing(label(N_("Draw a spot check"))) as s:
            key = spot_checks.draw(s, options.count, options.seed, first, last, context.today, training)
    t = context.catalog(options)
    check = context.read(spot_checks.check, key, t.language)
    made = call_back_list.write(check, t, Path(options.out), unmask=unmasked(options), printed=context.today)
    return noted(context, options, "call_back_list", made, None)
