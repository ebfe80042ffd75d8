"""Commands that print what the curriculum holds: handouts, plans, tests, books; and all papers of a training."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from trainer_app import settings
from trainer_app.commands import test_papers
from trainer_app.commands.context import Context, Result
from trainer_app.documents import curriculum_papers
from trainer_app.documents import kit as kit_papers
from trainer_app.documents.curriculum_papers import Wanted
from trainer_app.documents.handout import Format
from trainer_app.documents.kit import Drawn
from trainer_app.documents.output import no_tick
from trainer_app.documents.papers import Paper
from trainer_app.documents.props import Boxes
from trainer_app.domain.curriculum import Handout, TextState
from trainer_app.domain.kit import total
from trainer_app.domain.printed import NOBODY, WITH_HANDOUT, Document, Holder
from trainer_app.domain.scores import Phase
from trainer_app.errors import TrainerError
from trainer_app.i18n import LANGUAGES, N_, _, label
from trainer_app.services import curriculum, groups, kit, ledger, material, trainings

OF_UNITS = {
    "session-plan": Document.PLAN,
    "cue-cards": Document.CUES,
    "props": Document.PROPS,
    "workbook": Document.WORKBOOK,
    "book": Document.BOOK,
    "trainer-handout": Document.TRAINER,
}


def print_handout(context: Context, options: Namespace) -> Result:
    """In one language, or in several with so many copies of each."""
    wanted, language = _wanted(context, options), context.catalog(options).language
    copies = _copies(options.copies)
    if copies or options.by_hand:
        parts = [(_pages(context, options, code), count) for code, count in copies or [(language, 1)]]
        return _made(context, options, curriculum_papers.handouts_in_one_job(parts, wanted))
    return _made(context, options, curriculum_papers.handouts(_pages(context, options, language), wanted))


def print_two_languages(context: Context, options: Namespace) -> Result:
    first = context.catalog(options).language
    second = options.second_language or next(code for code in LANGUAGES if code != first)
    if first == second:
        raise TrainerError(_("Choose two different languages."), "same_language")
    left, right = _pages(context, options, first), _pages(context, options, second)
    return _made(context, options, curriculum_papers.in_two_languages(left, right, _wanted(context, options)))


def print_of_units(context: Context, options: Namespace) -> Result:
    """Of one unit, or of all units of a module."""
    document = OF_UNITS[options.what]
    key, language = _subject(context, options), context.catalog(options).language
    units = context.read(material.under, key, language, context.today)
    pages = context.read(material.pages_of, units, context.today) if document in WITH_HANDOUT else {}
    boxes = Boxes.THREE if getattr(options, "three_boxes", False) else Boxes.ONE
    aim = context.read(curriculum.aim, key, language) if document == Document.BOOK else ""
    wanted = _wanted(context, options)
    if not units:
        raise TrainerError(_("This module has no units yet."), "nothing_to_print")
    return _made(context, options, curriculum_papers.of_units(document, units, wanted, pages, boxes=boxes, aim=aim))


def print_test(context: Context, options: Namespace) -> Result:
    form = context.read(material.test, options.module, options.form, context.catalog(options).language, context.today)
    wanted = _wanted(context, options)
    if options.what == "answer-key":
        return _made(context, options, curriculum_papers.answer_key(form, wanted))
    if options.what == "answer-sheet":
        return _made(context, options, curriculum_papers.answers(form, Phase(options.phase), wanted))
    return _made(context, options, curriculum_papers.test(form, Phase(options.phase), not options.no_reading, wanted))


def print_answer_sheet(context: Context, options: Namespace) -> Result:
    """Of a module, to be written on; or of a training, with the number and the name of each person."""
    if options.training:
        return test_papers.print_answer_sheets(context, options)
    return print_test(context, options)


def print_kit(context: Context, options: Namespace) -> Result:
    """Every paper of a training, each as a file of its own in a folder, or all in one file."""
    language, training = context.catalog(options).language, context.read(trainings.one, options.training)
    contents = context.read(kit.contents, training, language, context.today)
    found = kit_papers.drawn(kit_papers.ready(contents, context.today))
    out = Path(options.out)
    if out.suffix.lower() == ".pdf":
        files = [kit_papers.save_all(found, contents.register, out, context.today)]
    else:
        out.mkdir(parents=True, exist_ok=True)
        files = list(kit_papers.save_each(found, out))
    with context.database.changing(label(N_("Make a document")), undoable=False) as s:
        for one in found:
            ledger.note(s, one.paper.made, context.today, one.paper.copies)
    sums = total(one.amount for one in found)
    price = settings.load(context.folder).page_price
    told = {
        "papers": [_told(one) for one in found],
        "files": [str(file.path) for file in files],
        "pages": sums.sides,
        "sheets": sums.sheets,
        "cost": sums.cost(price) if price else None,
    }
    return Result(told, [str(file.path) for file in files])


def _told(one: Drawn) -> dict[str, object]:
    amount = one.amount
    return {"paper": one.kind, "title": one.paper.title, "pages": amount.pages, "copies": amount.copies,
            "sheets": amount.sheets}  # fmt: skip


def _wanted(context: Context, options: Namespace) -> Wanted:
    return Wanted(
        context.today,
        form=Format(getattr(options, "paper", None) or Format.A4),
        by_hand=getattr(options, "by_hand", False),
        subject=_subject(context, options),
        holder=_holder(context, options.whom) if options.whom else NOBODY,
    )


def _subject(context: Context, options: Namespace) -> UUID:
    """The unit or the module that is named."""
    if getattr(options, "unit", None):
        return context.read(material.by_code, options.unit, context.language, context.today).id
    with context.database.reading() as s:
        return curriculum.by_code(s, options.module).id


def _pages(context: Context, options: Namespace, language: str) -> Sequence[Handout]:
    if options.unit:
        return (context.read(curriculum.handout, options.unit, language, context.today),)
    return context.read(curriculum.handouts, options.module, language, context.today)


def _copies(text: str | None) -> list[tuple[str, int]]:
    """`rw=25,fr=10`: languages with the copies of each."""
    found = []
    for part in (text or "").split(","):
        language, _equals, count = part.strip().partition("=")
        if part and not (language in LANGUAGES and count.isdigit() and int(count) > 0):
            words = _("{text} is not a language with a number, like rw=25.")
            raise TrainerError(words.format(text=part.strip()), "bad_copies")
        if part:
            found.append((language, int(count)))
    return found


def _holder(context: Context, ref: str) -> Holder:
    """A training or a group, by code or by name."""
    try:
        return Holder(training_id=context.read(trainings.one, ref))
    except TrainerError as problem:
        if problem.code != "not_found":
            raise
    return Holder(group_id=context.read(groups.one, ref))


def _made(context: Context, options: Namespace, paper: Paper) -> Result:
    """Written, and entered in the ledger; a text that no reader has approved is owned up to."""
    made = paper.save(Path(options.out), no_tick)
    with context.database.changing(label(N_("Make a document")), undoable=False) as s:
        ledger.note(s, paper.made, context.today)
    states = {code: state for code, state in paper.states.items()}
    told = {"rows": made.rows, "file": str(made.path), "pages": made.pages, "states": states}
    drafts = [code for code, state in states.items() if state != TextState.REVIEWED]
    words = _("{language}: {state}. A reader has not approved this text yet.")
    said = [words.format(language=LANGUAGES[code], state=states[code].value) for code in drafts]
    return Result(told, [str(made.path), *said])
