"""What people agreed to: for one, for all who signed a list, and taken back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests.builders import FIRST_DAY, a_person, a_training
from trainer_app.db.database import Database
from trainer_app.db.records import Consent
from trainer_app.domain import text_checks
from trainer_app.domain.attendance import Status
from trainer_app.domain.consent import (
    LIST_VERSION,
    NOT_ASKED,
    TEXT_VERSION,
    Consented,
    ConsentForm,
    ConsentState,
    ConsentWay,
)
from trainer_app.errors import TrainerError
from trainer_app.i18n import LANGUAGES, label
from trainer_app.services import attendance, consent, people, sample, trainers

TODAY = date(2026, 4, 1)
MARCH = date(2026, 3, 2)


def agreed(db: Database, who: object, day: date = MARCH) -> None:
    with db.changing(label("Agree")) as s:
        consent.give(s, who, ConsentForm(day), TODAY)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_is_there_in_each_language_in_short_sentences(language: str) -> None:
    text = consent.text(language)
    assert text.title
    assert text.version == TEXT_VERSION
    assert any("058/2021" in sentence for sentence in text.sentences)
    for sentence in (text.title, *text.sentences):
        assert text_checks.longest_sentence(sentence) <= text_checks.LONGEST_SENTENCE, sentence


def test_the_three_languages_say_the_same_number_of_things() -> None:
    assert len({len(consent.text(language).sentences) for language in LANGUAGES}) == 1


def test_agreeing_is_kept_with_way_language_and_version_and_undone(db: Database) -> None:
    who = a_person(db)
    with db.changing(label("Agree")) as s:
        consent.give(s, who, ConsentForm(MARCH, ConsentWay.SAID, "fr", note="Before Jean"), TODAY)
    with db.reading() as s:
        [line] = consent.of(s, who)
        assert (line.form.way, line.form.language, line.form.text_version) == (ConsentWay.SAID, "fr", TEXT_VERSION)
        assert consent.states(s, [who])[who] == Consented(ConsentState.AGREED, MARCH)
    db.undo()
    with db.reading() as s:
        assert consent.states(s, [who]) == {}
        assert [line.consent for line in people.people(s)] == [NOT_ASKED]


def test_taking_back_is_as_easy_as_agreeing_and_agreeing_again_counts(db: Database) -> None:
    who = a_person(db)
    agreed(db, who)
    with db.changing(label("Take back")) as s:
        consent.withdraw(s, who, MARCH + timedelta(days=7), TODAY, "Told by phone")
    with db.reading() as s:
        assert consent.states(s, [who])[who] == Consented(ConsentState.WITHDRAWN, MARCH + timedelta(days=7))
        assert consent.of(s, who)[0].form.note == "Told by phone"
    agreed(db, who, MARCH + timedelta(days=20))
    with db.reading() as s:
        assert consent.states(s, [who])[who].state is ConsentState.AGREED
        assert len(consent.of(s, who)) == 2


def test_who_agrees_again_on_the_same_day_keeps_both_in_the_history(db: Database) -> None:
    who = a_person(db)
    agreed(db, who)
    with db.changing(label("Take back")) as s:
        consent.withdraw(s, who, MARCH, TODAY)
    agreed(db, who)
    with db.reading() as s:
        assert len(consent.of(s, who)) == 2
        assert consent.states(s, [who])[who].state is ConsentState.AGREED


def test_the_future_and_what_was_never_given_are_refused(db: Database) -> None:
    who = a_person(db)
    with pytest.raises(TrainerError, match="not come yet"):
        agreed(db, who, TODAY + timedelta(days=1))
    with pytest.raises(TrainerError, match="nothing"), db.changing(label("Take back")) as s:
        consent.withdraw(s, who, MARCH, TODAY)
    agreed(db, who)
    with pytest.raises(TrainerError, match="before it was given"), db.changing(label("Take back")) as s:
        consent.withdraw(s, who, MARCH - timedelta(days=1), TODAY)


def test_people_are_found_by_how_it_stands_with_them(db: Database) -> None:
    a_person(db, "NOBODY Asked")
    yes, no = a_person(db, "YES Said"), a_person(db, "NO Longer")
    agreed(db, yes)
    agreed(db, no)
    with db.changing(label("Take back")) as s:
        consent.withdraw(s, no, MARCH + timedelta(days=1), TODAY)
    with db.reading() as s:
        found = {state: [line.name for line in people.people(s, agreed=state)] for state in ConsentState}
        assert found == {
            ConsentState.AGREED: ["YES Said"],
            ConsentState.WITHDRAWN: ["NO Longer"],
            ConsentState.NOT_ASKED: ["NOBODY Asked"],
        }
        assert sum(people.count_by_sex(s, agreed=ConsentState.NOT_ASKED).values()) == 1
    db.undo()
    with db.reading() as s:
        assert len(people.people(s, agreed=ConsentState.AGREED)) == 2


def test_all_who_signed_a_list_are_written_down_at_once(db: Database) -> None:
    training = a_training(db, people=4)
    came, already, back, absent = training.people
    with db.changing(label("Mark")) as s:
        for person in (came, already, back):
            attendance.mark(s, training.sessions[0], person, Status.PRESENT, TODAY)
        attendance.mark(s, training.sessions[0], absent, Status.ABSENT, TODAY)
    agreed(db, already)
    agreed(db, back)
    with db.changing(label("Take back")) as s:
        consent.withdraw(s, back, MARCH, TODAY)
    with db.reading() as s:
        found = consent.signed_list(s, training.id)
        assert (found.not_asked, found.agreed, found.withdrawn, found.came) == ((came,), 1, 1, 3)
        assert found.first_day == FIRST_DAY
    with db.changing(label("Agree")) as s:
        assert consent.give_on_list(s, training.id, FIRST_DAY, "rw", TODAY) == 1
    with db.reading() as s:
        states = consent.states(s, list(training.people))
        assert {key for key, word in states.items() if word.state is ConsentState.AGREED} == {came, already}
        assert consent.of(s, came)[0].form.text_version == LIST_VERSION
        assert absent not in states
    db.undo()
    with db.reading() as s:
        assert consent.signed_list(s, training.id).not_asked == (came,)


def test_the_sample_takes_its_agreements_and_trainers_away_with_it(sample_db: Database) -> None:
    with sample_db.reading() as s:
        assert s.scalars(select(Consent.id)).all()
        assert len(trainers.trainers(s)) == 3
    with sample_db.changing(label("Remove the sample")) as s:
        sample.remove(s)
    with sample_db.reading() as s:
        assert s.scalars(select(Consent.id)).all() == []
        assert trainers.trainers(s) == ()
