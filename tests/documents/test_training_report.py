"""The trainer's report as a reader sees it: two pages of a usual training, and lines to write on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents.builders import ENGLISH, FRENCH, HARD_NAMES, KINYARWANDA, LONG_HEAD, PRINTED, Stretched
from tests.documents.closing_builders import a_report
from tests.documents.looking import colours, fonts_without_file, golden_text, pages, sizes, text_of, thinnest_line
from trainer_app.documents import report_papers, training_report
from trainer_app.domain.training_report import ReportScores, TrainingReport
from trainer_app.i18n import Catalog

LANGUAGES = {"en": ENGLISH, "fr": FRENCH, "rw": KINYARWANDA, "stretched": Stretched()}
every_language = pytest.mark.parametrize("t", LANGUAGES.values(), ids=LANGUAGES)


def drawn(report: TrainingReport, t: Catalog = ENGLISH) -> bytes:
    return training_report.as_bytes(report, t, PRINTED)


def said(pdf: bytes) -> str:
    return " ".join(" ".join(text_of(pdf)).split())


def test_the_report_is_as_it_was(golden: Callable[[str, str], None]) -> None:
    golden("training_report.txt", golden_text(drawn(a_report())))


@every_language
@pytest.mark.parametrize("people", [1, 5, 40, 300])
@pytest.mark.parametrize("written", [True, False])
def test_a_usual_training_takes_two_pages(t: Catalog, people: int, written: bool) -> None:
    found = drawn(a_report(people, written=written), t)
    assert len(pages(found)) <= (3 if t is LANGUAGES["stretched"] else 2)


@every_language
def test_every_word_lies_on_the_page_however_long_and_hostile(t: Catalog) -> None:
    found = drawn(a_report(300, 60, names=HARD_NAMES, **LONG_HEAD), t)
    for page in pages(found):
        assert page
        for word in page:
            assert 11 < word.left < word.right < 199, word
            assert 9 < word.top < word.bottom < 288, word
    assert fonts_without_file(found) == set()
    assert min(sizes(found)) >= 7
    assert colours(found) == set()
    assert thinnest_line(found) >= 0.99
    assert "O'Neil <b>bold</b> & co" in said(found)
    assert "…" not in "".join(text_of(found))


def test_a_day_says_who_came_what_was_otherwise_and_what_is_missing() -> None:
    rows = training_report.day_rows(a_report(), ENGLISH)
    assert rows[0][4:] == ("20 of 20", "19 of 20", "1 person not marked. 1 more came, sex not noted. 4 people besides.")
    assert rows[1][6] == ("Moved from 02/03/2026. 2 people not marked. 2 more came, sex not noted. Reason: umuganda")
    assert rows[2][4:] == ("", "", "Not held. Reason: umuganda")
    assert rows[3][4:] == ("– of 20", "– of 20", "Not marked.")


def test_the_people_are_told_with_what_counts_as_having_attended() -> None:
    assert training_report.people(a_report(), ENGLISH) == (
        "Enrolled: 40 (20 women, 20 men)",
        "Came at least once, each person counted once: 40 (20 women, 20 men)",
        "40 people attended at least 80\u00a0% of the sessions.",
        "2 people from outside the project, counted apart.",
        "7 heads counted without a name, the same person perhaps on several days.",
    )


def test_scores_are_bars_with_their_value_and_a_mean_of_nobody_is_none() -> None:
    bars = training_report.score_bars(a_report(5).scores, ENGLISH)
    assert [(bar.label, round(bar.share, 4), bar.value, bar.hatched) for bar in bars] == [
        ("Mean before the training", 0.42, "4.2 / 10", True),
        ("Mean after the training", 0.75, "7.5 / 10", False),
        ("Right answers after the training", 0.7625, "76\u00a0% (61/80)", False),
    ]
    assert training_report.score_bars(ReportScores(), ENGLISH) == ()
    assert training_report.score_words(ReportScores(), ENGLISH) == ("No test was written down.",)


def test_scores_say_how_many_they_rest_on() -> None:
    assert training_report.score_words(a_report(5).scores, FRENCH) == (
        "Before the training: 5 people sat the test, 1 reached 6 of 10 points.",
        "After the training: 4 people sat the test, 4 reached 6 of 10 points.",
        "Points gained: +3,0, mean of the 4 people who sat both tests.",
        "Still difficult, with the share of right answers: Who decides how the surplus is shared? (31\u00a0%)",
        "2 people need help.",
        "Fewer than five people: take these figures with care.",
    )
    assert "care" not in " ".join(training_report.score_words(a_report(40).scores, ENGLISH))


def test_smileys_and_practical_work_are_added_up() -> None:
    report = a_report()
    assert training_report.face_rows(report.said, ENGLISH)[1][1:] == ("21 (78\u00a0%)", "5", "1", "27")
    assert training_report.watched_words(report.watched, ENGLISH) == (
        "Leading a session with peers: watched 2 times, 14 of 18 lines done well.",
    )


def test_what_was_noted_says_of_which_day() -> None:
    notes = a_report(days=2).notes
    assert training_report.noted(notes, "worked", ENGLISH) == (
        "Day 1: The role play: everybody spoke.",
        "Day 1: The map of the village on the floor.",
        "Day 2: The role play: everybody spoke.",
        "Day 2: The map of the village on the floor.",
    )


def test_what_is_to_be_done_has_who_until_when_and_whether_it_was() -> None:
    report = a_report()
    assert training_report.to_do_rows(report.resolutions, ENGLISH)[1] == (
        "Bring the book of accounts 2 to the next meeting",
        "HABIMANA Jean Bosco",
        "10/03/2026",
        "08/03/2026",
    )
    assert "Bring the book of accounts 3" in said(drawn(report))


def test_a_sample_says_so_on_every_page() -> None:
    report = a_report()
    sample = replace(report, head=replace(report.head, is_sample=True))
    assert all("SAMPLE" in page for page in text_of(drawn(sample)))
    assert "SAMPLE" not in said(drawn(report))


@pytest.mark.parametrize("language", ["en", "fr", "rw"])
def test_it_is_saved_with_a_name_in_its_language(language: str, tmp_path: Path) -> None:
    paper = report_papers.training_report(a_report(), language, PRINTED)
    path = tmp_path / paper.file_name(".pdf")
    assert paper.save(path, lambda _share: None).pages == 2
    assert path.read_bytes() == paper.draw()
    assert "RUL-014" in path.name
