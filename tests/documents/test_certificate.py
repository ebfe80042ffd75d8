"""Certificates and badges as a reader, a telephone and a photocopier see them."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from tests import logos
from tests.documents import certificates as made
from tests.documents.builders import ENGLISH, FRENCH, HARD_NAMES, KINYARWANDA, LONG_HEAD, NAMES, Stretched
from tests.documents.looking import (
    MILLIMETRE,
    Words,
    codes_read,
    colours,
    fonts_without_file,
    golden_text,
    pages,
    sizes,
    text_of,
    thinnest_line,
)
from trainer_app.db import signing
from trainer_app.documents import badge, certificate
from trainer_app.documents.certificate import Languages
from trainer_app.domain import certificates as words
from trainer_app.domain.letterheads import Letterhead
from trainer_app.errors import TrainerError
from trainer_app.readers import certificate_file
from trainer_app.readers.certificate_child import apart

LANGUAGES: dict[str, Languages] = {
    "en": (ENGLISH,),
    "fr": (FRENCH,),
    "rw": (KINYARWANDA,),
    "fr-rw": (FRENCH, KINYARWANDA),
    "en-rw": (ENGLISH, KINYARWANDA),
    "stretched": (Stretched(), Stretched()),
}
A4 = (297.0, 210.0)
LONG_TITLES = dict.fromkeys(("en", "fr", "rw"), str(LONG_HEAD["title"]))


def inside(found: list[Words], size: tuple[float, float], margin: float) -> bool:
    return all(
        margin <= one.left <= one.right <= size[0] - margin and margin <= one.top <= one.bottom <= size[1] - margin
        for one in found
        if one.text
    )


def overlapping(found: list[Words]) -> list[tuple[str, str]]:
    """Words of which one stands on the other. Boxes hold room for accents: a third of their height may be shared."""
    seen = [one for one in found if one.text.strip()]
    return [
        (one.text, other.text)
        for place, one in enumerate(seen)
        for other in seen[place + 1 :]
        if min(one.right, other.right) - max(one.left, other.left) > 0.5
        and min(one.bottom, other.bottom) - max(one.top, other.top)
        > 0.4 * min(one.bottom - one.top, other.bottom - other.top)
    ]


@pytest.mark.parametrize("count", [1, 5, 40, 300])
@pytest.mark.parametrize("language", ["en", "fr", "rw"])
def test_each_person_has_a_page_in_the_order_of_the_register(language: str, count: int) -> None:
    pdf = certificate.as_bytes(made.batch(count), LANGUAGES[language])
    seen = text_of(pdf)
    assert len(seen) == count
    for place in {0, count // 2, count - 1}:
        assert NAMES[place % len(NAMES)] in seen[place]
        assert made.number(place) in seen[place]
    assert fonts_without_file(pdf) == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("names", [NAMES, HARD_NAMES, (made.LONG, "Li")], ids=["usual", "hard", "long"])
def test_nothing_overlaps_or_leaves_the_border(language: str, names: tuple[str, ...]) -> None:
    pdf = certificate.as_bytes(made.batch(len(names), names), LANGUAGES[language], with_score=True)
    for page in pages(pdf):
        assert inside(page, A4, 9.5)
        assert overlapping(page) == []
    assert min(sizes(pdf)) >= 7
    assert colours(pdf) == set()
    assert thinnest_line(pdf) >= 0.35 * MILLIMETRE - 0.01


@pytest.mark.parametrize("language", LANGUAGES)
def test_long_words_of_a_training_fit_too(language: str) -> None:
    own = made.batch(1, (made.LONG,), LONG_TITLES, **LONG_HEAD)
    [page] = pages(certificate.as_bytes(own, LANGUAGES[language], with_score=True))
    assert inside(page, A4, 9.5)
    assert overlapping(page) == []


HEADS = {
    "EU": logos.letterhead(logos.emblem(), logos.logo("Ministry", 200, 200), logos.logo("Own", 220, 200, donor=False)),
    "many": logos.letterhead(
        *(logos.emblem(), *(logos.logo(f"Donor {place}", 300, 200) for place in range(5))),
        title=LONG_HEAD["project"],
        organisation=LONG_HEAD["organiser"],
        funding="Financé par l’Union européenne. " * 4,
    ),
}


@pytest.mark.parametrize("own", HEADS.values(), ids=HEADS)
@pytest.mark.parametrize("language", ["en", "fr-rw", "stretched"])
def test_the_letterhead_stands_above_and_who_pays_below(own: Letterhead, language: str) -> None:
    pdf = certificate.as_bytes(made.batch(2, (made.LONG, "UWASE Ange"), letterhead=own), LANGUAGES[language], True)
    for page in pages(pdf):
        assert inside(page, A4, 9.5)
        assert overlapping(page) == []
    assert own.funding.strip()[:30] in text_of(pdf)[0]
    assert own.organisation[:20] in " ".join(text_of(pdf)[0].split())


def test_a_name_is_thirty_points_tall_and_a_long_one_smaller_but_whole() -> None:
    assert 30.0 in sizes(certificate.as_bytes(made.batch(1), (ENGLISH,)))
    long = certificate.as_bytes(made.batch(1, (made.LONG,)), (ENGLISH,))
    assert "".join(made.LONG.split()) in "".join(text_of(long)[0].split())
    assert len(made.LONG) >= 80
    assert "…" not in text_of(long)[0]


def test_the_score_is_there_only_when_it_is_asked_for() -> None:
    assert "7.5 / 10" not in text_of(certificate.as_bytes(made.batch(1), (ENGLISH,)))[0]
    assert "7.5 / 10" in text_of(certificate.as_bytes(made.batch(1), (ENGLISH,), with_score=True))[0]


def test_a_sample_says_so_across_the_page() -> None:
    sample = text_of(certificate.as_bytes(made.batch(1, is_sample=True), (ENGLISH,)))[0]
    assert "SAMPLE" in sample
    assert "SAMPLE" not in text_of(certificate.as_bytes(made.batch(1), (ENGLISH,)))[0]


def test_without_anybody_there_is_no_paper(tmp_path: Path) -> None:
    with pytest.raises(TrainerError) as refusal:
        certificate.write(made.batch(0), (ENGLISH,), tmp_path / "c.pdf")
    assert refusal.value.code == "nothing_to_print"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["UWIMANA Marie", made.LONG, "NIYONZIMA Éric"])
def test_a_telephone_reads_the_square_from_a_photocopy(name: str) -> None:
    pytest.importorskip("zxingcpp", reason="zxing-cpp, which reads codes, is not installed")
    own = made.batch(1, (name,))
    pdf = certificate.as_bytes(own, (FRENCH, KINYARWANDA))
    assert codes_read(pdf, dots_an_inch=150) == [own.lines[0].sealed.text]
    assert copied(pdf) == [own.lines[0].sealed.text]
    assert certificate.SQUARE >= 25 * MILLIMETRE


def copied(pdf: bytes) -> list[str]:
    """What is read where a copier made black fatter and lost a fortieth of the squares."""
    import random

    import zxingcpp

    document = pypdfium2.PdfDocument(pdf)
    bitmap = document[0].render(scale=200 / 72, grayscale=True)
    seen = bytearray(bytes(bitmap.buffer))
    chance = random.Random(7)
    for place in range(len(seen)):
        if seen[place] < 128 and place > 1:
            seen[place - 1] = min(seen[place - 1], 90)
    for _speck in range(len(seen) // 400):
        seen[chance.randrange(len(seen))] = chance.choice((0, 255))
    view = memoryview(bytes(seen)).cast("B", (bitmap.height, bitmap.stride))
    found = sorted(code.text for code in zxingcpp.read_barcodes(view))
    document.close()
    return found


def test_the_square_and_the_line_at_the_foot_say_the_same_and_hold(tmp_path: Path) -> None:
    own = made.batch(len(HARD_NAMES), HARD_NAMES)
    file = tmp_path / "c.pdf"
    certificate.write(own, (ENGLISH, KINYARWANDA), file)
    for page, line in zip(certificate_file.read(file), own.lines, strict=True):
        assert page.sealed == (line.sealed.text,)
        sealed = words.unsealed(page.sealed[0])
        assert signing.is_signed(made.PUBLIC, sealed.signature, sealed.statement)
        assert words.missing(line.statement, page.words) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"name": "UWIMANA Maria"},
        {"minutes": 9999},
        {"share": 99},
        {"number": made.number(77)},
        {"issued": made.date(2025, 1, 1)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_page_that_was_altered_no_longer_says_what_was_signed(tmp_path: Path, change: dict[str, object]) -> None:
    """The visible words are others, the square and the foot are those of the office."""
    own = made.batch(1)
    [line] = own.lines
    forged = replace(line, statement=replace(line.statement, **change))  # type: ignore[arg-type]
    file = tmp_path / "forged.pdf"
    certificate.write(replace(own, lines=(forged,)), (ENGLISH,), file)
    [page] = certificate_file.read(file)
    said = words.read(words.unsealed(page.sealed[0]).statement)
    assert len(words.missing(said, page.words)) == 1


def test_a_scan_without_any_text_is_read_by_its_square(tmp_path: Path) -> None:
    pytest.importorskip("zxingcpp", reason="zxing-cpp, which reads codes, is not installed")
    own = made.batch(1)
    file = tmp_path / "scan.pdf"
    file.write_bytes(scanned(certificate.as_bytes(own, (ENGLISH,))))
    [page] = certificate_file.read(file)
    assert page.words.strip() == ""
    assert page.sealed == (own.lines[0].sealed.text,)


def scanned(pdf: bytes) -> bytes:
    """The page as a picture of 200 dots an inch."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=200 / 72, grayscale=True).to_pil()
    document.close()
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(842, 595))
    canvas.drawImage(ImageReader(picture), 0, 0, 842, 595)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_a_long_statement_goes_over_lines_and_comes_back_whole() -> None:
    own = made.issued(1, "A" * 300 + " " + "B " * 100, organiser="Union " * 60)
    rows = certificate.seal_lines(own.sealed.text)
    assert len(rows) > 3
    assert not any(row != row.strip() for row in rows)
    assert apart("before\r\n" + "\r\n".join(rows) + "\r\nafter") == ("before\nafter", [own.sealed.text])


