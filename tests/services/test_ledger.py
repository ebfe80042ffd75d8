"""What was printed is kept with its words: who holds a page that reads otherwise by now is known, and what changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

import pytest

from tests.builders import a_group, a_training
from trainer_app.db.database import Database
from trainer_app.db.journal import remove
from trainer_app.db.records import Handout, Text
from trainer_app.domain import editions, printed
from trainer_app.domain.printed import Changed, Document, Holder, Made, OutdatedLine, PrintedPage
from trainer_app.i18n import label
from trainer_app.services import curriculum, groups, ledger, material, sample, texts, translating

DAY = date(2026, 11, 21)
LATER = date(2026, 12, 1)
CODE = "M1-1.1"


def pages(db: Database, language: str = "fr", copies: int = 1) -> tuple[PrintedPage, ...]:
    with db.reading() as s:
        return printed.of_handouts([curriculum.handout(s, CODE, language, DAY)], copies=copies)


def printing(
    db: Database, what: Iterable[PrintedPage], copies: int = 1, holder: Holder = printed.NOBODY, day: date = DAY
) -> None:
    with db.changing(label("Make a document"), undoable=False) as s:
        ledger.note(s, Made("handout", "fr", pages=tuple(what), holder=holder), day, copies)


def a_message(db: Database, language: str = "fr") -> tuple[str, str]:
    """The id and the words of the first message of the handout."""
    with db.reading() as s:
        pairs = translating.pairs(s, the_unit(db), language)
        found = next(pair for pair in pairs if pair.place.owner == "handout" and pair.place.key == "message")
        return found.ref, found.words


def the_unit(db: Database) -> UUID:
    with db.reading() as s:
        return curriculum.modules(s, "en")[0].units[0].id


def write(db: Database, words: str, language: str = "fr") -> None:
    with db.changing(label("Edit a text")) as s:
        texts.write(s, a_message(db, language)[0], language, words)


def outdated(db: Database, day: date = LATER) -> tuple[OutdatedLine, ...]:
    with db.reading() as s:
        return ledger.outdated(s, day)


def test_a_page_is_kept_with_its_edition_language_and_copies(db: Database) -> None:
    printing(db, pages(db), copies=25)
    with db.reading() as s:
        (line,) = ledger.runs(s)
        page = curriculum.handout(s, CODE, "fr", DAY)
    assert (line.document, line.codes, line.language, line.copies) == ("handout", (CODE,), "fr", 25)
    assert (line.made_on, line.edition) == (DAY, editions.of_handouts([page]))


def test_a_page_whose_words_changed_is_outdated_and_what_changed_is_told(db: Database) -> None:
    _ref, before = a_message(db)
    printing(db, pages(db), copies=40)
    assert outdated(db) == ()
    write(db, "Ensemble, nous achetons moins cher.")
    (line,) = outdated(db)
    assert (line.code, line.language, line.copies, line.made_on) == (CODE, "fr", 40, DAY)
    assert line.changed == (Changed(before, "Ensemble, nous achetons moins cher."),)
    assert line.now not in ("", line.edition)


def test_the_same_words_again_are_the_same_edition(db: Database) -> None:
    _ref, before = a_message(db)
    printing(db, pages(db))
    write(db, "Autre chose.")
    write(db, before)
    assert outdated(db) == ()


def test_a_change_that_is_undone_leaves_no_page_outdated_and_redone_it_does(db: Database) -> None:
    printing(db, pages(db))
    write(db, "Autre chose.")
    db.undo()
    assert outdated(db) == ()
    db.redo()
    assert [line.code for line in outdated(db)] == [CODE]


def test_printing_is_no_gesture_to_undo(db: Database) -> None:
    write(db, "Autre chose.")
    printing(db, pages(db))
    db.undo()
    with db.reading() as s:
        assert len(ledger.runs(s)) == 1


def test_only_the_language_that_changed_is_outdated(db: Database) -> None:
    printing(db, (*pages(db, "fr"), *pages(db, "rw")))
    write(db, "Ikindi kintu.", "rw")
    assert [line.language for line in outdated(db)] == ["rw"]


def test_who_holds_the_page_is_told_by_name(db: Database) -> None:
    group, training = a_group(db, "COOP Abahuje"), a_training(db)
    printing(db, pages(db), 10, Holder(group_id=group))
    printing(db, pages(db), 3, Holder(training.group, training.id))
    printing(db, pages(db), 1)
    write(db, "Autre chose.")
    assert [(line.whom.group, line.whom.training != "", line.copies) for line in outdated(db)] == [
        ("", False, 1),
        ("COOP Twisungane", True, 3),
        ("COOP Abahuje", False, 10),
    ]


def test_who_was_given_the_new_page_since_holds_no_outdated_one(db: Database) -> None:
    group = a_group(db)
    printing(db, pages(db), 10, Holder(group_id=group))
    printing(db, pages(db), 1)
    write(db, "Autre chose.")
    printing(db, pages(db), 10, Holder(group_id=group), LATER)
    assert [line.whom.group for line in outdated(db)] == [""]
    write(db, "Encore autre chose.")
    assert [line.whom.group for line in outdated(db)] == ["COOP Twisungane", "", "COOP Twisungane"]


def test_a_page_that_is_there_no_longer_is_outdated_too(db: Database) -> None:
    printing(db, pages(db))
    with db.changing(label("Remove a handout")) as s:
        handout = next(row for row in s.query(Handout) if row.code == CODE)
        remove(handout)
    (line,) = outdated(db)
    assert (line.now, line.changed) == ("", ())


def test_a_translation_that_was_taken_out_makes_its_page_outdated(db: Database) -> None:
    printing(db, pages(db))
    ref, _words = a_message(db)
    with db.changing(label("Remove a text")) as s:
        remove(s.get_one(Text, texts.text_id(ref, "fr")))
    assert [line.now for line in outdated(db)] == [""]


def test_a_figure_of_law_that_comes_into_force_makes_a_page_outdated(db: Database) -> None:
    with db.reading() as s:
        pages = curriculum.handouts(s, "M4", "en", DAY)
    printing(db, printed.of_handouts(pages))
    assert outdated(db, DAY) == ()
    (line,) = [line for line in outdated(db, date(2027, 1, 2)) if line.changed]
    assert "14" in line.changed[0].now
    assert "14" not in line.changed[0].before


@pytest.mark.parametrize("document", [Document.PLAN, Document.CUES, Document.WORKBOOK, Document.BOOK, Document.TRAINER])
def test_the_papers_of_a_unit_are_outdated_by_the_words_they_print(db: Database, document: Document) -> None:
    with db.reading() as s:
        unit = material.by_code(s, CODE, "en", DAY)
        title = next(pair for pair in translating.pairs(s, unit.id, "en") if pair.place.key == "title")
        pages = material.pages_of(s, [unit], DAY) if document in printed.WITH_HANDOUT else {}
    printing(db, printed.of_units([unit], document, pages))
    assert outdated(db) == ()
    with db.changing(label("Edit a text")) as s:
        texts.write(s, title.ref, "en", "Another title")
    assert [(line.document, line.code) for line in outdated(db)] == [(document, CODE)]


def test_a_test_is_outdated_by_its_questions_and_not_by_those_of_the_other_form(db: Database) -> None:
    with db.reading() as s:
        form = material.test(s, "M1", "A", "en", DAY)
        module = curriculum.modules(s, "en")[0]
        stem = next(pair for pair in translating.pairs(s, module.id, "en") if pair.place.key == "stem")
    printing(db, (*printed.of_test(form, Document.TEST), *printed.of_test(form, Document.KEY)))
    assert outdated(db) == ()
    assert stem.place.form == "A"
    with db.changing(label("Edit a text")) as s:
        texts.write(s, stem.ref, "en", "Another question?")
    assert {(line.document, line.code) for line in outdated(db)} == {("test", "M1 A"), ("answer_key", "M1 A")}


def test_the_pages_of_one_job_are_one_line(db: Database) -> None:
    with db.reading() as s:
        module = curriculum.handouts(s, "M1", "en", DAY)
    printing(db, (*printed.of_handouts(module), *pages(db, "fr", copies=5)), copies=2)
    printing(db, pages(db), day=LATER)
    with db.reading() as s:
        lines = ledger.runs(s)
    assert lines[0].made_on == LATER
    assert {(line.language, len(line.codes), line.copies) for line in lines[1:]} == {("en", 6, 2), ("fr", 1, 10)}


def test_a_list_is_kept_too_and_is_never_outdated(db: Database) -> None:
    training = a_training(db)
    with db.changing(label("Make a document"), undoable=False) as s:
        ledger.note(s, Made("attendance_list", "en", training.id, frozenset({"phone"})), DAY)
    with db.reading() as s:
        assert ledger.of(s, training.id) == ((DAY, "attendance_list", "en", 1),)
        assert [line.codes for line in ledger.runs(s)] == [()]
    assert outdated(db) == ()


def test_what_was_printed_for_the_sample_goes_with_it(db: Database) -> None:
    with db.changing(label("Fill with the sample programme")) as s:
        sample.fill(s, DAY)
    with db.reading() as s:
        group = groups.groups(s)[0].id
    printing(db, pages(db), 10, Holder(group_id=group))
    printing(db, pages(db), 1)
    with db.changing(label("Remove the sample programme")) as s:
        sample.remove(s)
    with db.reading() as s:
        assert [line.copies for line in ledger.runs(s)] == [1]
