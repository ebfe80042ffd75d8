"""Invented Rwandan people of whom some are written down twice, with the truth: what finds them can be measured.

An entry is written a second time by somebody in another office, from another paper: names in another order, spelt by
ear, with initials, without accents, with a slip of the hand, without the second given name; the telephone changed,
the card made anew, the village in other words, the year wrong. Several of these at once are usual. Beside them stand
people who look like each other and are not: families with one telephone, twins, a father and a son of one name, and
names that very many have.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from uuid import UUID

from trainer_app.domain.ids import derived_id
from trainer_app.domain.likeness import Facts
from trainer_app.domain.people import Sex

FAMILY_WORDS = """
UWIMANA MUKAMANA HABIMANA NIYONZIMA NDAYISABA UWASE MUTONI KAYITESI NSENGIYUMVA NIYONSENGA HAKIZIMANA BIZIMANA
NSHIMIYIMANA MUKANDAYISENGA TUYISHIME IRADUKUNDA ISHIMWE UMUTONI UWAMAHORO UWINGABIRE MUREKATETE MUKESHIMANA
NTAKIRUTIMANA SIBOMANA TWAGIRAYEZU NKURUNZIZA MUGABO KARANGWA GASANA KAMANZI NZEYIMANA NIYIGENA MUKARUGWIZA
MUKASINE NYIRANEZA NYIRAMANA HARERIMANA NDAGIJIMANA HITIMANA MUNYANEZA BAGIRUBWIRA MUHAWENIMANA TUYISENGE
UWERA UWITONZE DUSABIMANA DUSENGIMANA NSABIMANA NTIRENGANYA RUKUNDO KWIZERA MUGISHA MANZI SHEMA NIZEYIMANA
MUNYAKAZI RUTAGANIRA GAHIGI KALISA RWABUKUMBA MUSABYIMANA NYIRABAGENZI MUKANTWARI MUKAMUSONI BYIRINGIRO IRAKOZE
INGABIRE NIRERE NIWEMUGENI YANKURIJE MUJAWAMARIYA UMUHOZA UMURERWA UWAMARIYA MUKAGATARE MUKARUKUNDO NYIRANSABIMANA
GATETE SEMANA SEBAGABO RWAGASORE KABERA KAREMERA MUSONI NGOGA NGABO NTWALI BUGINGO BAHATI CYUZUZO MASENGESHO
TETA GANZA HIRWA KEZA ISIMBI IGIHOZO MUHIRE NSANZIMANA NSENGIMANA NTAWUKURIRYAYO MBONYUMUKIZA BARAYAGWIZA
MPORANYI NGENDAHAYO SINDAYIGAYA RUZINDANA GAKWAYA RUDASINGWA KAGORORA MUKANYANDWI MUKAKALISA NYIRAMINANI
"""
WOMEN_WORDS = """
Marie Béatrice Aline Immaculée Claudine Jeannette Espérance Vestine Angélique Josephine Chantal Françoise Alphonsine
Solange Diane Alice Denise Clémentine Yvonne Odette Consolée Donatha Esther Ruth Sandrine Pascaline Thérèse Florence
Christine Liliane Valentine Agnès Spéciose Berthe Léa Olive Delphine Gloriose Annonciata Dative Emmanuelle Jacqueline
Assumpta Philomène Grâce Nadine Pélagie Régine Séraphine Ernestine
"""
MEN_WORDS = """
Jean Claude Eric Théogène Emmanuel Innocent Patrick Vincent Faustin Damascène Bosco Pierre Paul Joseph Célestin
Alexis Aimable Olivier Félicien Gaspard Jérôme Sylvestre Thomas Védaste Wellars Fidèle Anastase Callixte Denis
Dieudonné Évariste Gratien Isaac Samuel Daniel David Alphonse Athanase Augustin Boniface Canisius Cyprien Étienne
Fulgence Gérard Hyacinthe Laurent Modeste Narcisse Onesphore
"""
FAMILY, WOMEN, MEN = FAMILY_WORDS.split(), WOMEN_WORDS.split(), MEN_WORDS.split()
SECOND = {Sex.FEMALE: ("Marie", "Claire", "Rose", "Grâce", "Chantal"), Sex.MALE: ("Bosco", "Pierre", "Claude", "Paul")}
VILLAGE_STARTS = ("Ka", "Ru", "Nya", "Gi", "Mu", "Bu", "Ki", "Ga")
VILLAGE_ENDS = ("gari", "bira", "gezi", "hondo", "vumu", "rambo", "tare", "kindo", "sozi", "banda", "menyi", "gati")
VERY_COMMON = (("UWIMANA", "Marie"), ("MUKAMANA", "Béatrice"), ("HABIMANA", "Jean"), ("NIYONZIMA", "Eric"))
DISTRICTS, SECTORS, CELLS, VILLAGES = 3, 12, 4, 5


@dataclass(frozen=True)
class Home:
    places: tuple[UUID, ...]
    village: str


@dataclass
class Truth:
    """Entries by number, and the pairs of numbers that are one person."""

    entries: list[Facts] = field(default_factory=list)
    pairs: set[tuple[int, int]] = field(default_factory=set)


def invented(people: int, seed: int, duplicated: float = 0.1) -> Truth:
    return _Office(random.Random(seed)).people(people, duplicated)


class _Office:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.homes = [self._home(d, s, c, v) for d in range(DISTRICTS) for s in range(SECTORS)
                      for c in range(CELLS) for v in range(VILLAGES)]  # fmt: skip
        self.groups = {home: derived_id("group", number) for number, home in enumerate(self.homes)}

    def people(self, count: int, duplicated: float) -> Truth:
        truth = Truth()
        makers = (self.family, self.twins, self.father_and_son, self.namesakes)
        while len(truth.entries) < count:
            alone = self.chance.random() < 0.9
            truth.entries += [self.person(self.a_home())] if alone else self.chance.choice(makers)()
        del truth.entries[count:]
        for number in sorted(self.chance.sample(range(count), round(count * duplicated))):
            truth.pairs.add((number, len(truth.entries)))
            truth.entries.append(self.written_again(truth.entries[number]))
        return truth

    # ---- people --------------------------------------------------------------------------------------------------

    def person(self, home: Home, family: str = "", given: str = "", sex: Sex | None = None, year: int = 0) -> Facts:
        sex = sex or self.chance.choice((Sex.FEMALE, Sex.MALE))
        year = year or round(self.chance.triangular(1950, 2008, 1990))
        given = given or self.a_given_name(sex)
        day = date(year, 1, 1) + timedelta(days=self.chance.randrange(365)) if self.happens(0.2) else None
        return Facts(
            f"{family or self.often(FAMILY)} {given}",
            sex,
            birth_year=None if day or self.happens(0.15) else year,
            birth_date=day,
            phone=self.a_phone() if self.happens(0.85) else "",
            cards=frozenset({self.a_card(sex, year)} if self.happens(0.6) else ()),
            places=home.places if self.happens(0.9) else home.places[:3],
            village=home.village if self.happens(0.85) else "",
            groups=frozenset({self.groups[home]} if self.happens(0.75) else ()),
        )

    def family(self) -> list[Facts]:
        """Brothers and sisters: one telephone in the house, a family name in every second one."""
        home, phone, name = self.a_home(), self.a_phone(), self.often(FAMILY) if self.happens(0.5) else ""
        first = self.chance.randint(1965, 2000)
        members = [self.person(home, name, year=first + 2 * at) for at in range(self.chance.randint(2, 4))]
        return [replace(one, phone=phone) for one in _of_other_names(members)]

    def twins(self) -> list[Facts]:
        home, phone, name = self.a_home(), self.a_phone(), self.often(FAMILY)
        sex = self.chance.choice((Sex.FEMALE, Sex.MALE))
        one = self.person(home, name, sex=sex)
        other = self.person(home, name, sex=sex if self.happens(0.6) else None)
        born = {"birth_year": one.birth_year, "birth_date": one.birth_date}
        pair = (one, replace(other, cards=frozenset(), **born))
        return [replace(twin, phone=phone) for twin in _of_other_names(pair)]

    def father_and_son(self) -> list[Facts]:
        home, phone, family = self.a_home(), self.a_phone(), self.often(FAMILY)
        given, year = self.a_given_name(Sex.MALE), self.chance.randint(1950, 1975)
        son = given if self.happens(0.4) else self.a_given_name(Sex.MALE)
        father = self.person(home, family, given, Sex.MALE, year)
        heir = self.person(home, family, son, Sex.MALE, year + self.chance.randint(20, 35))
        return [replace(father, phone=phone), replace(heir, phone=phone)]

    def namesakes(self) -> list[Facts]:
        """Several of one name, two of them in one village."""
        family, given = self.chance.choice(VERY_COMMON)
        sex = Sex.FEMALE if given in WOMEN else Sex.MALE
        home = self.a_home()
        return [self.person(home if at < 2 else self.a_home(), family, given, sex) for at in range(4)]

    # ---- the second entry ----------------------------------------------------------------------------------------

    def written_again(self, first: Facts) -> Facts:
        year = first.birth_date.year if first.birth_date else first.birth_year
        again = replace(first, name=self.misspelt(first.name), phone=self.later_phone(first.phone))
        again = replace(again, cards=frozenset(self.later_card(card, first, year) for card in first.cards) - {""})
        again = replace(again, **self.later_birth(first, year), **self.later_home(first))
        sex = Sex.UNKNOWN if self.happens(0.08) else first.sex
        if self.happens(0.01):
            sex = Sex.MALE if first.sex is Sex.FEMALE else Sex.FEMALE
        stays = first.groups if self.happens(0.5) else frozenset({self.groups[self.a_home()]})
        return replace(again, sex=sex, groups=stays if self.happens(0.7) else frozenset())

    def misspelt(self, name: str) -> str:
        family, *given = name.split()
        if len(given) > 1 and self.happens(0.5):
            given.pop()
        if self.happens(0.12):
            at = self.chance.randrange(len(given))
            given[at] = given[at][0] + "."
            if len(given) == 2 and self.happens(0.5):
                given = [f"{given[0][0]}.{given[1][0]}."]
        parts = [family, *given]
        if self.happens(0.5):
            parts = [_plain(word) for word in parts]
        for change, often in ((_by_ear_l, 0.15), (_by_ear_y, 0.15), (self.doubled, 0.12), (self.slip, 0.2)):
            if self.happens(often):
                at = self.chance.randrange(len(parts))
                parts[at] = change(parts[at]) if len(parts[at]) > 4 else parts[at]
        if self.happens(0.4):
            parts = [*parts[1:], parts[0]]
        return " ".join(self.chance.choice((str, str.upper, str.title))(part) for part in parts)

    def doubled(self, word: str) -> str:
        vowels = [at for at, letter in enumerate(word) if letter.lower() in "aeiou"]
        at = self.chance.choice(vowels) if vowels else 0
        return word[:at] + word[at] + word[at:]

    def slip(self, word: str) -> str:
        if len(word) < 4:
            return word
        at = self.chance.randrange(1, len(word) - 1)
        letter = self.chance.choice("abeghikmnorstuz")
        return self.chance.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            )
        )

    def later_phone(self, phone: str) -> str:
        if not phone:
            return self.a_phone() if self.happens(0.4) else ""
        luck = self.chance.random()
        if luck < 0.2:
            return self.a_phone()
        if luck < 0.32:
            return ""
        return self.wrong_digit(phone, 6) if luck < 0.36 else phone

    def later_card(self, card: str, first: Facts, year: int | None) -> str:
        luck = self.chance.random()
        if luck < 0.15:  # made anew: the year and the sex in it stay
            return card[:6] + "".join(self.chance.choice("0123456789") for _digit in card[6:])
        if luck < 0.45:
            return ""
        return self.wrong_digit(card, 7) if luck < 0.48 else card

    def later_birth(self, first: Facts, year: int | None) -> dict[str, object]:
        luck = self.chance.random()
        if year is None:
            told = next((int(card[1:5]) for card in first.cards), None)
            return {"birth_year": told if luck < 0.5 else None, "birth_date": None}
        if luck < 0.12:
            return {"birth_year": None, "birth_date": None}
        if luck < 0.2:
            return {"birth_year": year + self.chance.choice((-1, 1)), "birth_date": None}
        if luck < 0.23:
            return {"birth_year": year + self.chance.choice((-10, 10, 3)), "birth_date": None}
        if first.birth_date and luck < 0.7:
            return {"birth_year": None, "birth_date": first.birth_date}
        return {"birth_year": year, "birth_date": None}

    def later_home(self, first: Facts) -> dict[str, object]:
        luck = self.chance.random()
        if luck < 0.06:  # moved away
            home = self.a_home()
            return {"places": home.places, "village": home.village}
        village = _by_ear_l(first.village) if self.happens(0.1) else first.village
        if luck < 0.25:
            return {"places": first.places[:3], "village": village}
        return {"places": first.places, "village": "" if luck < 0.45 else village}

    # ---- chance --------------------------------------------------------------------------------------------------

    def happens(self, share: float) -> bool:
        return self.chance.random() < share

    def often(self, names: list[str]) -> str:
        """The first of a list are much more common than the last, as names are."""
        return names[int(len(names) * self.chance.random() ** 1.6)]

    def a_given_name(self, sex: Sex) -> str:
        first = self.often(WOMEN if sex is Sex.FEMALE else MEN)
        second = self.chance.choice(SECOND[sex])
        return f"{first} {second}" if self.happens(0.3) and second != first else first

    def a_phone(self) -> str:
        return "+2507" + self.chance.choice("2389") + f"{self.chance.randrange(10**7):07}"

    def a_card(self, sex: Sex, year: int) -> str:
        return f"1{year}{'8' if sex is Sex.MALE else '7'}{self.chance.randrange(10**10):010}"

    def wrong_digit(self, digits: str, first: int) -> str:
        at = self.chance.randrange(first, len(digits))
        return digits[:at] + str((int(digits[at]) + self.chance.randint(1, 9)) % 10) + digits[at + 1 :]

    def a_home(self) -> Home:
        return self.chance.choice(self.homes)

    def _home(self, *path: int) -> Home:
        places = tuple(derived_id("place", *path[:depth]) for depth in (1, 2, 3))
        name = self.chance.choice(VILLAGE_STARTS) + self.chance.choice(VILLAGE_ENDS)
        return Home((derived_id("place", "province"), *places), name)


def _of_other_names(relatives: Iterable[Facts]) -> list[Facts]:
    """Parents give each child names that no other of theirs has."""
    found: list[Facts] = []
    for one in relatives:
        if set(one.name.split()[1:]).isdisjoint(word for other in found for word in other.name.split()):
            found.append(one)
    return found


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()


def _by_ear_l(word: str) -> str:
    changed = str.maketrans("lrLR", "rlRL")
    return word[:1] + word[1:].translate(changed)


def _by_ear_y(word: str) -> str:
    return word.replace("Y", "I") if "Y" in word else word.replace("i", "y", 1)
