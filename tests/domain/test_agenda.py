"""What a calendar shows: which sessions meet, and which are asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from uuid import UUID, uuid4

from trainer_app.domain.agenda import Entry, SessionState, Wanted, clashes_among, fits, states
from trainer_app.domain.trainings import SessionLine, TrainingKind

MONDAY = date(2026, 3, 9)
ROSE = (uuid4(), "UMUTONI Rose")


def an_entry(starts: int, ends: int, venue: str = "", group: UUID | None = None, **values: object) -> Entry:
    line = SessionLine(uuid4(), uuid4(), "C", "Title", 1, 1, MONDAY, time(starts), time(ends), venue, "", "", 3, 0, 0)
    return replace(Entry(line, group), **values)


def test_the_same_trainer_in_two_sessions_at_once_is_told_to_both() -> None:
    one, other = an_entry(8, 12, trainers=(ROSE,)), an_entry(11, 13, trainers=(ROSE,))
    found = clashes_among([one, other])
    assert [(clash.what, clash.name, clash.other) for clash in found[one.line.id]] == [("trainer", ROSE[1], other.line)]
    assert found[other.line.id][0].other == one.line


def test_one_session_after_the_other_meets_nothing() -> None:
    assert clashes_among([an_entry(8, 12, trainers=(ROSE,)), an_entry(12, 13, trainers=(ROSE,))]) == {}


def test_a_venue_is_the_same_whatever_its_capitals_and_accents() -> None:
    one = an_entry(8, 12, venue="Salle de l'Équipe")
    found = clashes_among([one, an_entry(8, 9, venue="salle de l'equipe"), an_entry(8, 9)])
    assert [clash.what for clash in found[one.line.id]] == ["venue"]


def test_a_group_cannot_be_in_two_places() -> None:
    group = uuid4()
    assert len(clashes_among([an_entry(8, 12, group=group), an_entry(9, 10, group=group)])) == 2


def test_a_session_that_is_cut_is_in_nobodys_way() -> None:
    cut = an_entry(8, 12, venue="Hall")
    cut = replace(cut, line=replace(cut.line, cut=True))
    assert clashes_among([cut, an_entry(8, 12, venue="Hall")]) == {}


def test_a_past_session_without_marks_is_to_be_marked_and_a_cut_one_is_not() -> None:
    line = an_entry(8, 12).line
    assert states(line, MONDAY) == {SessionState.TO_MARK}
    assert states(line, date(2026, 3, 8)) == set()
    assert states(replace(line, cut=True, moved_from=MONDAY), MONDAY) == {SessionState.CUT, SessionState.MOVED}


def test_all_that_is_asked_for_must_fit() -> None:
    place = uuid4()
    entry = an_entry(8, 12, venue="Hall", trainers=(ROSE,), place_id=place)
    assert fits(entry, Wanted(trainer=ROSE[0], venue="hall"), MONDAY)
    assert not fits(entry, Wanted(trainer=ROSE[0], venue="Church"), MONDAY)
    assert fits(entry, Wanted(district=uuid4()), MONDAY, {place})
    assert not fits(entry, Wanted(kind=TrainingKind.FAIR), MONDAY)
    assert not fits(entry, Wanted(state=SessionState.MOVED), MONDAY)