def test_what_a_font_cannot_write_is_not_taken_for_what_was_signed() -> None:
    assert apart("TA1|\ufffd|x:" + "0" * 103) == ("", [])
    assert apart("TA1|never ends\nother words") == ("TA1|never ends\nother words", [])


@pytest.mark.parametrize("language", ["en", "fr-rw"])
def test_words_and_places_are_as_they_were(language: str, golden: Callable[[str, str], None]) -> None:
    own = made.batch(2, ("UWIMANA Marie", made.LONG))
    golden(f"certificate-{language}.txt", golden_text(certificate.as_bytes(own, LANGUAGES[language], True)))


def test_other_readers_find_the_words_too(tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    file = tmp_path / "c.pdf"
    certificate.write(made.batch(2), (ENGLISH,), file)
    found = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True, text=True, encoding="utf-8")
    assert all(name in found.stdout for name in NAMES[:2])


def test_a_sound_file_is_made(tmp_path: Path) -> None:
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed")
    for name, pdf in (
        ("c", certificate.as_bytes(made.batch(3), (ENGLISH, KINYARWANDA))),
        ("b", badge.as_bytes(made.head(), made.badges(9), ENGLISH)),
    ):
        file = tmp_path / f"{name}.pdf"
        file.write_bytes(pdf)
        assert subprocess.run(["qpdf", "--check", str(file)], capture_output=True).returncode == 0


