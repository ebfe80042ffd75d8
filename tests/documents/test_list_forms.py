"""Lists as donors ask for them: any columns in any order, upright and lying, in two languages, with nothing cut."""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests import logos
from tests.documents.builders import ENGLISH, NAMES, PRINTED, Stretched, people, register
from tests.documents.looking import Words, colours, fonts_without_file, pages, sizes, text_of
from trainer_app.documents import attendance_list, attendance_paper, people_list, sign_in_sheet
from trainer_app.documents.attendance_rows import Variant, columns, rows, sheet, totals_rows
from trainer_app.documents.two_labels import both
from trainer_app.domain.attendance import LETTERS, Register
from trainer_app.domain.list_forms import ATTENDANCE, PEOPLE, PROPOSED, Details, ListColumn, ListForm, available
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog

C = ListColumn
FRENCH, KINYARWANDA = Catalog("fr"), Catalog("rw")
LONG = "NIYONSENGA UWAMARIYA MUKANDAYISENGA Marie Chantal Immaculée Joséphine Béata Alph"  # 80 letters
HEAD = logos.letterhead(logos.emblem(), logos.logo("Ministry", 200, 200), logos.logo("Own", 220, 200, donor=False))
UPRIGHT = ListForm(columns=(C.NUMBER, C.NAME, C.SEX, C.AGE, C.PHONE, C.MARKS, C.SHARE), is_upright=True)
WIDE = ListForm(columns=(C.NAME, C.SEX, C.NUMBER, C.PHONE, C.ID, C.MARKS, C.TOTAL, C.SHARE, C.NOTE), ids=True)
PLACES = ListForm(columns=(C.NUMBER, C.FAMILY, C.GIVEN, C.DISTRICT, C.SECTOR, C.CELL, C.ROLE, C.MARKS), empty=4)
FORMS = {"usual": ListForm(), "upright": UPRIGHT, "wide": WIDE, "places": PLACES}
LANGUAGES: dict[str, tuple[Catalog, Catalog | None]] = {
    "en": (ENGLISH, None),
    "fr": (FRENCH, None),
    "rw": (KINYARWANDA, None),
    "fr+rw": (FRENCH, KINYARWANDA),
    "en+rw": (ENGLISH, KINYARWANDA),
    "stretched": (Stretched(), None),
}
every_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
every_language = pytest.mark.parametrize("spoken", LANGUAGES.values(), ids=LANGUAGES)
DETAILS = Details("UWIMANA", "Marie Claire", 1990, "Tailor", "vice_president", "Rulindo", "Bushoki", "Giko")


def a_register(count: int = 40, days: int = 5, **of_head: object) -> Register:
    own = register(count, days, names=(LONG, *NAMES), letterhead=HEAD, **of_head)
    return replace(own, details={line.person_id: DETAILS for line in own.lines})


def drawn(own: Register, form: ListForm, spoken: tuple[Catalog, Catalog | None], variant: str = "recorded") -> bytes:
    t, also = spoken
    return attendance_list.as_bytes(own, t, variant, printed=PRINTED, form=form, also=also)


def assert_sound(pdf: bytes, size: tuple[float, float]) -> None:
    """Everything on the page, nothing upon another, all fonts inside, letters large enough."""
    assert fonts_without_file(pdf) == set()
    assert min(sizes(pdf)) >= 7
    assert colours(pdf) == set()
    for page in pages(pdf):
        words = sorted((word for word in page if word.text), key=lambda word: word.left)
        for place, one in enumerate(words):
            assert 11 < one.left < one.right < size[0] - 11, one
            assert 9 < one.top < one.bottom < size[1] - 9, one
            assert_alone(one, words[place + 1 :])


def assert_alone(one: Words, others: Sequence[Words]) -> None:
    for other in others:
        if other.left > one.right - 0.1:
            return
        assert min(one.bottom, other.bottom) - max(one.top, other.top) < 0.4, (one, other)


@every_form
@every_language
@pytest.mark.parametrize("count", [1, 5, 40])
def test_every_form_is_sound_in_every_language(
    form: ListForm, spoken: tuple[Catalog, Catalog | None], count: int
) -> None:
    size = (210, 297) if form.is_upright else (297, 210)
    for variant in Variant:
        pdf = drawn(a_register(count), form, spoken, variant)
        assert_sound(pdf, size)


@pytest.mark.parametrize("spoken", [LANGUAGES["fr+rw"]])
@every_form
def test_three_hundred_people_are_all_on_it(form: ListForm, spoken: tuple[Catalog, Catalog | None]) -> None:
    pdf = drawn(a_register(300), form, spoken)
    assert_sound(pdf, (210, 297) if form.is_upright else (297, 210))
    joined = " ".join(" ".join(text_of(pdf)).split())
    assert joined.count("UWIMANA" if form is PLACES else "HABIMANA Jean Bosco") == (300 if form is PLACES else 50)


