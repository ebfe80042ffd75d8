"""Official letters as their reader sees them: one page each, in the words of an office, however long the names are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from tests.documents.builders import (
    ENGLISH,
    FRENCH,
    HARD_NAMES,
    KINYARWANDA,
    LONG_HEAD,
    NAMES,
    PRINTED,
    Stretched,
    days,
    head,
)
from tests.documents.looking import colours, fonts_without_file, golden_text, pages, sizes, text_of
from trainer_app.documents import letter_words, letters, report_papers
from trainer_app.domain.letterheads import Letterhead
from trainer_app.domain.letters import TO_EACH, Addressee, Letter, LetterFacts, LetterKind, LetterWords
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog

LANGUAGES = {"en": ENGLISH, "fr": FRENCH, "rw": KINYARWANDA, "stretched": Stretched()}
every_language = pytest.mark.parametrize("t", LANGUAGES.values(), ids=LANGUAGES)
every_letter = pytest.mark.parametrize("kind", list(LetterKind))
OFFICE = Letterhead(
    organisation="District cooperative union of Rulindo",
    address="P.O. Box 12, Rulindo\n0700 000 001",
    reference="DCU/2026",
    signatory="MUTONI Aline",
    function="Coordinator",
    funding="Funded by the European Union",
)


def facts(people: int = 5, names: Sequence[str] = NAMES, **of_head: object) -> LetterFacts:
    who = tuple(
        Addressee(UUID(int=n), str(n + 1), names[n % len(names)], "COOP Twisungane" if n % 2 else "")
        for n in range(people)
    )
    own = head(**{"letterhead": OFFICE} | of_head)
    return LetterFacts(own, days(5), people, who, "Base", "Rulindo")


def a_letter(kind: LetterKind, told: LetterFacts, t: Catalog = ENGLISH) -> Letter:
    words = letter_words.proposed(kind, told, t)
    return Letter(kind, told.head, words, PRINTED, told.district, told.of(None) if kind in TO_EACH else ())


def said(letter: Letter, t: Catalog = ENGLISH) -> str:
    return " ".join(" ".join(text_of(letters.as_bytes(letter, t))).split())


@every_letter
def test_the_letters_are_as_they_were(kind: LetterKind, golden: Callable[[str, str], None]) -> None:
    golden(f"letter_{kind}.txt", golden_text(letters.as_bytes(a_letter(kind, facts(2)), ENGLISH)))


@every_letter
@every_language
@pytest.mark.parametrize("people", [1, 5, 40, 300])
def test_each_letter_is_one_page_in_the_order_of_the_list(kind: LetterKind, t: Catalog, people: int) -> None:
    texts = text_of(letters.as_bytes(a_letter(kind, facts(people), t), t))
    assert len(texts) == (people if kind in TO_EACH else 1)
    if kind in TO_EACH:
        assert all(NAMES[n % len(NAMES)] in " ".join(text.split()) for n, text in enumerate(texts))


@every_letter
@every_language
def test_every_word_lies_on_the_page_however_long_and_hostile(kind: LetterKind, t: Catalog) -> None:
    told = facts(len(HARD_NAMES), (*HARD_NAMES, "A" * 80), **LONG_HEAD)
    pdf = letters.as_bytes(a_letter(kind, told, t), t)
    for page in pages(pdf):
        for word in page:
            assert 19 < word.left < word.right < 191, word
            assert 9 < word.top < word.bottom < 288, word
    assert fonts_without_file(pdf) == set()
    assert min(sizes(pdf)) >= 7
    assert colours(pdf) == set()
    if kind in TO_EACH:
        assert "O'Neil <b>bold</b> & co" in " ".join(" ".join(text_of(pdf)).split())


def test_a_batch_that_differs_in_the_recipient_alone_draws_its_words_once() -> None:
    told = facts(300)
    invitation, attestation = (a_letter(kind, told) for kind in (LetterKind.INVITATION, LetterKind.EMPLOYER))
    assert not invitation.words.differs
    assert attestation.words.differs
    one = len(letters.as_bytes(replace(invitation, addressees=told.addressees[:1]), ENGLISH))
    assert len(letters.as_bytes(invitation, ENGLISH)) < one + 300 * 1500


def test_a_letter_has_what_an_office_asks_of_it() -> None:
    words = said(a_letter(LetterKind.NOTICE, facts()))
    for part in (
        "Rulindo, 9 March 2026",
        "Ref.: DCU/2026/RUL-014",
        "The Executive Secretary of the Sector of Base",
        "District of Rulindo",
        "Subject: Notice of a training",
        "District cooperative union of Rulindo will hold the training “Cooperative governance”",
        "for the members of KOABICYA",
        "from 2 March 2026 to 6 March 2026, on 5 days.",
        "Hours: 08:30–16:00.",
        "5 people are expected.",
        "MUTONI Aline",
        "Coordinator",
        "Signature and stamp",
        "Copy for information:",
        "The Mayor of the District of Rulindo",
        "P.O. Box 12, Rulindo",
        "Funded by the European Union",
    ):
        assert part in words


def test_what_the_office_did_not_write_down_is_left_as_dots_and_lines() -> None:
    bare = head(group="", organiser="", project="", trainers=())
    told = replace(facts(), head=bare, sector="", district="")
    words = said(a_letter(LetterKind.NOTICE, told))
    assert f"{letter_words.DOTS} will hold" in words
    assert "Name and function" in words
    assert "Copy for information" not in words
    assert "{" not in words


def test_the_attestation_says_that_somebody_takes_part_and_never_how_well() -> None:
    (text,) = text_of(letters.as_bytes(a_letter(LetterKind.EMPLOYER, facts(1)), ENGLISH))
    words = " ".join(text.split())
    assert "We attest that UWIMANA Marie takes part in the training “Cooperative governance”." in words
    assert "The employer of UWIMANA Marie" in words
    assert not {"score", "points", "%"} & set(words.split())


def test_the_three_fields_are_filled_in_and_any_other_brace_is_a_brace() -> None:
    words = LetterWords("{name}\n{group}", "No {number}", "{name} {sum} {0} {{name}}")
    filled = words.for_one(Addressee(UUID(int=1), "7", "{number} <b>", ""))
    assert filled.recipient == "{number} <b>"
    assert filled.subject == "No 7"
    assert filled.body == "{number} <b> {sum} {0} {{number} <b>}"


def test_changed_words_are_printed_and_too_many_are_refused() -> None:
    letter = a_letter(LetterKind.THANKS, facts())
    changed = replace(letter.words, body="Dear neighbours,\n\nThe roof held. =1+1 <i>Thanks</i>.", signatory="")
    assert "The roof held. =1+1 <i>Thanks</i>." in said(replace(letter, words=changed))
    long = replace(letter.words, body="\n".join(["A sentence that goes on and on and says nothing at all."] * 70))
    with pytest.raises(TrainerError, match="does not fit on one page"):
        letters.as_bytes(replace(letter, words=long), ENGLISH)
    some = replace(letter.words, body="\n".join(["A sentence that is a line of its own."] * 26))
    assert min(sizes(letters.as_bytes(replace(letter, words=some), ENGLISH)) - {7, 7.5, 8, 8.5}) >= 9


def test_a_sample_says_so() -> None:
    assert "SAMPLE" in said(a_letter(LetterKind.NOTICE, facts(is_sample=True)))


@every_letter
@pytest.mark.parametrize("language", ["en", "fr", "rw"])
def test_each_letter_is_saved_with_a_name_in_its_language(kind: LetterKind, language: str, tmp_path: Path) -> None:
    letter = a_letter(kind, facts(3), Catalog(language))
    paper = report_papers.letter(letter, language)
    path = tmp_path / paper.file_name(".pdf")
    assert paper.save(path, lambda _share: None).pages == (3 if kind in TO_EACH else 1)
    assert path.read_bytes() == paper.draw()
