"""The call sheet, the minutes of a replacement, the criteria sheet and the ranked list: as a reader sees them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from tests.documents.builders import (
    ENGLISH,
    FRENCH,
    HARD_NAMES,
    KINYARWANDA,
    LONG_HEAD,
    MONDAY,
    NAMES,
    PRINTED,
    Stretched,
    head,
)
from tests.documents.looking import colours, fonts_without_file, golden_text, pages, sizes, text_of
from trainer_app.documents import call_sheet, follow_up_papers, replacement_minutes, selection_papers
from trainer_app.domain.follow_up import CallLine, CallOutcome, FollowUp, TaskKind
from trainer_app.domain.people import Sex
from trainer_app.domain.ranking import Waiting, ranked
from trainer_app.domain.replacing import Minutes
from trainer_app.domain.selection import CandidateLine, CriterionLine, Decision, SelectionSheet, Signatory
from trainer_app.i18n import Catalog

LANGUAGES = {"en": ENGLISH, "fr": FRENCH, "rw": KINYARWANDA, "stretched": Stretched()}
Make = Callable[..., bytes]


def due(count: int = 6, names: tuple[str, ...] = NAMES, **_of_head: object) -> list[FollowUp]:
    return [
        FollowUp(
            UUID(int=n),
            TaskKind.ABSENCE if n % 3 else TaskKind.LOW_SCORE,
            MONDAY + timedelta(days=n),
            person_id=UUID(int=100 + n),
            name=names[n % len(names)],
            phone=f"+250788{n:06}",
            training="Cooperative governance",
            since=MONDAY if n % 3 else None,
            sessions=2,
            days=7 + n,
            unmarked=n % 2,
            score=3,
            maximum=10,
        )
        for n in range(count)
    ]


def minutes(count: int = 6, names: tuple[str, ...] = NAMES, came: bool = True, **of_head: object) -> Minutes:
    waiting = [
        Waiting(
            UUID(int=n),
            names[n % len(names)],
            (Sex.FEMALE, Sex.MALE)[n % 2],
            "",
            "COOP Twisungane",
            MONDAY + timedelta(days=n // 2),
            same_group=n < 3,
            near=("cell", "sector", "district", "")[n % 4],
            points=float(n) if n % 3 else None,
        )
        for n in range(count)
    ]
    return Minutes(
        UUID(int=7),
        head(**of_head),
        names[0],
        "12",
        MONDAY + timedelta(days=3),
        "Works in Kigali now, will not come back",
        (
            CallLine(MONDAY + timedelta(days=2), CallOutcome.STOPS, "works in Kigali now"),
            CallLine(MONDAY, CallOutcome.NO_ANSWER),
        ),
        ranked(waiting),
        names[1] if came else "",
        "41" if came else "",
        MONDAY + timedelta(days=4),
    )


def a_selection(count: int = 6, names: tuple[str, ...] = NAMES, criteria: int = 3, **of_head: object) -> SelectionSheet:
    own = tuple(
        CriterionLine(UUID(int=n), f"Criterion {n + 1} of the committee", 10, 1 + n % 2) for n in range(criteria)
    )
    committee = (Signatory("MUTONI Aline", "field officer"), Signatory("NDAYISABA Eric", "district official"))
    candidates = tuple(
        CandidateLine(
            UUID(int=50 + n),
            UUID(int=150 + n),
            names[n % len(names)],
            "F",
            "",
            "COOP Twisungane",
            {(line.id, one.name): float(5 + n // 2 % 5) for line in own for one in committee[: 1 + n % 2]},
            (Decision.CHOSEN, Decision.RESERVE, Decision.REFUSED, None)[n % 4],
        )
        for n in range(count)
    )
    sample = bool(of_head.get("is_sample"))
    training = str(of_head.get("title", "Tailoring, 6 months"))
    return SelectionSheet(
        UUID(int=3), "12 places", UUID(int=4), training, MONDAY, 3, committee, own, candidates, "Quiet day", sample
    )


def a_call_sheet(t: Catalog, count: int = 6, **told: object) -> bytes:
    return call_sheet.as_bytes(due(count, **told), t, PRINTED, "UNION", bool(told.get("is_sample")))  # type: ignore[arg-type]


def the_minutes(t: Catalog, count: int = 6, **told: object) -> bytes:
    return replacement_minutes.as_bytes(minutes(count, **told), t, PRINTED)  # type: ignore[arg-type]


def a_criteria_sheet(t: Catalog, count: int = 6, **told: object) -> bytes:
    return selection_papers.criteria_sheet(a_selection(count, **told), t, PRINTED)  # type: ignore[arg-type]


def a_ranked_list(t: Catalog, count: int = 6, **told: object) -> bytes:
    return selection_papers.ranked_list(a_selection(count, **told), t, PRINTED)  # type: ignore[arg-type]


PAPERS = {"calls": a_call_sheet, "minutes": the_minutes, "criteria": a_criteria_sheet, "ranked": a_ranked_list}
every_paper = pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
every_language = pytest.mark.parametrize("t", LANGUAGES.values(), ids=LANGUAGES)


@every_paper
def test_the_papers_are_as_they_were(paper: Make, golden: Callable[[str, str], None]) -> None:
    golden(f"{paper.__name__}.txt", golden_text(paper(ENGLISH)))


@every_paper
@every_language
@pytest.mark.parametrize("count", [0, 1, 40])
def test_every_word_lies_on_the_page(paper: Make, t: Catalog, count: int) -> None:
    wide, high = (210, 297) if paper is the_minutes else (297, 210)
    for page in pages(paper(t, count, names=HARD_NAMES, **LONG_HEAD)):
        assert page
        for word in page:
            assert 11 < word.left < word.right < wide - 11, word
            assert 9 < word.top < word.bottom < high - 9, word


@every_paper
@every_language
def test_letters_are_embedded_big_enough_and_black(paper: Make, t: Catalog) -> None:
    pdf = paper(t, 20, names=HARD_NAMES)
    assert fonts_without_file(pdf) == set()
    assert min(sizes(pdf)) >= 7
    assert colours(pdf) == set()


@every_paper
def test_markup_in_names_is_printed_as_it_is_and_a_sample_says_so(paper: Make) -> None:
    text = " ".join(" ".join(text_of(paper(ENGLISH, 10, names=HARD_NAMES))).split())
    assert "O'Neil <b>bold</b> & co" in text
    assert "SAMPLE" not in text
    assert all("SAMPLE" in page for page in text_of(paper(ENGLISH, 10, is_sample=True)))


@every_paper
def test_a_long_list_goes_on_under_its_header(paper: Make) -> None:
    texts = text_of(paper(ENGLISH, 60, names=tuple(f"UWASE {n:03}" for n in range(60))))
    assert len(texts) > 1
    assert all(f"UWASE {n:03}" in " ".join(texts) for n in range(60))
    assert all(("Name" in text) for text in texts if "UWASE" in text)


def test_the_call_sheet_has_whole_phones_and_is_noted_as_a_nominal_list() -> None:
    paper = follow_up_papers.call_sheet(due(), "en", PRINTED)
    assert "0788 000 003" in " ".join(text_of(paper.draw()))
    assert paper.made.unmasked == frozenset({"phone"})


def test_the_call_sheet_says_what_to_say_without_a_name() -> None:
    assert [len(script) for _heading, script in call_sheet.scripts(due(), ENGLISH, "UNION")] == [5, 3]
    for _heading, script in call_sheet.scripts(due(), ENGLISH, ""):
        assert "UWIMANA" not in " ".join(script)
    assert call_sheet.scripts([], ENGLISH, "") == ()


def test_the_minutes_tell_who_left_why_who_was_called_who_waited_and_who_came() -> None:
    (text,) = (" ".join(page.split()) for page in text_of(the_minutes(ENGLISH)))
    for words in (
        "UWIMANA Marie (No 12 of the register) takes part no longer from 05/03/2026 on.",
        "Reason: Works in Kigali now, will not come back",
        "HABIMANA Jean Bosco takes the place, as No 41 of the register.",
        "Signatures of the committee",
    ):
        assert words in text
    assert [row[:2] for row in replacement_minutes.calls(minutes(), ENGLISH)] == [
        ("02/03/2026", "No answer"),
        ("04/03/2026", "Stops"),
    ]
    first = replacement_minutes.ranked(minutes(), ENGLISH)[0]
    assert first[0] == "1"
    assert first[4] == "same group, 2 points, same district, asked on 03/03/2026"


def test_the_minutes_say_that_nobody_was_found_and_nobody_waited() -> None:
    text = " ".join(" ".join(text_of(the_minutes(ENGLISH, 0, came=False))).split())
    assert "Nobody could be found." in text
    assert "Nobody waited for a place." in text


def test_the_ranked_list_states_ties_missing_points_and_decisions() -> None:
    rows = selection_papers.ranked_rows(a_selection(4), ENGLISH)
    assert [row[0] for row in rows] == ["1 =", "1 =", "3 =", "3 ="]
    assert [row[-2] for row in rows] == ["3", "", "", "3"]
    assert {row[1]: row[-1] for row in rows}["UWIMANA Marie"] == "Chosen"
    text = " ".join(text_of(a_ranked_list(ENGLISH, 4)))
    assert "The committee decides between them." in " ".join(text.split())


def test_many_criteria_are_asked_in_several_tables() -> None:
    text = " ".join(" ".join(text_of(a_criteria_sheet(ENGLISH, 3, criteria=9))).split())
    assert text.count("UWIMANA Marie") == 2


@pytest.mark.parametrize("language", ["en", "fr", "rw"])
def test_each_paper_is_saved_with_a_name_in_its_language(language: str, tmp_path: Path) -> None:
    made = (
        follow_up_papers.call_sheet(due(), language, PRINTED),
        follow_up_papers.minutes(minutes(), language, PRINTED),
        follow_up_papers.criteria_sheet(a_selection(), language, PRINTED),
        follow_up_papers.ranked_list(a_selection(), language, PRINTED),
    )
    for paper in made:
        path = tmp_path / paper.file_name(".pdf")
        written = paper.save(path, lambda _share: None)
        assert written.pages >= 1
        assert path.read_bytes() == paper.draw()
    assert made[2].copies == 2


def test_a_date_is_that_of_the_paper_and_not_of_today() -> None:
    assert "9 March 2026" in " ".join(" ".join(text_of(a_call_sheet(ENGLISH))).split())