@every_language
def test_forty_people_with_letterhead_and_two_languages_take_three_pages(
    spoken: tuple[Catalog, Catalog | None],
) -> None:
    for variant in Variant:
        assert len(pages(drawn(a_register(40), ListForm(), spoken, variant))) == 3


@every_form
def test_a_name_of_eighty_letters_is_never_cut(form: ListForm) -> None:
    if form is PLACES:
        return
    for variant in Variant:
        text = " ".join(" ".join(text_of(drawn(a_register(6), form, LANGUAGES["fr+rw"], variant))).split())
        assert LONG in text
        assert "…" not in text


def test_rows_are_never_lower_than_nine_millimetres() -> None:
    for form in FORMS.values():
        own = a_register(20)
        part = attendance_paper._Part(own, own, ENGLISH, Variant.RECORDED, (), form, None)
        assert part.row >= 9 * 72 / 25.4 - 0.01


def test_columns_stand_in_the_order_asked_for_and_say_what_they_should() -> None:
    own = a_register(2)
    (first, _second) = rows(own, ENGLISH, form=WIDE)
    marks = [LETTERS[cell.status] if cell.status else "" for cell in own.lines[0].cells]
    assert list(first) == [LONG, "M", 1, "••• 001", "", *marks, 2, pytest.approx(2 / 3), ""]
    (first, _second) = rows(own, ENGLISH, form=PLACES)
    assert first[:7] == (1, "UWIMANA", "Marie Claire", "Rulindo", "Bushoki", "Giko", "Vice-president")


def test_a_card_is_masked_unless_its_number_is_asked_for() -> None:
    own = a_register(1)
    known = replace(own, lines=(replace(own.lines[0], national_id="1199080012345678"),))
    form = ListForm(columns=(C.NAME, C.ID))
    assert list(rows(known, ENGLISH, form=form)) == [(LONG, "••• 678")]
    assert list(rows(known, ENGLISH, form=replace(form, ids=True))) == [(LONG, "1199080012345678")]
    assert list(rows(known, ENGLISH, unmask={"id"}, form=form)) == [(LONG, "1199080012345678")]


def test_what_was_attended_is_counted_over_all_days_where_the_list_is_in_parts() -> None:
    own = a_register(1, days=12)
    form = ListForm(columns=(C.NAME, C.MARKS, C.TOTAL))
    texts = text_of(drawn(own, form, LANGUAGES["en"]))
    came = next(iter(rows(own, ENGLISH, form=form)))[-1]
    assert len(texts) >= 2
    for text in texts[:2]:
        assert f"\r\n{came}\r\n" in text or f" {came}" in text


@pytest.mark.parametrize("is_upright", [False, True])
@pytest.mark.parametrize("days", [0, 1, 5, 12])
def test_columns_that_fit_fill_the_paper(is_upright: bool, days: int) -> None:
    room = 186 if is_upright else 273
    for wanted in permutations((C.NUMBER, C.NAME, C.MARKS, C.PHONE), 3):
        form = ListForm(columns=wanted, is_upright=is_upright)
        pdf = drawn(a_register(2, days), form, LANGUAGES["en"])
        assert pages(pdf)
        if days <= 5 and C.NAME in wanted:
            own = columns(a_register(2, days), ENGLISH, form=form)
            assert sum(column.width for column in own) == pytest.approx(room)


def test_columns_that_do_not_fit_are_refused_with_what_would_help() -> None:
    everything = ListForm(columns=available(ATTENDANCE))
    with pytest.raises(TrainerError, match="Leave out a column such as “Identity card”"):
        drawn(a_register(2), everything, LANGUAGES["en"])
    some = ListForm(columns=(*PROPOSED[ATTENDANCE], C.ID, C.NOTE, C.OCCUPATION), is_upright=True)
    with pytest.raises(TrainerError, match="Choose landscape, or leave out"):
        drawn(a_register(2), some, LANGUAGES["en"])
    assert drawn(a_register(2), replace(some, is_upright=False), LANGUAGES["en"])


def test_a_spreadsheet_has_room_for_all_columns(tmp_path: Path) -> None:
    everything = ListForm(columns=available(ATTENDANCE))
    for suffix in (".xlsx", ".ods", ".csv"):
        attendance_list.write(a_register(2), ENGLISH, tmp_path / f"list{suffix}", form=everything)


