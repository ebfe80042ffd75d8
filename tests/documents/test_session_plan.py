from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.documents.builders import ENGLISH, KINYARWANDA, PENSION, PRINTED, Stretched
from tests.documents.looking import golden_text, sizes, text_of
from tests.documents.material import STEPS, TRICKY, assert_clean, empty, joined, tricky, unit
from trainer_app.documents import session_plan as document
from trainer_app.domain.curriculum import TextState
from trainer_app.errors import TrainerError

LONG = unit(steps=tuple(STEPS[n % 2] for n in range(14)), state=TextState.DRAFT, facts=(PENSION,))


def test_a_session_plan_is_as_it_was(golden: Callable[[str, str], None]) -> None:
    own = unit(state=TextState.DRAFT, facts=(PENSION,))
    golden("session_plan.txt", golden_text(document.as_bytes([own], ENGLISH, PRINTED)))


@pytest.mark.parametrize("own", [unit(), LONG, empty(), *map(tricky, TRICKY)])
@pytest.mark.parametrize("t", [ENGLISH, KINYARWANDA, Stretched()])
def test_a_session_plan_keeps_to_its_pages(own: document.UnitMaterial, t: Stretched) -> None:
    assert_clean(document.as_bytes([own], t, PRINTED))


def test_a_plan_says_everything_in_the_order_of_the_day() -> None:
    own = unit()
    text = joined(document.as_bytes([own], ENGLISH, PRINTED))
    expected = (
        *("M1-1.1", own.title, "Cooperative governance", "90 min", "8 to 25 people"),
        *(*own.objectives, own.materials, "☐", *own.preparation, own.room),
        *("0:00", STEPS[0].title, "welcome", "if time is short, leave it out", "1.", *STEPS[0].instructions),
        *("0:10", STEPS[1].title, "1:00", STEPS[2].title),
        *(*own.questions, *own.messages, own.low_literacy, own.women, own.disability, *own.spoken),
        *("Story: The lost notebook", *own.readings[0].paragraphs),
        *("Solution, for the trainer: The cards in their rows", *own.readings[1].paragraphs),
    )
    place = 0
    for words in expected:
        place = text.index(words, place) + len(words)


def test_only_a_step_that_may_be_left_out_says_so() -> None:
    text = joined(document.as_bytes([unit()], ENGLISH, PRINTED))
    assert text.count("if time is short, leave it out") == 1


def test_a_plan_is_read_standing() -> None:
    assert {12.0, 13.0, 15.0, 22.0} <= sizes(document.as_bytes([unit()], ENGLISH, PRINTED))


def test_every_page_says_of_which_unit_it_is_its_number_and_what_it_must_own_up_to() -> None:
    texts = text_of(document.as_bytes([LONG], ENGLISH, PRINTED))
    assert len(texts) >= 3
    for number, text in enumerate(texts, start=1):
        assert "M1-1.1, Session plan" in text
        assert f"Page {number} of {len(texts)}" in text
        assert "Printed on 09/03/2026" in text
        assert "Draft translation, not yet reviewed" in text
        assert "As known on 21 November 2026." in text


def test_a_reviewed_plan_without_law_says_neither() -> None:
    text = joined(document.as_bytes([unit()], ENGLISH, PRINTED))
    assert "Draft" not in text
    assert "As known" not in text


def test_markup_is_printed_as_it_is() -> None:
    assert joined(document.as_bytes([tricky("<b>x</b> & y")], ENGLISH)).count("<b>x</b> & y") > 20


def test_each_of_several_units_begins_on_a_new_page_and_is_in_the_outline(tmp_path: Path) -> None:
    ticks: list[float] = []
    own = [unit("M1-1.1"), unit("M1-1.2")]
    made = document.write(own, ENGLISH, tmp_path / "plan.pdf", ticks.append, PRINTED)
    reader = PdfReader(io.BytesIO(made.path.read_bytes()))
    assert (made.rows, made.pages) == (2, len(reader.pages))
    outline = [entry for entry in reader.outline if not isinstance(entry, list)]
    assert [entry["/Title"] for entry in outline] == [f"{one.code} {one.title}" for one in own]
    second = reader.get_destination_page_number(outline[1])
    assert second is not None
    assert "M1-1.2" in reader.pages[second].extract_text().splitlines()[0]
    assert ticks == sorted(ticks)
    assert ticks[-1] == 1


def test_the_same_plan_is_the_same_file() -> None:
    assert document.as_bytes([unit()], ENGLISH, PRINTED) == document.as_bytes([unit()], ENGLISH, PRINTED)


def test_no_unit_is_refused_and_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(TrainerError) as refusal:
        document.write([], ENGLISH, tmp_path / "plan.pdf")
    assert refusal.value.code == "nothing_to_print"
    assert list(tmp_path.iterdir()) == []
