"""What the latest word of a person was."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from trainer_app.domain.consent import NOT_ASKED, Consented, ConsentForm, ConsentLine, ConsentState, standing


def line(given: int, back: int | None = None) -> ConsentLine:
    return ConsentLine(uuid4(), ConsentForm(date(2026, 3, given)), date(2026, 3, back) if back else None)


def test_nobody_asked_is_not_the_same_as_taken_back() -> None:
    assert standing(()) == NOT_ASKED
    assert standing((line(1, back=4),)) == Consented(ConsentState.WITHDRAWN, date(2026, 3, 4))


def test_the_latest_word_counts_however_late_an_older_one_is_written_down() -> None:
    assert standing((line(9), line(1, back=4))) == Consented(ConsentState.AGREED, date(2026, 3, 9))
    assert standing((line(2), line(3, back=4))).state is ConsentState.WITHDRAWN


def test_who_agrees_again_on_the_day_of_taking_back_has_agreed() -> None:
    assert standing((line(4), line(1, back=4))).state is ConsentState.AGREED
