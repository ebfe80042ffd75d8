"""What makes two entries look like one person, and what makes them two."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bench.bench_likeness import measured
from tests.bench.invented_people import invented
from trainer_app.domain.likeness import Commonness, Facts, Hours, Level, Why, compare, counted
from trainer_app.domain.names import Kin, kin, match, slips
from trainer_app.domain.people import Sex

BASE = tuple(UUID(int=number) for number in range(1, 5))
ELSEWHERE = (UUID(int=9), UUID(int=8), UUID(int=7))
CARD = "1199070012345678"


def entry(name: str = "MUKANTWARI Spéciose", **told: object) -> Facts:
    """Somebody of whom all is known."""
    known = {"sex": Sex.FEMALE, "birth_year": 1990, "phone": "+250788000001", "places": BASE, "village": "Kagari"}
    return Facts(name, **(known | told))  # type: ignore[arg-type]


def level(one: Facts, other: Facts) -> Level | None:
    found = compare(one, other)
    return found.level if found else None


def why(one: Facts, other: Facts) -> set[Why]:
    found = compare(one, other, least=-1000)
    return {reason.code for reason in found.reasons} if found else set()


@pytest.mark.parametrize(
    ("written", "again", "found"),
    [
        ("MUKANTWARI Spéciose", "mukantwari speciose", Why.SAME_NAME),
        ("MUKANTWARI Spéciose", "Spéciose MUKANTWARI", Why.NAME_ORDER),
        ("MUKANTWARI Spéciose", "MUKANTWALI Speciose", Why.NAME_SOUND),
        ("NIYONZIMA Yves", "NIONZIMA Ives", Why.NAME_SOUND),
        ("MUKAMANA Aline", "Muukamana Aline", Why.NAME_SOUND),
        ("HABIMANA Théogène", "HABIMANA Teogene", Why.NAME_SOUND),
        ("HABIMANA Jean Bosco", "HABIMANA J.B.", Why.NAME_INITIAL),
        ("HABIMANA Jean Bosco", "HABIMANA JB", Why.NAME_INITIAL),
        ("HABIMANA Jean Bosco", "HABIMANA JeanBosco", Why.SAME_NAME),
        ("NTAGANDA Noël", "NTAGANDA N.", Why.NAME_INITIAL),
        ("O'NEIL Marie", "O’Neil Marie", Why.SAME_NAME),
        ("MUKANTWARI Spéciose", "MUKANTWRAI Spéciose", Why.NAME_SLIP),
        ("MUKANTWARI Spéciose", "MUKATWARI Spéciose", Why.NAME_SLIP),
        ("MUKANTWARI Spéciose Marie", "MUKANTWARI Spéciose", Why.NAME_SHORTER),
    ],
)
def test_a_name_is_known_in_each_way_it_is_written(written: str, again: str, found: Why) -> None:
    one, other = entry(written), entry(again)
    assert found in why(one, other)
    assert level(one, other) in (Level.SURE, Level.LIKELY)


def test_another_given_name_is_another_person() -> None:
    one = entry("UWIMANA Marie")
    assert Why.NAME_DIFFERS in why(one, entry("UWIMANA Josephine"))
    assert level(one, entry("UWIMANA Josephine")) is not Level.SURE


def test_a_slip_that_makes_another_name_of_it_is_no_slip() -> None:
    """Aline and Alice are both names that people have; Alime is not."""
    common = Commonness(1000, {"arine": 30, "arice": 25})
    one, slip, name = Facts("KAYITESI Aline"), Facts("KAYITESI Alime"), Facts("KAYITESI Alice")
    slipped, named = compare(one, slip, common, least=-100), compare(one, name, common, least=-100)
    assert slipped is not None
    assert named is not None
    assert slipped.bits > named.bits + 5


def test_the_same_card_is_nearly_proof_and_another_card_proves_nothing() -> None:
    one = Facts("UWIMANA Marie", cards=frozenset({CARD}))
    assert level(one, Facts("Uwimana M.", cards=frozenset({CARD}))) is Level.SURE
    reissued = frozenset({"1199070099999999"})
    assert level(entry(cards=frozenset({CARD})), entry(cards=reissued)) is Level.SURE
    assert Why.OTHER_CARD in why(entry(cards=frozenset({CARD})), entry(cards=reissued))


def test_a_card_tells_the_sex_and_the_year_of_birth() -> None:
    woman_of_1990 = Facts("UWIMANA Marie", cards=frozenset({CARD}))
    assert Why.OTHER_SEX in why(woman_of_1990, Facts("UWIMANA Marie", sex=Sex.MALE))
    assert Why.SAME_BIRTH_YEAR in why(woman_of_1990, Facts("UWIMANA Marie", birth_year=1990))


def test_brothers_with_one_telephone_are_not_proposed_as_sure() -> None:
    elder = entry("HABIMANA Jean", sex=Sex.MALE, birth_year=1990)
    younger = entry("HABIMANA Eric", sex=Sex.MALE, birth_year=1992)
    assert level(elder, younger) is not Level.SURE


def test_twins_are_not_proposed_as_sure() -> None:
    born = date(1995, 4, 12)
    one = entry("UWASE Gloriose", birth_date=born, birth_year=None)
    other = entry("UWASE Gaudence", birth_date=born, birth_year=None)
    assert level(one, other) is not Level.SURE


def test_a_father_and_a_son_of_one_name_are_two() -> None:
    father, son = entry("HABIMANA Jean", birth_year=1960), entry("HABIMANA Jean", birth_year=1988)
    assert Why.OTHER_BIRTH in why(father, son)
    assert level(father, son) is not Level.SURE


def test_a_name_that_very_many_have_says_little() -> None:
    crowd = [Facts("UWIMANA Marie", places=BASE[:3]) for _one in range(50)]
    crowd += [Facts(f"MUKA{'bcdfg'[n % 5]}A{'klmnp'[n // 5 % 5]}A Zita") for n in range(950)]
    common = counted(crowd)
    often = compare(Facts("UWIMANA Marie"), Facts("UWIMANA Marie"), common, least=0)
    seldom = compare(Facts("MUKABAKA Berthe"), Facts("MUKABAKA Berthe"), common, least=0)
    assert often is not None
    assert seldom is not None
    assert seldom.bits > often.bits + 4
    assert Why.COMMON_NAME in {reason.code for reason in often.reasons}


def test_who_was_present_in_two_places_at_one_hour_is_two_people() -> None:
    day = date(2026, 3, 9)
    here, there = Hours(day, time(8), time(12)), Hours(day, time(11), time(16))
    after = Hours(day, time(13), time(16))
    one = entry(present=frozenset({here}))
    assert Why.BOTH_PRESENT in why(one, entry(present=frozenset({there})))
    assert level(one, entry(present=frozenset({there}))) is not Level.SURE
    assert level(one, entry(present=frozenset({after}))) is Level.SURE


def test_the_first_of_january_is_nobodys_birthday() -> None:
    """It is written for those who know only the year."""
    one = entry(birth_year=None, birth_date=date(1990, 1, 1))
    assert Why.SAME_BIRTHDAY not in why(one, one)
    assert Why.SAME_BIRTH_YEAR in why(one, one)


def test_the_strongest_reason_comes_first() -> None:
    found = compare(entry(cards=frozenset({CARD})), entry(cards=frozenset({CARD}), places=ELSEWHERE))
    assert found is not None
    assert found.reasons[0].code is Why.SAME_CARD
    assert [abs(reason.bits) for reason in found.reasons] == sorted(
        (abs(reason.bits) for reason in found.reasons), reverse=True
    )


# ---- for any names -----------------------------------------------------------------------------------------------

WORDS = st.text(alphabet="abegiklmnruwyAEÉ", min_size=1, max_size=9)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
ENTRIES = st.builds(
    Facts,
    NAMES,
    sex=st.sampled_from(Sex),
    birth_year=st.none() | st.integers(1940, 2010),
    phone=st.sampled_from(("", "+250788000001", "+250788000010")),
    cards=st.frozensets(st.sampled_from((CARD, "1198080012345678")), max_size=1),
    places=st.sampled_from(((), BASE[:2], BASE, ELSEWHERE)),
    village=st.sampled_from(("", "Kagari", "Kagali", "Rubona")),
)


@given(ENTRIES, ENTRIES)
@settings(max_examples=300, deadline=None)
def test_it_is_the_same_from_both_sides(one: Facts, other: Facts) -> None:
    here, there = compare(one, other, least=-1000), compare(other, one, least=-1000)
    assert (here is None) == (there is None)
    if here is not None and there is not None:
        assert (here.level, here.bits) == (there.level, there.bits)
        assert sorted(r.code for r in here.reasons) == sorted(r.code for r in there.reasons)


@given(ENTRIES)
@settings(max_examples=100, deadline=None)
def test_nothing_speaks_against_an_entry_being_itself(one: Facts) -> None:
    found = compare(one, one, least=-1000)
    assert found is None or all(reason.bits >= 0 for reason in found.reasons)


@given(NAMES, st.randoms())
def test_no_order_of_the_words_loses_one(name: str, chance: object) -> None:
    words = name.split()
    chance.shuffle(words)  # type: ignore[attr-defined]
    found = match(name, " ".join(words))
    assert not found.left
    assert not found.right


@given(WORDS, WORDS)
def test_slips_are_counted_alike_from_both_sides(one: str, other: str) -> None:
    assert slips(one, other, 2) == slips(other, one, 2)
    assert slips(one, one, 2) == 0
    assert kin(one, other) == kin(other, one)


def test_two_letters_swapped_are_one_slip() -> None:
    assert slips("mukantwari", "mukantwrai", 2) == 1
    assert slips("aline", "alice", 2) == 1
    assert slips("jean", "marie", 2) == 3
    assert kin("n", "noel") is Kin.INITIAL


# ---- measured ----------------------------------------------------------------------------------------------------


def test_most_are_found_and_hardly_anybody_wrongly() -> None:
    """On invented people with known truth; `tests/bench/bench_likeness.py` prints the figures of five larger sets."""
    result = measured(invented(2_000, seed=5))
    precision, recall, _pairs = result.figures(Level.SURE)
    assert precision >= 0.97
    assert recall >= 0.85
    assert result.figures(*Level)[1] >= 0.93
