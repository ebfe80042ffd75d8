"""Lists as offices send them: invented people, and every kind of disorder, counted as it is made."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tests.builders import a_name

Cell = str | int | float | date | None
HEADER = ("No", "Amazina", "Igitsina", "Itariki y'amavuko", "Telefone", "Akarere", "Umurenge", "Umwanya")
SEXES = ("F", "M", "Gore", "Gabo", "femme", "Homme", "f", "m", "Féminin", "")
ODD_SEXES = ("ni?", "8")
PLACES = (("Gasabo", "Remera"), ("GASABO", "remera"), ("Rulindo", "Base"), ("Kigari", "Remerra"), ("", ""))
ROLES = ("umunyamuryango", "Président", "membre", "chef de rang", "", "umubitsi")
MARKS = {
    "P": ("P", "p", "1", 1, 1.0, "x", "✓", "oui", "yego", "present", "Yaje"),
    "A": ("A", "a", "0", 0, "non", "oya", "absent", "Ntiyaje"),
    "L": ("L", "R", "retard", "late", "3"),
    "E": ("E", "J", "excusé", "uruhushya"),
}
ODD_MARKS = ("v", "??", "P/A")


@dataclass(frozen=True)
class Messy:
    """The sheet, and how many of its rows are entries."""

    rows: tuple[tuple[Cell, ...], ...]
    entries: int


def people(count: int, seed: int = 1, known: Sequence[str] = ()) -> Messy:
    """`count` entries between titles above, repeated headers, totals, blank rows and signatures below."""
    chance = random.Random(seed)
    rows: list[tuple[Cell, ...]] = [("KOPERATIVE TWISUNGANE", *[None] * 7), ("Liste des membres", None, None, None), ()]
    rows.append(HEADER)
    for number in range(count):
        if number and number % 400 == 0:
            rows += [(), HEADER, ()]  # the next page
        if number and number % 1000 == 0:
            rows.append((None, "Total", number))
        rows.append(_person(chance, number, known))
    rows += [(), (None, f"TOTAL : {count}"), (None, "Bikorewe i Kigali, ku wa 12/03/2026"), (None, "Umukono")]
    return Messy(tuple(rows), count)


def register(people: Sequence[tuple[str, str]], days: Sequence[date], seed: int = 1) -> Messy:
    """A register in two rows of titles, its marks in all codes at once and some that are none."""
    chance = random.Random(seed)
    above: list[Cell] = ["No", "Noms"]
    below: list[Cell] = [None, None]
    for day in days:
        above += [f"{day:%d/%m/%Y}"]
        below += ["AM"]
    rows: list[tuple[Cell, ...]] = [("Liste de présence", None), tuple(above), tuple(below)]
    for number, name in people:
        rows.append((number, chance.choice((name, name.upper(), name.lower())), *(_mark(chance) for _day in days)))
    return Messy((*rows, (None, "Total", len(people)), (None, "Signature")), len(people))


def _person(chance: random.Random, number: int, known: Sequence[str]) -> tuple[Cell, ...]:
    name = f"{a_name(number % 64)} {_letters(number // 64)}"
    if known and chance.random() < 0.02:
        name = chance.choice(known)  # somebody who is here already
    elif number and chance.random() < 0.02:
        name = f"{a_name((number - 1) % 64)} {_letters((number - 1) // 64)}"  # the same person twice
    elif chance.random() < 0.005:
        name = ""
    sex = chance.choice(ODD_SEXES) if chance.random() < 0.01 else chance.choice(SEXES)
    district, sector = chance.choice(PLACES)
    written: Cell = f"  {name} " if chance.random() < 0.1 else name or None
    return (
        number + 1,
        written,
        sex or None,
        _birth(chance),
        _phone(chance, number),
        district,
        sector,
        chance.choice(ROLES),
    )


def _birth(chance: random.Random) -> Cell:
    day = date(1960, 1, 1) + timedelta(days=chance.randrange(16_000))
    return chance.choice(
        (
            day,
            f"{day:%d/%m/%Y}",
            f"{day:%d-%m-%y}",
            f"{day:%Y-%m-%d}",
            day.year,
            2026 - day.year,
            f"{day.year}",
            f"{day.day} Werurwe {day.year}",
            None,
            "?" if chance.random() < 0.5 else "avant la guerre",
        )
    )


def _phone(chance: random.Random, number: int) -> Cell:
    digits = f"78{number:07}"
    return chance.choice(
        (
            f"0{digits}",
            int(digits),  # the spreadsheet has lost the first 0
            float(digits),
            f"+250 {digits}",
            f"250{digits}",
            f"0{digits[:3]} {digits[3:6]} {digits[6:]}",
            f"0{digits}/0733{number % 1_000_000:06}",
            f"0{digits[:-2]}" if chance.random() < 0.1 else f"0{digits}",
            None,
        )
    )


def _mark(chance: random.Random) -> Cell:
    if chance.random() < 0.01:
        return chance.choice(ODD_MARKS)
    return chance.choice(MARKS[chance.choice("PPPPPPALE")])


def _letters(number: int) -> str:
    """A third name in letters: names with figures are no names."""
    text = ""
    while True:
        number, last = divmod(number, 20)
        text = "bcdfghjklmnprstvwyza"[last] + "aeiou"[last % 5] + text
        if not number:
            return text.capitalize()
