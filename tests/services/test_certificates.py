"""Certificates are given, given again, taken back and undone; and whoever checks one is told."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

from tests.builders import FIRST_DAY, ATraining, a_training
from trainer_app.db import signing
from trainer_app.db.database import Database
from trainer_app.db.journal import kinds
from trainer_app.db.records import OfficeKey, Project, Training
from trainer_app.domain.attendance import Status
from trainer_app.domain.certifying import Candidate, Standing
from trainer_app.domain.people import PersonForm
from trainer_app.domain.rules import Certified, PassMark
from trainer_app.domain.scores import Mark, Phase
from trainer_app.domain.verifying import Checked, PageRead, Verdict
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.opening import open_folder
from trainer_app.services import (
    attendance,
    attended,
    certificates,
    office_keys,
    people,
    programme,
    replacing,
    rules,
    sample,
    scores,
    trainings,
    verifying,
)

LATER = FIRST_DAY + timedelta(days=30)
P, A, L, E = Status.PRESENT, Status.ABSENT, Status.LATE, Status.EXCUSED


def a_marked_training(db: Database, *rows: Sequence[Status | None], days: int = 5) -> ATraining:
    """One person for each row of marks."""
    made = a_training(db, people=len(rows), days=days)
    with db.changing(label("Mark")) as s:
        for person, marks in zip(made.people, rows, strict=True):
            wanted = [(session, person, status) for session, status in zip(made.sessions, marks, strict=True)]
            attendance.mark_many(s, [mark for mark in wanted if mark[2] is not None], LATER)
    return made


def lines(db: Database, training: UUID, today: date = LATER) -> tuple[Candidate, ...]:
    with db.reading() as s:
        return certificates.candidates(s, training, "en", today).lines


def issue(db: Database, training: UUID, whom: Sequence[UUID], today: date = LATER, again: bool = False) -> int:
    with db.changing(label("Issue certificates")) as s:
        return certificates.issue(s, training, whom, today, "Union of Rulindo", again)


def check(db: Database, text: str, key: str = "") -> Checked:
    with db.reading() as s:
        return verifying.text(s, text, key)


@pytest.fixture
def training(db: Database) -> ATraining:
    return a_marked_training(db, (P, P, P, P, P), (P, L, P, P, A), (P, P, P, A, A), (E, P, P, P, P))


def test_who_gets_one_is_who_came_often_enough(db: Database, training: ATraining) -> None:
    found = lines(db, training.id)
    assert [line.standing for line in found] == [
        Standing.QUALIFIES,
        Standing.QUALIFIES,
        Standing.TOO_FEW,
        Standing.QUALIFIES,
    ]
    assert [line.attendance.percent for line in found] == [100, 80, 60, 100]
    assert [line.attendance.minutes for line in found] == [5 * 450, 4 * 450, 3 * 450, 4 * 450]


def test_with_the_same_share_they_are_those_who_were_trained(db: Database, training: ATraining) -> None:
    with db.reading() as s:
        trained = {person for person, where in s.execute(attended.trained(s)) if where == training.id}
    assert trained == {line.person_id for line in lines(db, training.id) if line.qualifies}


def test_before_the_last_day_those_who_may_still_get_one_are_told_apart(db: Database) -> None:
    made = a_marked_training(db, (P, P, P, None, None), (P, None, None, None, None))
    with db.reading() as s:
        found = certificates.candidates(s, made.id, "en", FIRST_DAY + timedelta(days=2))
    assert [line.standing for line in found.lines] == [Standing.NOT_OVER, Standing.TOO_FEW]
    assert (found.to_come, found.unmarked) == (2, 2)


def test_where_the_test_counts_the_last_one_decides(db: Database, training: ATraining) -> None:
    first, second, _third, fourth = training.people
    with db.changing(label("Decide")) as s:
        rules.set_rule(s, Certified(must_pass=True))
        rules.set_rule(s, PassMark(0.6))
        scores.record(s, training.id, first, Phase.PRE, Mark(9))
        scores.record(s, training.id, first, Phase.POST, Mark(5))
        scores.record(s, training.id, second, Phase.POST, Mark(6))
        scores.record(s, training.id, fourth, Phase.PRE, Mark(9))
    found = [line.standing for line in lines(db, training.id)]
    assert found == [Standing.NOT_PASSED, Standing.QUALIFIES, Standing.TOO_FEW, Standing.NOT_SAT]


def test_who_left_after_the_test_is_said_to_have_passed_it(db: Database, training: ATraining) -> None:
    first, second, *_others = training.people
    with db.changing(label("Decide")) as s:
        rules.set_rule(s, Certified(must_pass=True))
        for person, points in ((first, 9), (second, 1)):
            scores.record(s, training.id, person, Phase.POST, Mark(points))
        for person in (first, second):
            replacing.leave(s, training.id, person, LATER, "moved to Musanze", LATER)
    found = [line.standing for line in lines(db, training.id)]
    assert found[:2] == [Standing.QUALIFIES, Standing.NOT_PASSED]


def test_a_certificate_is_given_once_and_undone_whole(db: Database, training: ATraining) -> None:
    first, second, *_others = training.people
    assert issue(db, training.id, [first, second]) == 2
    given = {line.person_id: line.issued for line in lines(db, training.id)}
    assert issue(db, training.id, [first, second], LATER + timedelta(days=9)) == 0
    again = {line.person_id: line.issued for line in lines(db, training.id)}
    assert given == again
    assert given[first] is not None
    assert given[second] is not None
    assert given[first].statement.number != given[second].statement.number
    told = check(db, given[first].sealed.text)
    assert (told.verdict, told.is_listed, told.statement) == (Verdict.GENUINE, True, given[first].statement)
    db.undo()
    assert [line.issued for line in lines(db, training.id)] == [None] * 4
    assert check(db, given[first].sealed.text).verdict is Verdict.UNKNOWN_OFFICE
    db.redo()
    assert check(db, given[first].sealed.text).verdict is Verdict.GENUINE


def test_a_key_that_was_undone_is_the_same_when_it_is_needed_again(db: Database, training: ATraining) -> None:
    issue(db, training.id, training.people[:1])
    before = db_office(db)
    db.undo()
    issue(db, training.id, training.people[:1])
    assert db_office(db) == before


def db_office(db: Database) -> office_keys.Office | None:
    with db.reading() as s:
        return office_keys.own(s)


def test_who_does_not_get_one_is_refused_with_nothing_changed(db: Database, training: ATraining) -> None:
    first, _second, third, _fourth = training.people
    with pytest.raises(TrainerError, match="does not get a certificate") as refusal:
        issue(db, training.id, [first, third])
    assert refusal.value.code == "not_qualified"
    assert [line.issued for line in lines(db, training.id)] == [None] * 4
    with pytest.raises(TrainerError):
        issue(db, training.id, [])


def test_a_changed_name_asks_to_issue_anew_and_the_old_paper_is_then_replaced(
    db: Database, training: ATraining
) -> None:
    first = training.people[0]
    issue(db, training.id, [first])
    [old] = [line.issued for line in lines(db, training.id) if line.issued]
    with db.changing(label("Correct a name")) as s:
        people.edit(s, first, PersonForm("UWASE Béatrice"))
    assert lines(db, training.id)[0].is_stale
    with pytest.raises(TrainerError, match="UWASE Béatrice changed") as refusal:
        issue(db, training.id, [first])
    assert refusal.value.code == "changed"
    assert issue(db, training.id, [first], again=True) == 1
    [new] = [line.issued for line in lines(db, training.id) if line.issued]
    assert new.statement.name == "UWASE Béatrice"
    assert new.statement.number == old.statement.number
    assert check(db, new.sealed.text).verdict is Verdict.GENUINE
    replaced = check(db, old.sealed.text)
    assert (replaced.verdict, replaced.on_day) == (Verdict.REPLACED, LATER)
    assert not lines(db, training.id)[0].is_stale


def test_a_changed_mark_makes_a_certificate_stale(db: Database, training: ATraining) -> None:
    first = training.people[0]
    issue(db, training.id, [first])
    with db.changing(label("Correct a mark")) as s:
        attendance.mark(s, training.sessions[0], first, Status.ABSENT, LATER)
    assert lines(db, training.id)[0].is_stale
    with db.changing(label("Correct another")) as s:
        attendance.mark(s, training.sessions[1], first, Status.ABSENT, LATER)
    with pytest.raises(TrainerError, match="any more") as refusal:
        issue(db, training.id, [first], again=True)
    assert refusal.value.code == "not_qualified"


@pytest.mark.parametrize("has_own_key", [True, False])
def test_what_another_office_gave_is_stale_only_where_the_person_or_the_training_changed(
    db: Database, training: ATraining, *, has_own_key: bool
) -> None:
    issue(db, training.id, training.people[:2])
    with db.changing(label("As on the laptop of another office")) as s:
        s.connection().exec_driver_sql("DELETE FROM office_key")
        if has_own_key:
            office_keys.ready(s, "Office of Gakenke", LATER)
    assert [line.is_stale for line in lines(db, training.id)[:2]] == [False, False]
    with db.changing(label("Correct a mark")) as s:
        attendance.mark(s, training.sessions[0], training.people[0], Status.ABSENT, LATER)
    assert [line.is_stale for line in lines(db, training.id)[:2]] == [True, False]


def test_a_withdrawn_certificate_says_when_and_why(db: Database, training: ATraining) -> None:
    first = training.people[0]
    issue(db, training.id, [first])
    [own] = [line.issued for line in lines(db, training.id) if line.issued]
    with pytest.raises(TrainerError), db.changing(label("Withdraw")) as s:
        certificates.withdraw(s, [own.id], " ", LATER)
    with db.changing(label("Withdraw")) as s:
        certificates.withdraw(s, [own.id], "Somebody else came", LATER)
    told = check(db, own.sealed.text)
    assert (told.verdict, told.on_day, told.reason) == (Verdict.WITHDRAWN, LATER, "Somebody else came")
    with pytest.raises(TrainerError) as refusal:
        issue(db, training.id, [first])
    assert refusal.value.code == "withdrawn"
    db.undo()
    assert check(db, own.sealed.text).verdict is Verdict.GENUINE
    db.redo()
    assert issue(db, training.id, [first], again=True) == 1
    assert lines(db, training.id)[0].is_certified


def test_one_letter_of_a_certificate_cannot_change(db: Database, training: ATraining) -> None:
    issue(db, training.id, training.people[:1])
    [own] = [line.issued for line in lines(db, training.id) if line.issued]
    text = own.sealed.text
    for place, sign in enumerate(text):
        other = "X" if sign != "X" else "Y"
        told = check(db, text[:place] + other + text[place + 1 :])
        assert not told.is_good, (place, sign)


def test_a_letter_of_the_name_that_changes_is_told_as_altered(db: Database, training: ATraining) -> None:
    issue(db, training.id, training.people[:1])
    [own] = [line.issued for line in lines(db, training.id) if line.issued]
    name = own.statement.name
    assert check(db, own.sealed.text.replace(name, name[:-1] + "a")).verdict is Verdict.ALTERED


def test_the_key_of_the_office_is_enough_elsewhere(
    db: Database, training: ATraining, master: Path, tmp_path: Path
) -> None:
    issue(db, training.id, training.people[:1])
    [own] = [line.issued for line in lines(db, training.id) if line.issued]
    office = db_office(db)
    assert office is not None
    donor = open_folder(Path(shutil.copytree(master, tmp_path / "donor")))
    assert check(donor, own.sealed.text).verdict is Verdict.UNKNOWN_OFFICE
    told = check(donor, own.sealed.text, office.public)
    assert (told.verdict, told.is_listed) == (Verdict.GENUINE, False)
    assert told.fingerprint == office.fingerprint
    other = signing.written(signing.public_of(signing.new_private()))
    assert check(donor, own.sealed.text, other).verdict is Verdict.UNKNOWN_OFFICE
    for key in ("no key", office.public[:-2], "A" * 60):
        with pytest.raises(TrainerError) as refusal:
            check(donor, own.sealed.text, key)
        assert refusal.value.code == "bad_key"
    donor.close()


def test_the_private_half_is_in_no_journal(db: Database, training: ATraining) -> None:
    issue(db, training.id, training.people[:1])
    assert "office_key" not in kinds()
    with db.reading() as s:
        private = s.scalars(select(OfficeKey.private)).one()
    with db.engine.connect() as connection:
        changed = connection.exec_driver_sql("select coalesce(after, '') || coalesce(before, '') from change_row")
        assert not any(private in row[0] for row in changed)


def test_what_the_sample_programme_certifies_is_not_genuine(db: Database, training: ATraining) -> None:
    with db.changing(label("Make it a sample")) as s:
        project = Project(name="Sample", organiser="Nobody", is_sample=True)
        s.add(project)
        s.flush()
        s.get_one(Training, training.id).project_id = project.id
    issue(db, training.id, training.people[:1])
    [own] = [line.issued for line in lines(db, training.id) if line.issued]
    assert own.statement.is_sample
    assert check(db, own.sealed.text).verdict is Verdict.SAMPLE
    assert not check(db, own.sealed.text).is_good
    forged = own.sealed.text.replace("TA1-SAMPLE|", "TA1|")
    assert check(db, forged).verdict is Verdict.ALTERED


def test_a_page_is_as_good_as_the_worst_that_it_bears(db: Database, training: ATraining) -> None:
    issue(db, training.id, training.people[:2])
    one, other = [line.issued.sealed.text for line in lines(db, training.id) if line.issued]
    forged = other.replace("|100%|", "|101%|").replace("|80%|", "|81%|")
    with db.reading() as s:
        seen = PageRead(1, "", (one,)), PageRead(2, "", (one, forged)), PageRead(3, "x", ()), PageRead(4, " ", ())
        told = verifying.pages(s, seen)
    verdicts = [Verdict.GENUINE, Verdict.ALTERED, Verdict.NOT_A_CERTIFICATE, Verdict.NOT_READ]
    assert [page.verdict for page in told] == verdicts
    assert [page.page for page in told] == [1, 2, 3, 4]


def test_paper_follows_the_register_and_leaves_out_what_was_withdrawn(db: Database, training: ATraining) -> None:
    first, second, _third, fourth = training.people
    issue(db, training.id, [fourth, second, first])
    [own] = [line.issued for line in lines(db, training.id) if line.person_id == second]
    assert own is not None
    with db.changing(label("Withdraw")) as s:
        certificates.withdraw(s, [own.id], "by mistake", LATER)
    with db.reading() as s:
        made = certificates.batch(s, training.id, "en")
        assert [line.person_id for line in made.lines] == [first, fourth]
        assert certificates.batch(s, training.id, "fr", [fourth]).lines == made.lines[1:]
        assert made.titles["en"] != made.titles["fr"]
        [badge, *_others] = certificates.badges(s, training.id)
        assert (badge.number, badge.group) == ("1", "COOP Twisungane")
        [mine] = certificates.of_person(s, fourth)
        assert mine.statement.training == made.head.code


def test_a_certificate_outlives_its_training(db: Database, training: ATraining) -> None:
    issue(db, training.id, training.people[:1])
    [own] = [line.issued for line in lines(db, training.id) if line.issued]
    with db.changing(label("Remove")) as s:
        trainings.remove(s, training.id)
    assert check(db, own.sealed.text).verdict is Verdict.GENUINE
    with db.reading() as s:
        assert s.scalar(select(func.count(OfficeKey.id))) == 1


def test_an_office_is_called_what_it_is_told_to_be(db: Database, training: ATraining) -> None:
    with db.changing(label("Name")) as s:
        made = office_keys.ready(s, "", LATER)
        assert made.name == programme.letters(s)
        office_keys.rename(s, "Union  of Rulindo")
    issue(db, training.id, training.people[:1])
    [own] = [line.issued for line in lines(db, training.id) if line.issued]
    assert own.statement.office == "Union of Rulindo"


def test_the_sample_programme_can_be_certified_and_takes_that_along(sample_db: Database) -> None:
    with sample_db.reading() as s:
        over = [line for line in trainings.trainings(s, "en") if line.last_day < date.today()]
    with sample_db.changing(label("Issue")) as s:
        told = certificates.candidates(s, over[0].id, "en", date.today())
        whom = [line.person_id for line in told.lines if line.qualifies]
        assert certificates.issue(s, over[0].id, whom, date.today()) == len(whom) > 0
    with sample_db.changing(label("Remove")) as s:
        sample.remove(s)
    with sample_db.reading() as s:
        assert certificates.of_person(s, whom[0]) == ()
