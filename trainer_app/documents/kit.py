"""The papers of one training together: each as a file of its own, or all in one file with a list of what to copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from trainer_app.documents import curriculum_papers, kit_list, papers, pdf_pages
from trainer_app.documents.attendance_rows import Variant
from trainer_app.documents.curriculum_papers import Wanted
from trainer_app.documents.output import Tick, Written, no_tick, safe_name, saving
from trainer_app.documents.papers import Paper
from trainer_app.domain.attendance import Register
from trainer_app.domain.kit import Amount, KitContents, KitPaper
from trainer_app.domain.printed import Document, Holder
from trainer_app.domain.scores import Phase
from trainer_app.i18n import Catalog


@dataclass(frozen=True, slots=True)
class Drawn:
    """A paper of the kit, drawn already: what it takes is known, and saving it cannot fail half way."""

    kind: KitPaper
    paper: Paper
    pdf: bytes
    amount: Amount


def ready(contents: KitContents, today: date) -> list[tuple[KitPaper, Paper]]:
    """Every paper that this training has something for, in the order of printing."""
    return [(kind, paper) for kind in KitPaper for paper in papers_of(kind, contents, today)]


def papers_of(kind: KitPaper, contents: KitContents, today: date) -> list[Paper]:
    """None where the training has nothing for it; several where it has one for each day."""
    return list(_papers(kind, contents, today))


def drawn(made: Sequence[tuple[KitPaper, Paper]], tick: Tick = no_tick) -> list[Drawn]:
    found = []
    for number, (kind, paper) in enumerate(made):
        tick(number / len(made))
        found.append(draw(kind, paper))
    return found


def draw(kind: KitPaper, paper: Paper) -> Drawn:
    pdf = paper.draw()
    return Drawn(kind, paper, pdf, Amount(*paper.amount(pdf_pages.count(pdf))))


def save_each(found: Sequence[Drawn], folder: Path, tick: Tick = no_tick) -> Iterator[Written]:
    """A file for each paper; their numbers keep them in the order of printing. Each is there whole or not at all."""
    for number, one in enumerate(found, start=1):
        tick((number - 1) / len(found))
        path = folder / safe_name(f"{number:02} {one.paper.file_name('')}", ".pdf")
        with saving(path, Catalog(one.paper.language)) as file:
            file.write(one.pdf)
        yield Written(path, 1, one.amount.pages)


def save_all(found: Sequence[Drawn], register: Register, path: Path, today: date, tick: Tick = no_tick) -> Written:
    """All papers in one file. Its first page says how often to copy which pages."""
    t = Catalog(found[0].paper.language)
    first = kit_list.as_bytes([(one.paper.title, one.amount) for one in found], register, t, today)
    tick(0.2)
    whole = pdf_pages.joined([first, *(one.pdf for one in found)])
    tick(0.8)
    with saving(path, t) as file:
        file.write(whole)
    return Written(path, len(found), pdf_pages.count(whole))


def _papers(kind: KitPaper, contents: KitContents, today: date) -> Iterator[Paper]:
    register, units, language = contents.register, contents.units, contents.language
    one = Wanted(today, subject=register.head.id, holder=Holder(training_id=register.head.id))
    each = Wanted(today, copies=contents.people, subject=one.subject, holder=one.holder)
    match kind:
        case KitPaper.SIGN_IN:
            yield from (papers.sign_in(register, day.number, language, today) for day in register.days)
        case KitPaper.BLANK:
            yield papers.attendance(register, Variant.BLANK, language, today)
        case KitPaper.PLAN if units:
            yield curriculum_papers.of_units(Document.PLAN, units, one)
        case KitPaper.CUES if any(unit.cue_card for unit in units):
            yield curriculum_papers.of_units(Document.CUES, units, one)
        case KitPaper.PROPS if any(unit.props for unit in units):
            yield curriculum_papers.of_units(Document.PROPS, units, one)
        case KitPaper.TRAINER if contents.pages:
            yield curriculum_papers.of_units(Document.TRAINER, units, one, contents.pages)
        case KitPaper.HANDOUTS if contents.pages:
            yield curriculum_papers.handouts(list(contents.pages.values()), each)
        case KitPaper.WORKBOOK if any(unit.exercises for unit in units):
            yield curriculum_papers.of_units(Document.WORKBOOK, units, each)
        case KitPaper.PRE_TEST:
            yield from _tests(contents, Phase.PRE, one)
        case KitPaper.PRE_KEY:
            yield from (curriculum_papers.answer_key(form, one) for form, _count in contents.given_out(Phase.PRE))
        case KitPaper.POST_TEST:
            yield from _tests(contents, Phase.POST, one)
        case KitPaper.POST_KEY:
            before = {form.form for form, _count in contents.given_out(Phase.PRE)}
            new = [form for form, _count in contents.given_out(Phase.POST) if form.form not in before]
            yield from (curriculum_papers.answer_key(form, one) for form in new)


def _tests(contents: KitContents, phase: Phase, one: Wanted) -> Iterator[Paper]:
    """Where half of the people have another form, a paper for each half."""
    for form, count in contents.given_out(phase):
        yield curriculum_papers.test(form, phase, True, replace(one, copies=count))


def chosen(found: Iterable[Drawn], kinds: Iterable[KitPaper]) -> list[Drawn]:
    wanted = frozenset(kinds)
    return [one for one in found if one.kind in wanted]
