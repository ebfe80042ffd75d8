"""What letters and minutes are made from: the register, the place, the notes, the decisions."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.builders import FIRST_DAY, ATraining, a_training
from trainer_app.db.database import Database
from trainer_app.db.records import Enrolment, Training, TrainingSession
from trainer_app.documents import letter_words
from trainer_app.domain.attendance import Heads, Status
from trainer_app.domain.ids import derived_id
from trainer_app.domain.letterheads import Letterhead
from trainer_app.domain.letters import LetterKind
from trainer_app.domain.minutes import MeetingMinutes
from trainer_app.domain.resolutions import ResolutionForm
from trainer_app.domain.trainings import SessionNotes
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog, label
from trainer_app.services import (
    attendance,
    head_counts,
    letterheads,
    letters,
    minutes,
    places,
    plans,
    resolutions,
    sessions,
)

LAST = FIRST_DAY + timedelta(days=5)


@pytest.fixture
def training(db: Database) -> ATraining:
    return a_training(db, people=4, days=3)


def of_day(db: Database, training: ATraining, number: int) -> MeetingMinutes:
    with db.reading() as s:
        return minutes.of_day(s, training.id, number, "en", LAST)


def test_letters_go_to_those_who_take_part_in_the_order_of_the_list(db: Database, training: ATraining) -> None:
    with db.changing(label("Leave")) as s:
        s.get_one(Enrolment, derived_id("enrolment", training.id, training.people[1])).left_on = FIRST_DAY
        s.get_one(Training, training.id).place_id = places.one(s, "Base, Rulindo", "sector")
        letterheads.keep(s, Letterhead(organisation="UNION", signatory="MUTONI Aline"))
    with db.reading() as s:
        told = letters.facts(s, training.id, "en")
    assert [who.id for who in told.addressees] == [training.people[n] for n in (0, 2, 3)]
    assert (told.people, told.sector, told.district) == (3, "Base", "Rulindo")
    assert (told.organisation, told.head.letterhead.signatory) == ("UNION", "MUTONI Aline")
    assert told.of(training.people[2]) == told.addressees[1:2]
    assert told.of(training.people[1]) == ()


def test_a_host_is_thanked_for_those_who_came_and_not_for_those_who_were_invited(
    db: Database, training: ATraining
) -> None:
    with db.reading() as s:
        assert letters.facts(s, training.id, "en").took_part == 4
    with db.changing(label("Mark")) as s:
        for person, status in zip(training.people, (Status.PRESENT, Status.ABSENT, Status.LATE), strict=False):
            attendance.mark(s, training.sessions[0], person, status, LAST)
        s.get_one(Enrolment, derived_id("enrolment", training.id, training.people[2])).left_on = LAST
    with db.reading() as s:
        told = letters.facts(s, training.id, "en")
    assert told.took_part == 2
    assert "2 people took part in it." in letter_words.proposed(LetterKind.THANKS, told, Catalog("en")).body


def test_a_training_without_a_place_has_letters_too(db: Database, training: ATraining) -> None:
    with db.reading() as s:
        told = letters.facts(s, training.id, "en")
    assert (told.sector, told.district, len(told.days)) == ("", "", 3)


def test_the_minutes_of_a_day_hold_marks_topic_notes_and_decisions(db: Database, training: ATraining) -> None:
    first, second, _third = training.sessions
    with db.changing(label("Write")) as s:
        s.get_one(TrainingSession, second).topic = "Accounts; Election"
        attendance.mark(s, second, training.people[0], Status.LATE, LAST)
        attendance.mark(s, second, training.people[1], Status.EXCUSED, LAST)
        head_counts.set_heads(s, second, Heads(women=2))
        sessions.write_notes(s, second, SessionNotes(questions="Who keeps the key?"))
        resolutions.add(s, second, ResolutionForm("Buy a lock"))
        resolutions.add(s, first, ResolutionForm("Bring the book"))
        done = resolutions.add(s, first, ResolutionForm("Sweep the hall"))
        s.flush()
        resolutions.set_done(s, done, FIRST_DAY)
    told = of_day(db, training, 2)
    assert told.agenda == ("Accounts", "Election")
    assert [(one.status, one.came) for one in told.people] == [
        (Status.LATE, True),
        (Status.EXCUSED, False),
        (None, False),
        (None, False),
    ]
    assert (told.heads.women, told.notes.questions) == (2, "Who keeps the key?")
    assert [line.form.words for line in told.decided] == ["Buy a lock"]
    assert [line.form.words for line in told.still_open] == ["Bring the book"]
    assert of_day(db, training, 1).still_open == ()


def test_without_a_topic_the_agenda_is_what_the_training_teaches(db: Database, training: ATraining) -> None:
    told = of_day(db, training, 1)
    assert len(told.agenda) > 1
    assert not told.is_marked


def test_a_day_that_is_not_there_or_was_cut_has_no_minutes(db: Database, training: ATraining) -> None:
    with pytest.raises(TrainerError, match="no day 9"):
        of_day(db, training, 9)
    with db.changing(label("Cut")) as s:
        plans.cut(s, training.sessions[2], "rain", FIRST_DAY)
    with pytest.raises(TrainerError, match="no day 3"):
        of_day(db, training, 3)
