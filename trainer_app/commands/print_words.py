"""The words of the commands that print papers. Nothing is imported that a start would pay for."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Mapping, Sequence

from trainer_app.domain.text import tidy
from trainer_app.i18n import LANGUAGES

FORMATS = ("A4", "A5", "booklet")


def _of_curriculum(part: ArgumentParser) -> None:
    part.add_argument("out", metavar="OUT.pdf")
    which = part.add_mutually_exclusive_group(required=True)
    which.add_argument("--unit", metavar="REF")
    which.add_argument("--module", metavar="REF")
    _add_whom(part)


def _handout(part: ArgumentParser) -> None:
    _of_curriculum(part)
    _add_paper(part, FORMATS)
    part.add_argument("--copies", metavar="rw=25,fr=10", help="several languages in one job")


def _two_languages(part: ArgumentParser) -> None:
    _of_curriculum(part)
    _add_paper(part, FORMATS[:2])
    part.add_argument("--second-lang", dest="second_language", choices=list(LANGUAGES))


def _workbook(part: ArgumentParser) -> None:
    _of_curriculum(part)
    _add_paper(part, FORMATS)


def _props(part: ArgumentParser) -> None:
    _of_curriculum(part)
    part.add_argument("--three-boxes", action="store_true", help="checklists with yes, no and priority")


def _of_module(part: ArgumentParser) -> None:
    part.add_argument("out", metavar="OUT.pdf")
    part.add_argument("--module", metavar="REF", required=True)
    _add_whom(part)


def _answer_key(part: ArgumentParser) -> None:
    _of_module(part)
    part.add_argument("--form", choices=("A", "B"), default="A")


def _answer_sheet(part: ArgumentParser) -> None:
    _answer_key(part)
    part.add_argument("--phase", choices=("pre", "post"), default="pre")


def _test(part: ArgumentParser) -> None:
    _answer_sheet(part)
    part.add_argument("--no-reading", action="store_true", help="pictures and signs only")


def _kit(part: ArgumentParser) -> None:
    part.add_argument("out", metavar="FOLDER", help="or a file OUT.pdf for all papers in one")
    part.add_argument("--training", type=tidy, metavar="REF", required=True)


def _of_training(part: ArgumentParser) -> None:
    part.add_argument("out", metavar="OUT.pdf")
    part.add_argument("--training", type=tidy, metavar="REF", required=True)


def _add_paper(part: ArgumentParser, formats: Sequence[str]) -> None:
    part.add_argument("--paper", choices=formats, default="A4")
    part.add_argument("--by-hand", action="store_true", help="all fronts, then all backs: the printer has one side")


def _add_whom(part: ArgumentParser) -> None:
    part.add_argument("--for", dest="whom", type=tidy, metavar="REF", help="the group or training that gets it")


PAPERS: Mapping[str, Callable[[ArgumentParser], None]] = {
    "handout": _handout,
    "trainer-handout": _of_curriculum,
    "two-languages": _two_languages,
    "session-plan": _of_curriculum,
    "cue-cards": _of_curriculum,
    "props": _props,
    "workbook": _workbook,
    "book": _of_module,
    "test": _test,
    "answer-sheet": _answer_sheet,
    "answer-key": _answer_key,
    "kit": _kit,
    "training-report": _of_training,
}