# ---- badges ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "sheets"), [(1, 1), (5, 1), (8, 1), (9, 2), (40, 5), (300, 38)])
@pytest.mark.parametrize("language", ["en", "fr", "rw"])
def test_eight_badges_are_on_a_page(count: int, sheets: int, language: str) -> None:
    pdf = badge.as_bytes(made.head(), made.badges(count), LANGUAGES[language][0])
    assert len(text_of(pdf)) == sheets
    assert fonts_without_file(pdf) == set()


@pytest.mark.parametrize("names", [NAMES, HARD_NAMES, (made.LONG, "Li")], ids=["usual", "hard", "long"])
@pytest.mark.parametrize("group", ["COOP Twisungane", str(LONG_HEAD["group"])], ids=["short", "long"])
def test_every_name_fits_its_badge(names: tuple[str, ...], group: str) -> None:
    own = made.head(title=LONG_HEAD["title"])
    pdf = badge.as_bytes(own, made.badges(len(names), names, group), ENGLISH)
    for page in pages(pdf):
        assert overlapping(page) == []
        for one in page:
            column = int((one.left - 15) // 90)
            assert 15 + 90 * column <= one.left <= one.right <= 15 + 90 * (column + 1)
    assert min(sizes(pdf)) >= 7
    assert colours(pdf) == set()


def test_a_short_given_name_is_28_points_and_the_surname_16() -> None:
    own = badge.as_bytes(made.head(), made.badges(1), ENGLISH)
    assert {28.0, 16.0} <= sizes(own)
    assert "0788" not in text_of(own)[0]
    assert "COOP Twisungane" in text_of(own)[0]


def test_marks_show_where_to_cut_and_no_line_runs_through_a_badge() -> None:
    assert (badge.WIDTH, badge.HEIGHT) == (90 * MILLIMETRE, 65 * MILLIMETRE)
    document = pypdfium2.PdfDocument(badge.as_bytes(made.head(), made.badges(8), ENGLISH))
    bitmap = document[0].render(scale=2, grayscale=True)
    rows = [bytes(bitmap.buffer)[start : start + bitmap.width] for start in range(0, len(bitmap.buffer), bitmap.stride)]
    document.close()
    edge = round(15 * MILLIMETRE * 2)
    top = round((297 - 260) / 2 * MILLIMETRE * 2)
    beside = slice(edge - 3, edge + 4)
    assert min(min(row[beside]) for row in rows[top - 16 : top - 4]) < 128
    assert min(min(row[beside]) for row in rows[top + 6 : top + 100]) > 200
