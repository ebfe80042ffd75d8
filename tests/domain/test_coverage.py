"""Who counts as trained, how a group's members are counted, and when only the committee came."""

from __future__ import annotations

from uuid import UUID

import pytest

from trainer_app.domain.coverage import (
    CommitteeOnly,
    Member,
    Part,
    Share,
    alarms,
    inside_of,
    part_of,
    tally,
    together,
    was_trained,
)
from trainer_app.domain.group_life import Life, life
from trainer_app.domain.groups import Role
from trainer_app.domain.people import Sex
from trainer_app.domain.rules import Attended

M1, M2 = UUID(int=101), UUID(int=102)
RULE = Attended(share_of_sessions=0.8)


def some(count: int, part: Part, *trained: UUID, first: int = 0, sex: Sex = Sex.FEMALE) -> list[Member]:
    return [Member(UUID(int=first + n), sex, part, frozenset(trained)) for n in range(count)]


@pytest.mark.parametrize(
    ("came", "sessions", "excused", "trained"),
    [
        (4, 5, 0, True),
        (3, 5, 0, False),
        (1, 5, 0, False),  # the first day of five trains nobody
        (3, 4, 1, True),  # who was excused was not expected
        (0, 2, 2, False),  # who was excused from everything learnt nothing
    ],
)
def test_so_many_sessions_make_a_training(came: int, sessions: int, excused: int, trained: bool) -> None:
    assert was_trained(came, sessions, excused, RULE) is trained


def test_an_excuse_counts_when_the_programme_says_so() -> None:
    assert not was_trained(3, 4, 1, Attended(share_of_sessions=0.8, excused_is_expected=True))


def test_a_share_that_no_machine_can_write_is_still_exact() -> None:
    assert was_trained(11, 20, 0, Attended(share_of_sessions=0.55))


def test_a_group_is_counted_by_module_part_and_sex() -> None:
    people = [
        *some(2, Part.COMMITTEE, M1, M2),
        *some(3, Part.MEMBER, M1, first=10, sex=Sex.MALE),
        *some(5, Part.MEMBER, first=20),
    ]
    counted = tally(people)
    assert counted.share() == Share(5, 10)
    assert counted.share(M2) == Share(2, 10)
    assert counted.share(M1, Part.MEMBER) == Share(3, 8)
    assert counted.share(M1, sex=Sex.FEMALE) == Share(2, 7)
    assert Share(0, 0).rate is None


def test_a_training_with_a_title_of_its_own_counts_only_as_any_training() -> None:
    counted = tally([Member(UUID(int=1), Sex.MALE, Part.MEMBER, frozenset({None}))])
    assert counted.share() == Share(1, 1)
    assert counted.share(M1) == Share(0, 1)


def test_an_officer_who_also_teaches_counts_with_the_committee() -> None:
    assert part_of([Role.MEMBER, Role.PEER_EDUCATOR, Role.TREASURER]) is Part.COMMITTEE
    assert part_of([Role.MEMBER, Role.PEER_EDUCATOR]) is Part.PEER_EDUCATOR
    assert part_of([Role.MEMBER]) is Part.MEMBER


def test_who_belongs_to_two_groups_counts_once_and_with_the_committee() -> None:
    plain, officer = some(1, Part.MEMBER)[0], some(1, Part.COMMITTEE)[0]
    found = together([{plain.person_id: plain}, {officer.person_id: officer}])
    assert list(found.values()) == [officer]


@pytest.mark.parametrize(
    ("committee", "others", "alarm"),
    [
        ((3, 4), (0, 20), True),
        ((2, 4), (1, 20), True),  # half of the committee, one in twenty of the others
        ((1, 4), (0, 20), False),  # hardly anybody came at all
        ((4, 4), (2, 20), False),  # one in ten is no longer nobody
        ((4, 4), (0, 2), False),  # two others say nothing
    ],
)
def test_a_group_alarms_when_only_its_committee_came(
    committee: tuple[int, int], others: tuple[int, int], alarm: bool
) -> None:
    came, of = committee
    members_came, members_of = others
    counted = tally(
        [
            *some(came, Part.COMMITTEE, M1),
            *some(of - came, Part.COMMITTEE, first=10),
            *some(members_came, Part.MEMBER, M1, first=20),
            *some(members_of - members_came, Part.MEMBER, first=40),
        ]
    )
    assert alarms(counted, CommitteeOnly()) == ({M1} if alarm else set())


def test_peer_educators_are_neither_the_committee_nor_the_others() -> None:
    people = [*some(2, Part.COMMITTEE, M1), *some(9, Part.PEER_EDUCATOR, M1, first=10), *some(9, Part.MEMBER, first=30)]
    assert alarms(tally(people), CommitteeOnly()) == {M1}


def test_a_rule_that_makes_no_sense_is_not_kept() -> None:
    with pytest.raises(ValueError, match="CommitteeOnly"):
        CommitteeOnly(committee=0)


def test_groups_inside_are_found_at_any_depth_and_a_loop_ends() -> None:
    top, middle, low, one, two = (UUID(int=n) for n in range(5))
    found = inside_of({top: None, middle: top, low: middle, one: two, two: one})
    assert found[top] == {top, middle, low}
    assert found[middle] == {middle, low}
    assert found[one] == {one, two}


@pytest.mark.parametrize(
    ("covered", "officers", "has_training", "column"),
    [
        (Share(0, 0), 0, True, Life.EMPTY),
        (Share(0, 20), 0, False, Life.MEMBERS),
        (Share(0, 20), 3, False, Life.COMMITTEE),
        (Share(0, 20), 3, True, Life.IN_TRAINING),
        (Share(9, 20), 0, False, Life.IN_TRAINING),
        (Share(10, 20), 0, False, Life.TRAINED),
    ],
)
def test_the_column_of_a_group_follows_from_what_is_known(
    covered: Share, officers: int, has_training: bool, column: Life
) -> None:
    assert life(covered, officers, has_training) is column