def test_paper_workbooks_and_text_have_the_same_columns(tmp_path: Path) -> None:
    own = a_register(3)
    expected = [column.title for column in columns(own, FRENCH, form=WIDE, also=KINYARWANDA)]
    for suffix in (".xlsx", ".ods"):
        attendance_list.write(own, FRENCH, tmp_path / f"list{suffix}", form=WIDE, also=KINYARWANDA)
        book = CalamineWorkbook.from_path(str(tmp_path / f"list{suffix}"))
        first, *people_rows = book.get_sheet_by_index(0).to_python()
        assert first == expected
        assert len(people_rows) == 3
        about = [row[1] for row in book.get_sheet_by_index(1).to_python()]
        assert {HEAD.organisation, HEAD.funding} <= set(about)
    attendance_list.write(own, FRENCH, tmp_path / "list.csv", form=WIDE, also=KINYARWANDA)
    lines = list(csv.reader((tmp_path / "list.csv").read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert lines[0] == expected


def test_a_label_is_said_twice_and_its_day_once() -> None:
    assert both("Nom", "Izina") == "Nom / Izina"
    assert both("No", "No") == "No"
    assert both("Jour 1 09/03", "Umunsi wa 1 09/03") == "Jour / Umunsi wa 1 09/03"
    assert both("18 to 35", "18 kugeza 35") == "18 to 35 / 18 kugeza 35"


def test_data_stand_once_under_labels_in_two_languages() -> None:
    own = a_register(1)
    assert [row[1:] for row in totals_rows(own, FRENCH, also=KINYARWANDA)] == [
        row[1:] for row in totals_rows(own, FRENCH)
    ]
    text = " ".join(" ".join(text_of(drawn(own, ListForm(), LANGUAGES["fr+rw"]))).split())
    assert text.count(LONG) == 1
    for words in ("Nom / Izina", "Liste de présence / Urutonde", "Cachet / Kashe"):
        assert words in text


def test_empty_rows_are_for_who_comes_unannounced() -> None:
    def empty(form: ListForm, variant: Variant, count: int) -> int:
        own = a_register(count)
        part = attendance_paper._Part(own, own, ENGLISH, variant, (), form, None)
        return sum(not any(row) for row in part.words)

    assert empty(ListForm(), Variant.RECORDED, 10) == 0
    assert empty(ListForm(), Variant.BLANK, 16) == 5
    assert empty(ListForm(empty=0), Variant.BLANK, 2) == 0
    assert empty(ListForm(empty=12), Variant.RECORDED, 2) == 12
    for count in range(1, 45):
        usual, none = (drawn(a_register(count), ListForm(empty=rows), LANGUAGES["en"], "blank") for rows in (None, 0))
        assert len(pages(usual)) == len(pages(none))


@pytest.mark.parametrize("form", [UPRIGHT, WIDE])
def test_the_sample_is_marked_whatever_the_form(form: ListForm) -> None:
    assert all("SAMPLE" in text for text in text_of(drawn(a_register(3, is_sample=True), form, LANGUAGES["en"])))


@every_language
@pytest.mark.parametrize("count", [1, 40])
def test_the_sign_in_sheet_speaks_two_languages(spoken: tuple[Catalog, Catalog | None], count: int) -> None:
    t, also = spoken
    pdf = sign_in_sheet.as_bytes(a_register(count), 1, t, printed=PRINTED, also=also)
    assert_sound(pdf, (210, 297))


OF_PEOPLE = {
    "usual": ListForm(PEOPLE),
    "upright": ListForm(PEOPLE, columns=(C.NAME, C.SEX, C.BIRTH, C.SECTOR, C.CELL), is_upright=True, empty=3),
    "order": ListForm(PEOPLE, columns=(C.PHONE, C.GIVEN, C.FAMILY, C.ROLE, C.OCCUPATION, C.DISTRICT, C.CODE)),
}


@pytest.mark.parametrize("form", OF_PEOPLE.values(), ids=OF_PEOPLE)
@every_language
def test_the_list_of_people_is_sound_in_every_form(form: ListForm, spoken: tuple[Catalog, Catalog | None]) -> None:
    t, also = spoken
    lines = people(40, names=(LONG, *NAMES))
    details = {line.id: DETAILS for line in lines}
    pdf = people_list.as_bytes(lines, t, printed=PRINTED, letterhead=HEAD, form=form, also=also, details=details)
    assert_sound(pdf, (210, 297) if form.is_upright else (297, 210))


def test_the_list_of_people_shows_what_was_asked_for() -> None:
    lines = people(1)
    found = people_list.sheet(lines, ENGLISH, form=OF_PEOPLE["order"], details={lines[0].id: DETAILS})
    assert found.heading == ("Phone", "Given name", "Family name", "Role", "Occupation", "District", "Code")
    (row,) = found.rows
    assert row == ("••• 000", "Marie Claire", "UWIMANA", "Vice-president", "Tailor", "Rulindo", lines[0].code)


def test_columns_of_people_that_do_not_fit_are_refused() -> None:
    form = ListForm(PEOPLE, columns=available(PEOPLE), is_upright=True)
    with pytest.raises(TrainerError, match=r"Leave out|leave out"):
        people_list.as_bytes(people(1), ENGLISH, form=form)


def test_the_sheet_says_its_heading_in_two_languages() -> None:
    assert sheet(a_register(1), FRENCH, also=KINYARWANDA).heading[1] == "Nom / Izina"


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
@every_form
def test_another_program_finds_no_fault(form: ListForm, tmp_path: Path) -> None:
    file = tmp_path / "list.pdf"
    attendance_list.write(a_register(40), FRENCH, file, form=form, also=KINYARWANDA)
    subprocess.run(["qpdf", "--check", str(file)], check=True, capture_output=True)
