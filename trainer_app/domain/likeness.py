"""Whether two entries are the same person, and what speaks for it and against it.

Each thing that two entries have in common is worth so many bits: how much rarer it is between two strangers than
between two entries of one person. The sum is held against strangers. A family shares a telephone, a house and a
name, and so the same is asked a second time, of what relatives do not share: only who passes both is proposed as
sure. Names are worth what they are rare: `Commonness` says how many people of the file have one.

Nobody is ever merged because of this: a person looks and decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from functools import lru_cache
from math import log2
from typing import NamedTuple
from uuid import UUID

from trainer_app.domain.names import Kin, NameMatch, match, one_digit_off, sound, words
from trainer_app.domain.people import Sex, folded, sex_and_birth_year


class Level(StrEnum):
    SURE = "sure"
    LIKELY = "likely"
    POSSIBLE = "possible"


class Why(StrEnum):
    """What was found. The screen has a sentence for each, with the values of the reason in it."""

    SAME_CARD = "same_card"
    CARD_SLIP = "card_slip"
    OTHER_CARD = "other_card"
    SAME_PHONE = "same_phone"
    PHONE_SLIP = "phone_slip"
    OTHER_PHONE = "other_phone"
    SAME_NAME = "same_name"
    NAME_ORDER = "name_order"
    NAME_SOUND = "name_sound"
    NAME_SLIP = "name_slip"
    NAME_INITIAL = "name_initial"
    NAME_SHORTER = "name_shorter"
    NAME_DIFFERS = "name_differs"
    COMMON_NAME = "common_name"
    SAME_BIRTHDAY = "same_birthday"
    SAME_BIRTH_YEAR = "same_birth_year"
    NEAR_BIRTH = "near_birth"
    NO_BIRTH = "no_birth"
    OTHER_BIRTH = "other_birth"
    SAME_VILLAGE = "same_village"
    SAME_PLACE = "same_place"
    OTHER_PLACE = "other_place"
    SAME_GROUP = "same_group"
    OTHER_SEX = "other_sex"
    BOTH_PRESENT = "both_present"


@dataclass(frozen=True, slots=True)
class Reason:
    """`bits` above nothing speak for one person, below it for two."""

    code: Why
    bits: float
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    level: Level
    bits: float
    reasons: tuple[Reason, ...]
    """The strongest first."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Where somebody was marked present."""

    day: date
    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one entry. `places` leads from the province inwards as far as it is known."""

    name: str
    sex: Sex = Sex.UNKNOWN
    birth_year: int | None = None
    birth_date: date | None = None
    phone: str = ""
    cards: frozenset[str] = frozenset()
    places: tuple[UUID, ...] = ()
    village: str = ""
    groups: frozenset[UUID] = frozenset()
    present: frozenset[Hours] = frozenset()


@dataclass(frozen=True, slots=True)
class Commonness:
    """How many people of the file have a word in their name, by its sound, and how many live in a place or village."""

    people: int = 0
    of: Mapping[str, int] = field(default_factory=dict)
    at: Mapping[object, int] = field(default_factory=dict)

    def bits(self, word: str) -> float:
        """How much it says that two people have this word in their names."""
        return min(RAREST_WORD, max(COMMONEST_WORD, self._rarity(self.of.get(sound(word), 1), USUAL_WORD)))

    def home_bits(self, home: object, usual: float) -> float:
        """How much it says that two people live there."""
        return min(RAREST_HOME, max(0.0, self._rarity(self.at.get(home, 1), usual))) if self.at else usual

    def _rarity(self, have_it: int, usual: float) -> float:
        """A few people tell little of what is common: those in the file are counted with others of the usual kind."""
        if not self.people:
            return usual
        return log2((self.people + OTHERS) / (have_it + OTHERS / 2**usual))

    def is_known(self, word: str) -> bool:
        """Several people have it: it is a name, and hardly a slip of the hand."""
        return self.of.get(sound(word), 0) >= SEVERAL


def counted(everybody: Iterable[Facts]) -> Commonness:
    of: Counter[str] = Counter()
    at: Counter[object] = Counter()
    people = 0
    for one in everybody:
        people += 1
        of.update({sound(word) for word in words(one.name)})
        at.update(homes(one))
    return Commonness(people, of, at)


def homes(one: Facts) -> list[object]:
    """The places somebody lives in, and the village: each is a key of `Commonness.at`."""
    found: list[object] = [*one.places]
    return [*found, village_key(one)] if one.village else found


def village_key(one: Facts) -> tuple[UUID | None, str]:
    """Villages of one name are told apart by their sector; many know no more than that."""
    return one.places[SECTOR - 1] if len(one.places) >= SECTOR else None, _heard(one.village)


@lru_cache(maxsize=1 << 12)
def _heard(village: str) -> str:
    return sound(folded(village))


NOBODY_COUNTED = Commonness()
SEVERAL = 4
USUAL_WORD, COMMONEST_WORD, RAREST_WORD = 6.0, 2.0, 11.0
RAREST_HOME = 9.0
OTHERS = 100  # people whom one has not seen, beside those in the file
DISTRICT, SECTOR = 2, 3  # steps inwards from the province, which is the first
INITIAL_WORD = 2.5  # a letter is shared by one in six
FILE = 5_000  # people for whom the limits below are told: in a larger file more strangers are alike by chance

SURE, LIKELY, POSSIBLE = 20.0, 15.5, 11.0
NO_RELATIVE = 3.0  # bits that relatives would not share, for SURE
WHOLE_NAME = 3.0  # relatives have not the same name in full, but for a father and a son
AGE_UNKNOWN = -2.0
GENERATIONS = -25.0
NOT_BOTH_PRESENT = -25.0
FEW_BITS = 9.0  # of a whole name: common enough to be said


class _Found(NamedTuple):
    """A reason to be, and what it is worth among relatives."""

    code: Why
    bits: float
    among_relatives: float
    values: tuple[object, ...] = ()

    def reason(self) -> Reason:
        return Reason(self.code, round(self.bits, 2), tuple(str(value) for value in self.values))


def compare(one: Facts, other: Facts, common: Commonness = NOBODY_COUNTED, least: float = POSSIBLE) -> Likeness | None:
    """How alike two entries are, or None when it is less than `least` and nobody need look at them."""
    names = match(one.name, other.name)
    if not _worth_weighing(names, one, other):
        return None
    found = [*_names(names, common), *_cards(one, other), *_phones(one, other), *_sexes(one, other)]
    found += [*_births(one, other), *_homes(one, other, common), *_groups(one, other), *_hours(one, other)]
    bits = sum(part.bits for part in found)
    level = _level(bits, sum(part.among_relatives for part in found), common, least)
    if level is None:
        return None
    said = (part.reason() for part in found if part.code is not Why.NO_BIRTH)
    ranked = sorted(said, key=lambda reason: (-abs(reason.bits), reason.code))
    return Likeness(level, round(bits, 2), tuple(ranked))


def _worth_weighing(names: NameMatch, one: Facts, other: Facts) -> bool:
    """People of one village and year with another given name are very many: without a number in common they are two."""
    if names.pairs and not (names.left and names.right):
        return True
    born_together = one.birth_date is not None and one.birth_date == other.birth_date
    return born_together or _phones_meet(one, other) or any(_cards_meet(one, other))


def _level(bits: float, among_relatives: float, common: Commonness, least: float) -> Level | None:
    more = max(0.0, log2(max(common.people, 1) / FILE))
    if bits >= SURE + more and among_relatives >= NO_RELATIVE:
        return Level.SURE
    if bits >= LIKELY + more:
        return Level.LIKELY
    return Level.POSSIBLE if bits >= least + more else None


def _said(code: Why, bits: float, *values: object, among_relatives: float | None = None) -> _Found:
    return _Found(code, bits, bits if among_relatives is None else among_relatives, values)


# ---- names -------------------------------------------------------------------------------------------------------


def _names(names: NameMatch, common: Commonness) -> Iterable[_Found]:
    """The words they share; then, what is only in one of them, or different in both."""
    worth = [(_worth(pair, common), pair) for pair in names.pairs]
    if worth:
        yield _shared_words(names, worth)
    whole = sum(bits for bits, _pair in worth)
    if common.people and whole < FEW_BITS and _is_whole(names):
        yield _said(Why.COMMON_NAME, 0.0)
    both = min(len(names.left), len(names.right))
    for mine, theirs in zip(names.left, names.right, strict=False):
        yield _said(Why.NAME_DIFFERS, -7.0, mine, theirs)
    extra = (*names.left[both:], *names.right[both:])
    if extra:
        yield _said(Why.NAME_SHORTER, -1.5 * len(extra), " ".join(extra))


def _is_whole(names: NameMatch) -> bool:
    """Family and given name, all of both, and no letter in place of one."""
    full = all(way is not Kin.INITIAL for _one, _other, way in names.pairs)
    return len(names.pairs) > 1 and full and not names.left and not names.right


def _worth(pair: tuple[str, str, Kin], common: Commonness) -> float:
    one, other, way = pair
    if way is Kin.INITIAL:
        return INITIAL_WORD
    bits = min(common.bits(one), common.bits(other))
    if way is Kin.SAME:
        return bits
    if way is Kin.SOUND:
        return bits - 0.5
    both_are_names = common.is_known(one) and common.is_known(other)
    return -3.0 if both_are_names else bits - 2.0  # Aline is no slip for Alice


def _shared_words(names: NameMatch, worth: list[tuple[float, tuple[str, str, Kin]]]) -> _Found:
    """Relatives share one name, the one that tells most."""
    bits = sum(part for part, _pair in worth)
    among_relatives = bits - max(0.0, max(part for part, _pair in worth))
    if _is_whole(names):
        among_relatives += WHOLE_NAME
    _bits, (one, other, way) = max(worth, key=lambda part: part[1][2])
    if way is not Kin.SAME:
        code = {Kin.SOUND: Why.NAME_SOUND, Kin.SLIP: Why.NAME_SLIP, Kin.INITIAL: Why.NAME_INITIAL}[way]
        return _said(code, bits, one, other, among_relatives=among_relatives)
    code = Why.NAME_ORDER if names.reordered else Why.SAME_NAME
    return _said(code, bits, " ".join(pair[0] for _bits, pair in worth), among_relatives=among_relatives)


# ---- numbers -----------------------------------------------------------------------------------------------------


def _cards(one: Facts, other: Facts) -> Iterable[_Found]:
    """The same number nearly proves one person; another one proves nothing, because cards are made anew."""
    if not one.cards or not other.cards:
        return
    same, slip = _cards_meet(one, other)
    if same:
        yield _said(Why.SAME_CARD, 24.0, min(one.cards & other.cards), among_relatives=20.0)
    elif slip:
        yield _said(Why.CARD_SLIP, 14.0, among_relatives=6.0)
    else:
        yield _said(Why.OTHER_CARD, -2.0)


def _cards_meet(one: Facts, other: Facts) -> tuple[bool, bool]:
    """Whether they have the same number, or two that differ in one digit."""
    if one.cards & other.cards:
        return True, False
    return False, any(one_digit_off(mine, theirs) for mine in one.cards for theirs in other.cards)


def _phones_meet(one: Facts, other: Facts) -> bool:
    return bool(one.phone) and (one.phone == other.phone or one_digit_off(one.phone, other.phone))


def _phones(one: Facts, other: Facts) -> Iterable[_Found]:
    if not one.phone or not other.phone:
        return
    if one.phone == other.phone:
        yield _said(Why.SAME_PHONE, 12.0, one.phone, among_relatives=0.0)
    elif _phones_meet(one, other):
        yield _said(Why.PHONE_SLIP, 8.0, one.phone, other.phone, among_relatives=1.0)
    else:
        yield _said(Why.OTHER_PHONE, -2.0, one.phone, other.phone)


# ---- who they are ------------------------------------------------------------------------------------------------


def _sexes(one: Facts, other: Facts) -> Iterable[_Found]:
    mine, theirs = _sex(one), _sex(other)
    if Sex.UNKNOWN not in (mine, theirs) and mine is not theirs:
        yield _said(Why.OTHER_SEX, -6.0)


def _sex(facts: Facts) -> Sex:
    if facts.sex is not Sex.UNKNOWN:
        return facts.sex
    told = {sex_and_birth_year(card)[0] for card in facts.cards}
    return told.pop() if len(told) == 1 else Sex.UNKNOWN


def _years(facts: Facts) -> frozenset[int]:
    """The year that was said, and the one that is written in each card."""
    told = {facts.birth_date.year} if facts.birth_date else {facts.birth_year} if facts.birth_year else set()
    return frozenset(told | {sex_and_birth_year(card)[1] for card in facts.cards})


def _births(one: Facts, other: Facts) -> Iterable[_Found]:
    mine, theirs = _years(one), _years(other)
    if not mine or not theirs:
        yield _Found(Why.NO_BIRTH, 0.0, AGE_UNKNOWN)  # a father and a son of one name would not be told apart
    elif _is_a_day(one.birth_date) and one.birth_date == other.birth_date:
        yield _said(Why.SAME_BIRTHDAY, 12.0, one.birth_date, among_relatives=5.0)
    elif _is_a_day(one.birth_date) and _is_a_day(other.birth_date) and _swapped(one.birth_date, other.birth_date):
        yield _said(Why.NEAR_BIRTH, 8.0, one.birth_date, other.birth_date, among_relatives=4.0)
    elif mine & theirs:
        apart = _is_a_day(one.birth_date) and _is_a_day(other.birth_date)
        bits = 1.0 if apart else 5.0
        yield _said(Why.SAME_BIRTH_YEAR, bits, min(mine & theirs), among_relatives=bits - 1.0)
    else:
        yield _years_apart(mine, theirs)


def _years_apart(mine: frozenset[int], theirs: frozenset[int]) -> _Found:
    gap, first, second = min((abs(a - b), a, b) for a in mine for b in theirs)
    values = sorted((first, second))
    if gap == 1:
        return _said(Why.NEAR_BIRTH, 2.0, *values, among_relatives=0.0)
    if gap == 2:
        return _said(Why.NEAR_BIRTH, 0.0, *values, among_relatives=-1.0)
    typed_wrong = gap <= 10 and one_digit_off(str(first), str(second))
    if typed_wrong or gap <= 4:
        return _said(Why.OTHER_BIRTH, -3.0, *values)
    return _said(Why.OTHER_BIRTH, -9.0, *values, among_relatives=GENERATIONS if gap > 12 else -9.0)


def _is_a_day(day: date | None) -> bool:
    """The first of January is written for those who know only the year."""
    return day is not None and (day.month, day.day) != (1, 1)


def _swapped(one: date | None, other: date | None) -> bool:
    """Day and month the other way round."""
    return bool(one and other and (one.year, one.month, one.day) == (other.year, other.day, other.month))


# ---- where they are ----------------------------------------------------------------------------------------------


def _homes(one: Facts, other: Facts, common: Commonness) -> Iterable[_Found]:
    """The narrowest place that both live in, or that they live far from each other."""
    known = min(len(one.places), len(other.places))
    shared = next((at for at in range(known) if one.places[at] != other.places[at]), known)
    mine, theirs = village_key(one), village_key(other)
    if one.village and mine == theirs:
        yield _said(Why.SAME_VILLAGE, common.home_bits(mine, VILLAGE_BITS), one.village, among_relatives=0.0)
    elif shared >= SECTOR or (known and shared == known):
        usual = PLACE_BITS[min(shared, len(PLACE_BITS)) - 1]
        yield _said(Why.SAME_PLACE, common.home_bits(one.places[shared - 1], usual), among_relatives=0.0)
    elif known and shared < DISTRICT:
        yield _said(Why.OTHER_PLACE, -2.0)


VILLAGE_BITS = 7.0
PLACE_BITS = (0.5, 2.0, 4.0, 6.0)  # of the same province, district, sector, cell


def _groups(one: Facts, other: Facts) -> Iterable[_Found]:
    """A group says little more than the village it meets in."""
    if one.groups & other.groups:
        neighbours = bool(one.places) and one.places[:SECTOR] == other.places[:SECTOR]
        yield _said(Why.SAME_GROUP, 1.5 if neighbours else 5.0, among_relatives=0.0)


def _hours(one: Facts, other: Facts) -> Iterable[_Found]:
    """Nobody is in two places at one hour; and who signed twice on one list is two people."""
    days = {a.day for a in one.present for b in other.present if _meet(a, b)}
    if days:
        yield _said(Why.BOTH_PRESENT, NOT_BOTH_PRESENT, min(days))


def _meet(one: Hours, other: Hours) -> bool:
    return one.day == other.day and one.starts < other.ends and other.starts < one.ends
