"""The words of the commands that print papers. Nothing is imported that a start would pay for."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Mapping, Sequence

from trainer_app.domain.text import tidy
from trainer_app.i18n import LANGUAGES

LETTERS = ("notice", "trainer_request", "invitation", "employer", "thanks")
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
    _add_form(part)


def _answer_sheet(part: ArgumentParser) -> None:
    part.add_argument("out", metavar="OUT.pdf")
    which = part.add_mutually_exclusive_group(required=True)
    which.add_argument("--module", metavar="REF")
    which.add_argument("--training", type=tidy, metavar="REF", help="a sheet for each person, with number and name")
    part.add_argument("--code-only", action="store_true", help="with the number, without the name")
    _add_whom(part)
    _add_form(part)
    _add_phase(part)


def _oral(part: ArgumentParser) -> None:
    _of_module(part)
    _add_form(part)
    _add_phase(part)
    part.add_argument("--way", choices=("cards", "hands", "beans"), default="cards", help="how the room answers")


def _feedback(part: ArgumentParser) -> None:
    _minutes(part)
    part.add_argument("--no-reading", action="store_true", help="faces and numbers only")
    part.add_argument("--tally", action="store_true", help="the sheet on which the faces are counted")


def _checklist(part: ArgumentParser) -> None:
    _of_training(part)
    part.add_argument("--checklist", choices=("teach_back", "savings_meeting"), default="teach_back")


def _test(part: ArgumentParser) -> None:
    _answer_key(part)
    _add_phase(part)
    part.add_argument("--no-reading", action="store_true", help="pictures and signs only")


def _kit(part: ArgumentParser) -> None:
    part.add_argument("out", metavar="FOLDER", help="or a file OUT.pdf for all papers in one")
    part.add_argument("--training", type=tidy, metavar="REF", required=True)


def _of_training(part: ArgumentParser) -> None:
    part.add_argument("out", metavar="OUT.pdf")
    part.add_argument("--training", type=tidy, metavar="REF", required=True)


def _minutes(part: ArgumentParser) -> None:
    _of_training(part)
    part.add_argument("--day", type=int, metavar="N")


def _letter(part: ArgumentParser) -> None:
    _of_training(part)
    part.add_argument("--kind", choices=LETTERS, required=True)
    part.add_argument("--number", metavar="NO", help="only to this number of the register")


def _add_paper(part: ArgumentParser, formats: Sequence[str]) -> None:
    part.add_argument("--paper", choices=formats, default="A4")
    part.add_argument("--by-hand", action="store_true", help="all fronts, then all backs: the printer has one side")


def _add_form(part: ArgumentParser) -> None:
    part.add_argument("--form", choices=("A", "B"), default="A")


def _add_phase(part: ArgumentParser) -> None:
    part.add_argument("--phase", choices=("pre", "post", "later"), default="pre")


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
    "oral-form": _oral,
    "feedback-form": _feedback,
    "checklist": _checklist,
    "training-report": _of_training,
    "minutes": _minutes,
    "letter": _letter,
}
