"""Two entries become one person, work goes on, and months later they come apart again as if they never had been one."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import inspect, select

from tests.builders import FIRST_DAY, ATraining, a_group, a_person, a_training
from tests.dumps import dump, later
from trainer_app.db.database import Database
from trainer_app.db.journal import kinds, put
from trainer_app.db.records import (
    Assessment,
    Call,
    Candidate,
    Certificate,
    Consent,
    Criterion,
    Enrolment,
    Invitation,
    Kept,
    Mark,
    Membership,
    NationalId,
    Observation,
    Organisation,
    Person,
    PersonPair,
    Post,
    Record,
    Replacement,
    Selection,
    Signer,
    SpotCheck,
    SpotCheckLine,
    Task,
    TrainerProfile,
    Visit,
    WaitingPlace,
)
from trainer_app.domain.attendance import Status
from trainer_app.domain.consent import ConsentForm, ConsentWay
from trainer_app.domain.follow_up import CallOutcome, TaskKind
from trainer_app.domain.groups import Role
from trainer_app.domain.ids import derived_id
from trainer_app.domain.imports.people_rows import PersonRow
from trainer_app.domain.organisations import Duty, OrganisationKind
from trainer_app.domain.people import PersonForm
from trainer_app.domain.scores import Mark as Score
from trainer_app.domain.scores import Phase
from trainer_app.domain.trainers import Tier
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import (
    attendance,
    consent,
    enrolments,
    groups,
    history,
    merging,
    people,
    person_history,
    replacing,
    scores,
    trainings,
    waiting,
)
from trainer_app.services.known_people import KnownPeople
from trainer_app.services.merge_rules import RULES, pair_key

TODAY = FIRST_DAY + timedelta(days=20)
LATER = TODAY + timedelta(days=90)


def do(db: Database, command: Callable[..., Any], *told: object, **values: object) -> Any:  # noqa: ANN401
    with db.changing(label("Work")) as s:
        return command(s, *told, **values)


def read(db: Database, query: Callable[..., Any], *told: object) -> Any:  # noqa: ANN401
    with db.reading() as s:
        return query(s, *told)


def rows(db: Database, kind: type[Kept], person_id: UUID) -> list[Any]:
    with db.reading() as s:
        return list(s.scalars(select(kind).where(kind.person_id == person_id)))  # type: ignore[attr-defined]


def enrolled(db: Database, training: ATraining, *persons: UUID) -> None:
    do(db, enrolments.enrol_all, training.id, persons)


def marked(db: Database, training: ATraining, person: UUID, *statuses: Status | None) -> None:
    for session, status in zip(training.sessions, statuses, strict=False):
        if status is not None:
            do(db, attendance.mark, session, person, status, FIRST_DAY + timedelta(days=10))


@pytest.fixture
def two(db: Database) -> tuple[UUID, UUID]:
    """One person who was written down twice."""
    kept = a_person(db, "UWIMANA Marie Claire", phone="+250700000001", birth_year=1990)
    other = a_person(db, "Uwimana M. Claire", phone="+250700000002", national_id="1199070000000017", village="Kagari")
    return kept, other


def with_everything(s: Any, person: UUID, training: ATraining, group: UUID, other: UUID) -> None:  # noqa: ANN401
    """A row of every table that speaks of a person."""
    day = FIRST_DAY
    agreed = {"given_on": day, "way": next(iter(ConsentWay)), "language": "rw", "text_version": "1"}
    put(s, Consent, derived_id("consent", person, day, agreed["way"]), person_id=person, **agreed)
    tier = {"tier": Tier.PEER_EDUCATOR, "modules": ["M1"], "languages": ["rw"]}
    put(s, TrainerProfile, derived_id("trainer", person), person_id=person, **tier)
    groups.add_member(s, group, person, Role.TREASURER, day)
    office = Organisation(name="Union", kind=OrganisationKind.UNION)
    s.add(office)
    key = derived_id("post", person, office.id, Duty.ADVISER, day)
    s.add(Post(id=key, person_id=person, organisation_id=office.id, duty=Duty.ADVISER, since=day))
    enrolments.enrol_all(s, training.id, [person, other])
    s.flush()
    line, beside = (derived_id("enrolment", training.id, one) for one in (person, other))
    s.get_one(Enrolment, beside).replaces_id = line
    s.add(
        Replacement(
            id=derived_id("replacement", line),
            training_id=training.id,
            left_id=line,
            came_id=beside,
            decided_on=day,
            reason="moved",
            ranked=[],
        )
    )
    attendance.mark(s, training.sessions[0], person, Status.PRESENT, day + timedelta(days=3))
    scores.record(s, training.id, person, Phase.PRE, Score(4.0))
    for kind, name, told in (
        (WaitingPlace, "waiting", {"asked_on": day}),
        (Invitation, "invitation", {"told_on": day, "comes": True}),
    ):
        put(s, kind, derived_id(name, training.id, person), training_id=training.id, person_id=person, **told)
    chosen = Selection(title="Peer educators", held_on=day, places=3, committee=[])
    s.add(chosen)
    criterion = Criterion(selection_id=chosen.id, position=1, words="Reads", most=5.0)
    s.add(criterion)
    candidate = derived_id("candidate", chosen.id, person)
    s.add(Candidate(id=candidate, selection_id=chosen.id, person_id=person))
    key = derived_id("assessment", candidate, criterion.id, "Aline")
    s.add(Assessment(id=key, candidate_id=candidate, criterion_id=criterion.id, assessor="Aline", points=4.0))
    key = derived_id("task", TaskKind.ABSENCE, training.id, person, day)
    about = {"training_id": training.id, "person_id": person, "since": day, "due": day}
    s.add(Task(id=key, kind=TaskKind.ABSENCE, **about))
    s.add(Call(task_id=key, person_id=person, called_on=day, outcome=CallOutcome.COMES_BACK))
    s.add(Visit(group_id=group, visitor_id=person, planned_on=day))
    check = SpotCheck(drawn_on=day, seed=1, first_day=day, last_day=day)
    s.add(check)
    key = derived_id("spot-check", check.id, training.sessions[0], person)
    s.add(SpotCheckLine(id=key, check_id=check.id, session_id=training.sessions[0], person_id=person, position=1))
    trainings.set_trainers(s, training.id, [person])
    seen = {"checklist": "teach_back", "on_day": day, "lines": ["yes"]}
    s.add(Observation(training_id=training.id, person_id=person, observer_id=person, **seen))
    signer = Signer(public="key", office="Office", made_on=day)
    s.add(signer)
    said = {"number": "7QK2M4", "issued_on": day, "statement": "came", "signature": "signed", "signer_id": signer.id}
    put(
        s,
        Certificate,
        derived_id("certificate", training.id, person),
        training_id=training.id,
        person_id=person,
        **said,
    )
    third = people.add(s, PersonForm("KAYITESI Aline"))
    s.flush()
    merging.different(s, person, third, day)


def test_every_table_that_speaks_of_a_person_is_treated() -> None:
    """Fails when a new table refers to persons, or to what a merge gives a new key, and has no rule."""
    reached, waiting = set(), ["person"]
    while waiting:
        table = waiting.pop()
        for kind in kinds().values():
            refers = any(
                key.column.table.name == table for key in Record.metadata.tables[kind.__tablename__].foreign_keys
            )
            if refers and kind not in reached:
                reached.add(kind)
                waiting += [kind.__tablename__] if RULES.get(kind) and RULES[kind].key else []
    assert {kind.__tablename__ for kind in reached} == {kind.__tablename__ for kind in RULES}


def test_all_that_was_known_of_both_is_the_kept_persons(db: Database, two: tuple[UUID, UUID]) -> None:
    kept, other = two
    training, group = a_training(db, people=2, days=2), a_group(db, "COOP Twese")
    do(db, with_everything, other, training, group, training.people[0])
    do(db, merging.merge, kept, other, TODAY)
    with db.reading() as s:
        for kind in RULES:
            for column in inspect(kind).columns:
                if any(key.column.table.name == "person" for key in column.foreign_keys) and kind is not PersonPair:
                    assert s.scalars(select(kind).where(column == other)).first() is None, kind
                    assert s.scalars(select(kind).where(column == kept)).first() is not None, kind
        assert s.get_one(Mark, derived_id("mark", training.sessions[0], kept)).status is Status.PRESENT
        assert s.get_one(Replacement, derived_id("replacement", derived_id("enrolment", training.id, kept))).came_id
        assert s.get(Person, other) is None


def test_undone_at_once_nothing_has_happened(db: Database, two: tuple[UUID, UUID]) -> None:
    kept, other = two
    training, group = a_training(db, people=2, days=2), a_group(db, "COOP Twese")
    do(db, with_everything, other, training, group, training.people[0])
    before = dump(db)
    do(db, merging.merge, kept, other, TODAY)
    assert dump(db) != before
    db.undo()
    assert dump(db) == before


def test_taken_apart_at_once_only_the_decision_is_new(db: Database, two: tuple[UUID, UUID]) -> None:
    kept, other = two
    training, group = a_training(db, people=2, days=2), a_group(db, "COOP Twese")
    do(db, with_everything, other, training, group, training.people[0])
    before = dump(db)
    pair = do(db, merging.merge, kept, other, TODAY, {"name": "UWIMANA Marie", "national_id": "1199070000000017"})
    do(db, merging.unmerge, pair, LATER)
    assert set(later(before, dump(db))) == {"person_pair"}
    assert len(later(before, dump(db))["person_pair"]) == 1


def test_months_of_work_later_only_that_work_is_new(db: Database, two: tuple[UUID, UUID]) -> None:
    """Corrections of what was moved go back with it; what was done for the kept person since stays with them."""
    kept, other = two
    training, group = a_training(db, people=2, days=3), a_group(db, "COOP Twese")
    both = a_training(db, people=1, days=2, first_day=FIRST_DAY + timedelta(days=30))
    enrolled(db, both, kept, other)
    do(db, with_everything, other, training, group, training.people[0])
    before = dump(db, "person_pair")
    pair = do(db, merging.merge, kept, other, TODAY)

    next_group = a_group(db, "COOP Ejo")
    do(db, groups.add_member, next_group, kept)
    do(db, attendance.mark, training.sessions[0], kept, Status.LATE, LATER)  # a correction of what was moved
    do(db, attendance.mark, both.sessions[0], kept, Status.PRESENT, LATER)  # new, for the kept person
    do(db, scores.record, training.id, kept, Phase.PRE, Score(6.0))
    do(db, people.edit, kept, PersonForm("UWIMANA Marie Claire", phone="+250700000009", birth_year=1990))
    do(db, merging.unmerge, pair, LATER)

    new = later(before, dump(db, "person_pair"))
    assert set(new) == {"group", "membership", "mark", "sitting", "person"}
    assert len(new["group"]) == len(new["membership"]) == 1
    assert [dict(row)["person_id"] for row in new["membership"]] == [kept.hex]
    marks = sorted((dict(row)["session_id"], dict(row)["status"]) for row in new["mark"])
    assert marks == sorted(
        [
            (training.sessions[0].hex, "present"),
            (training.sessions[0].hex, "late"),
            (both.sessions[0].hex, "present"),
        ]
    )
    assert {dict(row)["person_id"] for row in new["mark"] if dict(row)["status"] == "late"} == {other.hex}
    assert {dict(row)["score"] for row in new["sitting"]} == {4.0, 6.0}
    assert {dict(row)["person_id"] for row in new["sitting"]} == {other.hex}
    assert {dict(row)["phone"] for row in new["person"]} == {"+250700000001", "+250700000009"}


def test_of_two_marks_in_one_session_the_kept_persons_stays_and_the_other_comes_back(
    db: Database, two: tuple[UUID, UUID]
) -> None:
    kept, other = two
    training = a_training(db, people=0, days=2)
    enrolled(db, training, kept, other)
    marked(db, training, kept, Status.ABSENT)
    marked(db, training, other, Status.PRESENT, Status.LATE)
    before = dump(db, "person_pair")
    pair = do(db, merging.merge, kept, other, TODAY)
    assert {row.session_id: row.status for row in rows(db, Mark, kept)} == {
        training.sessions[0]: Status.ABSENT,
        training.sessions[1]: Status.LATE,
    }
    assert len(rows(db, Enrolment, kept)) == 1
    do(db, merging.unmerge, pair, LATER)
    assert dump(db, "person_pair") == before


def test_a_mark_that_says_nothing_takes_what_the_other_says(db: Database, two: tuple[UUID, UUID]) -> None:
    kept, other = two
    training = a_training(db, people=0, days=1)
    enrolled(db, training, kept, other)
    do(db, attendance.remark, training.sessions[0], kept, "her mother called", TODAY)
    marked(db, training, other, Status.PRESENT)
    before = dump(db, "person_pair")
    pair = do(db, merging.merge, kept, other, TODAY)
    assert [(row.status, row.note) for row in rows(db, Mark, kept)] == [(Status.PRESENT, "her mother called")]
    do(db, attendance.mark, training.sessions[0], kept, Status.LATE, LATER)
    do(db, merging.unmerge, pair, LATER)
    assert [row.status for row in rows(db, Mark, kept)] == [None]
    assert [row.status for row in rows(db, Mark, other)] == [Status.LATE]
    assert set(later(before, dump(db, "person_pair"))) == {"mark"}


def test_one_membership_of_a_group_stays_of_two(db: Database, two: tuple[UUID, UUID]) -> None:
    kept, other = two
    group = a_group(db)
    do(db, groups.add_member, group, kept, Role.MEMBER, date(2024, 1, 1))
    do(db, groups.add_member, group, other)
    do(db, groups.add_member, group, other, Role.SECRETARY)
    do(db, merging.merge, kept, other, TODAY)
    assert sorted(row.role for row in rows(db, Membership, kept)) == [Role.MEMBER, Role.SECRETARY]
    do(db, groups.add_member, group, kept, Role.SECRETARY)
    assert len(rows(db, Membership, kept)) == 2


@pytest.mark.parametrize("chosen", ["1199070000000017", "1199070000000025"])
def test_every_card_is_kept_and_the_chosen_one_is_shown(db: Database, two: tuple[UUID, UUID], chosen: str) -> None:
    kept, other = two
    with db.changing(label("A card")) as s:
        s.add(NationalId(person_id=kept, number="1199070000000025"))
    before = dump(db, "person_pair")
    pair = do(db, merging.merge, kept, other, TODAY, {"national_id": chosen})
    assert {row.number for row in rows(db, NationalId, kept)} == {"1199070000000017", "1199070000000025"}
    assert read(db, people.form, kept).national_id == chosen
    do(db, merging.unmerge, pair, LATER)
    assert dump(db, "person_pair") == before


def test_an_agreement_that_was_taken_back_in_one_entry_was_taken_back(db: Database, two: tuple[UUID, UUID]) -> None:
    kept, other = two
    form = ConsentForm(FIRST_DAY)
    for person in two:
        do(db, consent.give, person, form, TODAY)
    do(db, consent.withdraw, other, TODAY, TODAY)
    before = dump(db, "person_pair")
    pair = do(db, merging.merge, kept, other, TODAY)
    assert [row.withdrawn_on for row in rows(db, Consent, kept)] == [TODAY]
    do(db, merging.unmerge, pair, LATER)
    assert dump(db, "person_pair") == before


def test_what_only_the_other_entry_knows_fills_what_is_empty(db: Database, two: tuple[UUID, UUID]) -> None:
    kept, other = two
    do(db, merging.merge, kept, other, TODAY)
    form = read(db, people.form, kept)
    assert (form.name, form.phone, form.village) == ("UWIMANA Marie Claire", "+250700000001", "Kagari")


def test_the_values_that_were_chosen_are_kept(db: Database, two: tuple[UUID, UUID]) -> None:
    kept, other = two
    pair = do(db, merging.merge, kept, other, TODAY, {"phone": "+250700000002"})
    assert read(db, people.form, kept).phone == "+250700000002"
    assert [line.other for line in read(db, merging.merged)] == ["Uwimana M. Claire"]
    do(db, merging.unmerge, pair, LATER)
    assert read(db, people.form, kept).phone == "+250700000001"
    assert read(db, merging.merged) == ()


def test_who_was_marked_since_in_a_training_of_the_other_keeps_a_line(db: Database, two: tuple[UUID, UUID]) -> None:
    """The marks stay with the kept person, and a mark that no register shows would be lost."""
    kept, other = two
    training = a_training(db, people=0, days=2)
    enrolled(db, training, other)
    marked(db, training, other, Status.PRESENT)
    pair = do(db, merging.merge, kept, other, TODAY)
    do(db, attendance.mark, training.sessions[1], kept, Status.PRESENT, LATER)
    do(db, merging.unmerge, pair, LATER)
    lines = read(db, attendance.register, training.id, "en").lines
    assert [(line.person_id, line.number, [cell.status for cell in line.cells]) for line in lines] == [
        (other, "1", [Status.PRESENT, None]),
        (kept, "2", [None, Status.PRESENT]),
    ]


def test_what_was_made_since_for_a_moved_row_goes_back_with_it(db: Database, two: tuple[UUID, UUID]) -> None:
    kept, other = two
    training, group = a_training(db, people=2, days=2), a_group(db, "COOP Twese")
    do(db, with_everything, other, training, group, training.people[0])
    pair = do(db, merging.merge, kept, other, TODAY)
    (candidate,) = rows(db, Candidate, kept)
    with db.changing(label("Another assessor")) as s:
        criterion = s.scalars(select(Criterion.id)).one()
        key = derived_id("assessment", candidate.id, criterion, "Eric")
        s.add(Assessment(id=key, candidate_id=candidate.id, criterion_id=criterion, assessor="Eric", points=2.0))
    do(db, merging.unmerge, pair, LATER)
    (candidate,) = rows(db, Candidate, other)
    with db.reading() as s:
        found = s.scalars(select(Assessment).where(Assessment.candidate_id == candidate.id)).all()
        assert {row.assessor for row in found} == {"Aline", "Eric"}
        assert {row.id for row in found} == {
            derived_id("assessment", candidate.id, criterion, name) for name in ("Aline", "Eric")
        }


def test_three_entries_come_apart_in_the_order_in_which_they_went_together(db: Database) -> None:
    first, second, third = (a_person(db, name) for name in ("UWIMANA Marie", "Marie UWIMANA", "UWIMANA M."))
    before = dump(db, "person_pair")
    inner = do(db, merging.merge, second, third, TODAY)
    outer = do(db, merging.merge, first, second, TODAY)
    with pytest.raises(TrainerError) as refusal:
        do(db, merging.unmerge, inner, LATER)
    assert refusal.value.code == "merged_further"
    do(db, merging.unmerge, outer, LATER)
    do(db, merging.unmerge, inner, LATER)
    assert dump(db, "person_pair") == before


def test_nobody_is_merged_with_themselves_or_with_who_is_gone(db: Database, two: tuple[UUID, UUID]) -> None:
    kept, other = two
    with pytest.raises(TrainerError):
        do(db, merging.merge, kept, kept, TODAY)
    do(db, people.remove, other)
    with pytest.raises(TrainerError):
        do(db, merging.merge, kept, other, TODAY)


def test_a_list_that_still_has_the_other_entry_is_about_the_one_person(db: Database, two: tuple[UUID, UUID]) -> None:
    """The other office sends its list again next month."""
    kept, other = two
    third = a_person(db, "UWIMANA Mary", phone="+250700000003")
    do(db, merging.merge, other, third, TODAY)
    do(db, merging.merge, kept, other, TODAY)
    with db.reading() as s:
        known = KnownPeople(s)
        for name, phone in (("Mary UWIMANA", "+250700000003"), ("Uwimana M. Claire", "+250700000002")):
            found = known.verdict(PersonRow(2, PersonForm(name, phone=phone)))
            assert found is not None
            assert found.person_id == kept
            known = KnownPeople(s)
        assert merging.became(s) == {other: kept, third: kept}


def test_the_past_of_both_is_the_past_of_the_one(db: Database, two: tuple[UUID, UUID]) -> None:
    kept, other = two
    do(db, people.edit, other, PersonForm("Uwimana Mary"))
    do(db, merging.merge, kept, other, TODAY)
    with db.reading() as s:
        told = history.of(s, history.rows_of_person(s, kept))
    assert ("Uwimana M. Claire", "Uwimana Mary") in {(line.before, line.after) for line in told if line.field == "name"}


def test_a_decision_for_the_other_entry_holds_for_the_kept_one(db: Database, two: tuple[UUID, UUID]) -> None:
    kept, other = two
    third = a_person(db, "UWIMANA Maria Claire")
    do(db, merging.different, other, third, TODAY)
    do(db, merging.merge, kept, other, TODAY)
    with db.reading() as s:
        assert s.get(PersonPair, pair_key(kept, third)) is not None


def replaced(db: Database, training: ATraining, left: UUID, came: UUID) -> None:
    do(db, waiting.ask, training.id, came, FIRST_DAY)
    do(db, replacing.replace, training.id, left, came, TODAY, "moved to Huye", TODAY)


@pytest.mark.parametrize("first", [0, 1])
def test_both_replacements_stay_when_those_who_came_are_one_person(
    db: Database, two: tuple[UUID, UUID], first: int
) -> None:
    """The committee signed each of them, for somebody else who left."""
    training = a_training(db, people=2, days=2)
    for left, came in zip(training.people, two, strict=True):
        replaced(db, training, left, came)
    before = dump(db, "person_pair")
    pair = do(db, merging.merge, two[first], two[1 - first], TODAY)
    line = derived_id("enrolment", training.id, two[first])
    with db.reading() as s:
        told = s.scalars(select(Replacement)).all()
        assert {row.left_id for row in told} == {derived_id("enrolment", training.id, one) for one in training.people}
        assert {row.came_id for row in told} == {line}
    do(db, merging.unmerge, pair, LATER)
    assert dump(db, "person_pair") == before


@pytest.mark.parametrize("first", [0, 1])
def test_nobody_takes_their_own_place(db: Database, two: tuple[UUID, UUID], first: int) -> None:
    training = a_training(db, people=0, days=2)
    enrolled(db, training, two[0])
    replaced(db, training, *two)
    before = dump(db, "person_pair")
    pair = do(db, merging.merge, two[first], two[1 - first], TODAY)
    assert [row.replaces_id for row in rows(db, Enrolment, two[first])] == [None]
    stay = read(db, person_history.of, two[first]).stays[training.id]
    assert (stay.replaced_by, stay.instead_of) == ("", "")
    do(db, merging.unmerge, pair, LATER)
    assert dump(db, "person_pair") == before


@pytest.mark.parametrize("seed", range(4))
def test_whatever_was_recorded_comes_back(db: Database, seed: int) -> None:
    """Marks, scores, groups and removals at random, of both and of others."""
    chance = random.Random(seed)
    persons = [a_person(db, f"UWIMANA {name}") for name in ("Marie", "Aline", "Eric")]
    courses = [a_training(db, people=0, days=3), a_training(db, people=0, days=2)]
    places = [a_group(db, name) for name in ("COOP Twese", "COOP Ejo")]

    def some_work(s: Any) -> None:  # noqa: ANN401
        for _step in range(12):
            person, course = chance.choice(persons), chance.choice(courses)
            enrolments.enrol_all(s, course.id, [person])
            s.flush()
            match chance.randrange(6):
                case 0 | 1:
                    status = chance.choice([*Status, None])
                    attendance.mark(s, chance.choice(course.sessions), person, status, TODAY)
                case 2:
                    scores.record(s, course.id, person, chance.choice(list(Phase)), Score(float(chance.randrange(9))))
                case 3:
                    groups.add_member(s, chance.choice(places), person, chance.choice(list(Role)))
                case 4:
                    attendance.remark(s, chance.choice(course.sessions), person, chance.choice(("", "ill")), TODAY)
                case _:
                    enrolments.withdraw(s, course.id, person)
            s.flush()

    do(db, some_work)
    before = dump(db, "person_pair")
    pair = do(db, merging.merge, persons[0], persons[1], TODAY)
    db.undo()
    assert dump(db, "person_pair") == before
    pair = do(db, merging.merge, persons[0], persons[1], TODAY)
    do(db, merging.unmerge, pair, LATER)
    assert dump(db, "person_pair") == before
    pair = do(db, merging.merge, persons[1], persons[0], TODAY)
    do(db, merging.unmerge, pair, LATER)
    assert dump(db, "person_pair") == before
