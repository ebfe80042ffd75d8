from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.documents.builders import ENGLISH, PENSION, PRINTED, Stretched, handout
from tests.documents.looking import golden_text, text_of
from tests.documents.material import TRICKY, assert_clean, tricky, unit
from trainer_app.documents import trainer_edition as document
from trainer_app.domain.curriculum import TextState
from trainer_app.errors import TrainerError


def test_a_trainer_edition_is_as_it_was(golden: Callable[[str, str], None]) -> None:
    pages = [(unit(state=TextState.DRAFT, facts=(PENSION,)), handout())]
    golden("trainer_edition.txt", golden_text(document.as_bytes(pages, ENGLISH, PRINTED)))


@pytest.mark.parametrize("own", [unit(), *map(tricky, TRICKY)])
@pytest.mark.parametrize("t", [ENGLISH, Stretched()])
def test_a_trainer_edition_keeps_to_its_pages(own: document.UnitMaterial, t: Stretched) -> None:
    assert_clean(document.as_bytes([(own, handout())], t, PRINTED))


def test_each_handout_has_its_guide_on_its_back(tmp_path: Path) -> None:
    own = [(unit(code), handout(code)) for code in ("M1-1.1", "M1-1.2")]
    made = document.write(own, ENGLISH, tmp_path / "edition.pdf", printed=PRINTED)
    texts = [" ".join(text.split()) for text in text_of(made.path.read_bytes())]
    assert (made.rows, made.pages) == (2, 4)
    assert ["Do this" in text for text in texts] == [True, False, True, False]
    for words in (*own[0][0].spoken, *own[0][0].messages, *own[0][0].questions, "M1-1.1, For the trainer"):
        assert words in texts[1]
    assert [f"Page {n} of 4" in text for n, text in enumerate(texts, start=1)] == [True] * 4


def test_a_long_guide_is_written_smaller_so_that_it_stays_on_the_back() -> None:
    own = unit(spoken=("Look at the hands. Each of them is one vote, and no hand is above the others.",) * 20)
    assert len(text_of(document.as_bytes([(own, handout())], ENGLISH, PRINTED))) == 2


def test_no_handout_is_refused() -> None:
    with pytest.raises(TrainerError) as refusal:
        document.as_bytes([], ENGLISH)
    assert refusal.value.code == "nothing_to_print"
