"""One language of a module goes to a translator and comes back: only what differs is written, as one change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from trainer_app.db.database import Database
from trainer_app.documents import po_file
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.packs import module_id
from trainer_app.domain.translating import TextPair
from trainer_app.domain.words_file import SaidText, Skip, WordsCheck, WordsFile, WordsKind
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog, label
from trainer_app.readers import po_file as po_reader
from trainer_app.services import texts, words_in, words_out

EDIT = label("Edit a text")
M2 = module_id("M2")
EN = Catalog("en")
DRAFT, REVIEWED, OUTDATED = TextState.DRAFT, TextState.REVIEWED, TextState.OUTDATED
Edit = Callable[[polib.POFile], object]


def pairs(db: Database, language: str = "fr") -> dict[str, TextPair]:
    with db.reading() as s:
        return {pair.ref: pair for pair in words_out.of_module(s, M2, language).pairs}


def title(db: Database, language: str = "fr") -> TextPair:
    return next(iter(pairs(db, language).values()))


def change(db: Database, ref: str, language: str, words: str) -> None:
    with db.changing(EDIT) as s:
        texts.write(s, ref, language, words)


def sent(db: Database, language: str = "fr", edit: Edit | None = None) -> WordsFile:
    """The file as the translator sends it back after `edit`."""
    with db.reading() as s:
        data = po_file.as_bytes(words_out.of_module(s, M2, language), EN)
    catalogue = polib.pofile(data.decode())
    if edit is not None:
        edit(catalogue)
    return po_reader.from_bytes(f"{catalogue}".encode(), f"{language}.po")


def checked(db: Database, told: WordsFile, language: str = "fr", reviewed: bool = False) -> WordsCheck:
    with db.reading() as s:
        return words_in.check(s, told, language, reviewed=reviewed)


def take_in(db: Database, told: WordsFile, language: str = "fr", reviewed: bool = False) -> WordsCheck:
    found = checked(db, told, language, reviewed)
    with db.changing(label(words_in.IMPORT, count=len(found.lines), file=told.file)) as s:
        assert words_in.write(s, found) == len(found.lines)
    return found


def set_first(words: str, fuzzy: bool = False) -> Edit:
    def edit(catalogue: polib.POFile) -> None:
        catalogue[0].msgstr = words
        catalogue[0].flags = ["fuzzy"] if fuzzy else []

    return edit


@pytest.mark.parametrize("language", ["fr", "rw"])
def test_a_file_that_comes_back_as_it_left_changes_nothing(db: Database, language: str) -> None:
    ref = title(db).ref
    change(db, ref, "en", "The plan of a business")  # what is outdated is in the file too
    found = checked(db, sent(db, language), language)
    assert (found.lines, found.skipped, found.untranslated) == ((), (), 0)
    assert found.same == len(pairs(db, language))


def test_what_is_not_translated_yet_is_in_the_file(db: Database) -> None:
    found = checked(db, sent(db, "sw"), "sw")
    assert (found.untranslated, found.texts, found.same) == (len(pairs(db)), len(pairs(db)), 0)
    take_in(db, sent(db, "sw", set_first("Mpango wa biashara", fuzzy=True)), "sw")
    assert (title(db, "sw").words, title(db, "sw").state) == ("Mpango wa biashara", DRAFT)


def test_each_text_tells_where_it_stands(db: Database) -> None:
    with db.reading() as s:
        catalogue = polib.pofile(po_file.as_bytes(words_out.of_module(s, M2, "fr"), EN).decode())
    assert catalogue[0].comment == "Title of the module"
    assert "M2-2.1 Title of the unit" in {entry.comment for entry in catalogue}


@pytest.mark.parametrize(("fuzzy", "state"), [(True, DRAFT), (False, REVIEWED)])
@pytest.mark.parametrize("language", ["fr", "rw"])
def test_other_words_come_in_as_sure_as_the_translator_was(
    db: Database, language: str, fuzzy: bool, state: TextState
) -> None:
    before = title(db, language)
    found = take_in(db, sent(db, language, set_first("Autre titre", fuzzy)), language)
    assert [(line.kind, line.before, line.after) for line in found.lines] == [
        (WordsKind.CHANGED, before.words, "Autre titre")
    ]
    assert (title(db, language).words, title(db, language).state) == ("Autre titre", state)
    db.undo()
    after = title(db, language)
    assert (after.words, after.state, after.from_words) == (before.words, before.state, before.from_words)


def test_taking_fuzzy_away_reviews_the_same_words(db: Database) -> None:
    def approve(catalogue: polib.POFile) -> None:
        for entry in catalogue[:5]:
            entry.flags = []

    found = take_in(db, sent(db, "rw", approve), "rw")
    assert found.count(WordsKind.REVIEWED) == len(found.lines) == 5
    assert title(db, "rw").state == REVIEWED


def test_a_source_that_changed_meanwhile_makes_the_words_outdated(db: Database) -> None:
    before = title(db)
    told = sent(db, edit=set_first("Autre titre"))
    change(db, before.ref, "en", "The plan of a business")
    found = take_in(db, told)
    assert found.outdated == 1
    after = title(db)
    assert (after.words, after.state, after.from_words) == ("Autre titre", OUTDATED, before.source)
    assert after.own_state == REVIEWED


def test_words_from_an_older_source_do_not_replace_those_from_the_newer(db: Database) -> None:
    told = sent(db, edit=set_first("Autre titre"))
    ref = title(db).ref
    change(db, ref, "en", "The plan of a business")
    change(db, ref, "fr", "Le plan d’une entreprise")
    found = checked(db, told)
    assert [(one.ref, one.code) for one in found.skipped] == [(ref, Skip.OLDER)]
    assert found.lines == ()


def test_what_nobody_knows_is_named_and_the_rest_comes_in(db: Database) -> None:
    def add(catalogue: polib.POFile) -> None:
        set_first("Autre titre")(catalogue)
        catalogue.append(polib.POEntry(msgctxt="t-nobody", msgid="x", msgstr="y"))

    found = take_in(db, sent(db, edit=add))
    assert [(one.ref, one.code, words_in.reason(one.code)) for one in found.skipped] == [
        ("t-nobody", Skip.UNKNOWN, "No text here has this id.")
    ]
    assert title(db).words == "Autre titre"


def test_a_page_pasted_by_mistake_is_left_out(db: Database) -> None:
    found = checked(db, sent(db, edit=set_first("mot " * 6000)))
    assert [one.code for one in found.skipped] == [Skip.LONG]


def test_an_emptied_translation_takes_nothing_away(db: Database) -> None:
    found = checked(db, sent(db, edit=set_first("")))
    assert (found.lines, found.untranslated) == ((), 1)


def test_a_table_that_knows_no_states_makes_drafts_unless_a_reader_says_so(db: Database) -> None:
    first, second, *_rest = pairs(db, "rw").values()
    told = WordsFile(
        "m2.docx",
        "",
        (SaidText(first.ref, "Imigambi", first.source), SaidText(second.ref, second.words, second.source)),
    )
    assert [(line.ref, line.state) for line in checked(db, told, "rw").lines] == [(first.ref, DRAFT)]
    found = take_in(db, told, "rw", reviewed=True)
    assert [(line.kind, line.state) for line in found.lines] == [
        (WordsKind.CHANGED, REVIEWED),
        (WordsKind.REVIEWED, REVIEWED),
    ]


@pytest.mark.parametrize(
    ("language", "words", "code"),
    [
        ("rw", "is written in Français, and not in Ikinyarwanda", "other_language"),
        ("en", "is written in Français", "other_language"),
    ],
)
def test_a_file_of_another_language_is_refused(db: Database, language: str, words: str, code: str) -> None:
    with pytest.raises(TrainerError, match=words) as refused:
        checked(db, sent(db), language)
    assert refused.value.code == code


def test_a_file_of_another_program_is_refused(db: Database) -> None:
    stranger = WordsFile("a.po", "fr", (SaidText("button", "Bouton", "Button", REVIEWED),))
    with pytest.raises(TrainerError, match="no text of a module"):
        checked(db, stranger)


def test_there_is_nothing_to_translate_into_the_language_of_the_source(db: Database) -> None:
    with pytest.raises(TrainerError, match="was written in English"), db.reading() as s:
        words_out.of_module(s, M2, "en")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "bad_po"),
        (b"\x89PNG", "bad_encoding"),
        (b"/etc/passwd", "bad_po"),
        (b'msgctxt "a"\nmsgid "b"\nmsgstr "c', "bad_po"),
        ('msgctxt "a"\nmsgid "b"\nmsgstr "é"\n'.encode("latin-1"), "bad_encoding"),
        (b'msgctxt "a"\nmsgid "b"\nmsgstr "c"\n\nmsgctxt "a"\nmsgid "b"\nmsgstr "d"\n', "twice_translated"),
        (b'msgid "b"\nmsgstr "c"\n', "bad_po"),
    ],
)
def test_what_is_no_file_of_translations_is_a_sentence(tmp_path: Path, data: bytes, code: str) -> None:
    file = tmp_path / "fr.po"
    file.write_bytes(data)
    with pytest.raises(TrainerError, match=r"fr\.po") as refused:
        po_reader.read(file)
    assert refused.value.code == code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_are_read_as_they_were_written(encoding: str) -> None:
    name = encoding.replace("utf-8-sig", "utf-8")
    words = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset={name}\\n"\n\n'
    words += 'msgctxt "t-1"\nmsgid "x"\nmsgstr "Épargne, crédit"\n'
    assert po_reader.from_bytes(words.encode(encoding), "fr.po").texts[0].words == "Épargne, crédit"
