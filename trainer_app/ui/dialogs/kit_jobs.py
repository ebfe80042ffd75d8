"""What the window of a kit does in the background: drawing the papers, and saving them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from trainer_app.documents import kit as kit_papers
from trainer_app.documents.kit import Drawn
from trainer_app.documents.output import Cancelled, Tick, Written
from trainer_app.documents.papers import Paper
from trainer_app.domain.curriculum import TextState, worst
from trainer_app.domain.kit import KitContents, KitPaper
from trainer_app.errors import TrainerError


@dataclass(frozen=True)
class Counted:
    """Which wish this answers, the papers, and why some of them cannot be drawn; none when it was stopped."""

    wish: int
    found: Sequence[Drawn] = ()
    refusals: Sequence[str] = ()
    bug: Exception | None = None


@dataclass(frozen=True)
class Saved:
    """What was written, and which papers it holds; a failure is handed over as a value."""

    files: Sequence[Written]
    papers: Sequence[Drawn]
    problem: Exception | None = None


def states_of(some: Sequence[Drawn]) -> dict[str, TextState]:
    """Language > state of the weakest text of all these papers."""
    found: dict[str, list[TextState]] = {}
    for one in some:
        for code, state in one.paper.states.items():
            found.setdefault(code, []).append(state)
    return {code: worst(states) for code, states in found.items()}


def counted(wish: int, ready: Sequence[tuple[KitPaper, Paper]], tick: Tick) -> Counted:
    """All papers that can be drawn: one whose words do not fit keeps nobody from the others."""
    found, refusals = [], []
    try:
        for number, (kind, paper) in enumerate(ready):
            tick(number / len(ready))
            try:
                found.append(kit_papers.draw(kind, paper))
            except TrainerError as problem:
                refusals.append(str(problem))
    except Cancelled:
        return Counted(wish)
    except Exception as bug:
        return Counted(wish, bug=bug)
    return Counted(wish, found, refusals)


def in_folder(wanted: Sequence[Drawn], folder: Path, tick: Tick) -> Saved:
    """As far as it came: each file that is there is whole, and is noted."""
    written: list[Written] = []
    try:
        # what was written before a failure stays in the list
        written.extend(kit_papers.save_each(wanted, folder, tick))
    except Exception as problem:
        return Saved(written, wanted[: len(written)], problem)
    return Saved(written, wanted)


def in_one_file(wanted: Sequence[Drawn], contents: KitContents, path: Path, today: date, tick: Tick) -> Saved:
    try:
        return Saved([kit_papers.save_all(wanted, contents.register, path, today, tick)], wanted)
    except Exception as problem:
        return Saved((), (), problem)
