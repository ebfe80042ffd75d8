"""What the list of papers to print does in the background: making them, saving them, sending them to a printer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtPrintSupport import QPrinter

from trainer_app.documents.output import Tick, Written, safe_name, saving
from trainer_app.documents.papers import Paper
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog
from trainer_app.ui import printing


@dataclass(frozen=True)
class Wanted:
    """A paper that waits, with all that it needs read."""

    wish: UUID
    paper: Paper


@dataclass(frozen=True)
class Left:
    """What was saved or printed, and why some of it was not; a failure is handed over as a value."""

    done: Sequence[Wanted]
    folder: Path | None = None
    refusals: Sequence[str] = ()
    problem: Exception | None = None


@dataclass(frozen=True)
class Drawn:
    of: Wanted
    pdf: bytes


@dataclass(frozen=True)
class Drawing:
    """All papers drawn, and why some cannot be."""

    papers: Sequence[Drawn]
    refusals: Sequence[str] = ()
    problem: Exception | None = None


def draw(wanted: Sequence[Wanted], tick: Tick) -> Drawing:
    """One whose words do not fit keeps nobody from the others."""
    found, refusals = [], []
    try:
        for number, one in enumerate(wanted):
            tick(number / len(wanted))
            try:
                found.append(Drawn(one, one.paper.draw()))
            except TrainerError as refusal:
                refusals.append(str(refusal))
    except Exception as problem:
        return Drawing(found, refusals, problem)
    return Drawing(found, refusals)


def save(wanted: Sequence[Wanted], folder: Path, tick: Tick) -> Left:
    """A file for each; their numbers keep them in order. Each is there whole or not at all."""
    done: list[Wanted] = []
    refusals: list[str] = []
    try:
        for number, one in enumerate(wanted, start=1):
            tick((number - 1) / len(wanted))
            try:
                pdf = one.paper.draw()
            except TrainerError as refusal:
                refusals.append(str(refusal))
                continue
            _write(pdf, _free(folder, f"{number:02} {one.paper.file_name('')}"), Catalog(one.paper.language))
            done.append(one)
    except Exception as problem:
        return Left(done, folder, refusals, problem)
    return Left(done, folder, refusals)


def send(drawn: Sequence[Drawn], printers: Sequence[QPrinter], tick: Tick) -> Left:
    """One after the other; what was sent before a failure is done."""
    done: list[Wanted] = []
    try:
        for one, printer in zip(drawn, printers, strict=True):
            tick(len(done) / len(drawn))
            printing.send(one.pdf, printer, _silent)
            done.append(one.of)
    except Exception as problem:
        return Left(done, problem=problem)
    return Left(done)


def _silent(share: float) -> None:
    """A paper is sent whole: it is not stopped in its middle."""


def _write(pdf: bytes, path: Path, t: Catalog) -> Written:
    with saving(path, t) as file:
        file.write(pdf)
    return Written(path, 1)


def _free(folder: Path, title: str) -> Path:
    """What lies on the USB stick already stays there."""
    path, number = folder / safe_name(title, ".pdf"), 2
    while path.exists():
        path, number = folder / safe_name(f"{title} ({number})", ".pdf"), number + 1
    return path
