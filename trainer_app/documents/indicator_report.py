"""The indicator report on paper: first what is doubtful, then every indicator on a line, then each with its parts.

Upright A4, black on white. Under each number stand its definition and how it was counted, so that a page that is
copied alone still says what it counts. The annex names what was counted, masked as the evidence of the workbook is.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import IO

from reportlab.pdfgen.canvas import Canvas

from trainer_app.documents import blocks, charts, fonts, indicator_charts, protocol, style
from trainer_app.documents import indicator_rows as rows
from trainer_app.documents import indicator_words as words
from trainer_app.documents.blocks import Block, NewPage, Piece, Together
from trainer_app.documents.indicator_rows import Detail, Told
from trainer_app.documents.output import Tick, no_tick
from trainer_app.documents.page import Foot
from trainer_app.documents.protocol import Listing, caption, heading, sentence
from trainer_app.documents.sheet import Column, Row, Value
from trainer_app.documents.style import mm
from trainer_app.documents.words import labelled, sex_words
from trainer_app.domain.charts import Chart
from trainer_app.domain.indicators import By, IndicatorLine
from trainer_app.domain.people import Sex
from trainer_app.i18n import NO_BREAK, Catalog

SUBTITLE = style.paragraph(fonts.SEMIBOLD, 10.5, 1.25)
ONE_LINE, TWO_LINES, ANNEX_ROW = 6 * mm, 9 * mm, 6 * mm
TO_SIGN = 15 * mm
A_ROW, A_FEW = 2, 5  # charts beside each other, and how many rows those have at most
APART = 6 * mm
INSIDE = 3 * mm  # between a frame and its words
DASH = "–"


def draw(told: Told, t: Catalog, file: IO[bytes], tick: Tick, printed: date, annex: bool = False) -> int:
    """Draw every page; returns how many there are."""
    paper = _Report(told, t, annex)
    foot = Foot(paper.reference, printed, told.report.asked.sample, told.letterhead)
    return protocol.draw(paper.title, paper.pieces, t, file, tick, foot)


def as_bytes(told: Told, t: Catalog, printed: date, annex: bool = False) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    draw(told, t, file, no_tick, printed, annex)
    return file.getvalue()


@dataclass(frozen=True, slots=True)
class Framed:
    """Words in a frame that nobody overlooks."""

    inside: tuple[Block, ...]
    before: float = 3 * mm
    keeps: bool = False

    def height(self, room: float) -> float:
        return Together(self.inside).height(room - 2 * INSIDE) + 2 * INSIDE

    def split(self, _room: float, _high: float) -> Sequence[Block]:
        return ()

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        high, y = self.height(room), top - INSIDE
        canvas.saveState()
        canvas.setLineWidth(2 * style.LINE)
        canvas.rect(x, top - high, room, high)
        canvas.restoreState()
        for place, block in enumerate(self.inside):
            y -= block.before if place else 0
            block.draw(canvas, x + INSIDE, y, room - 2 * INSIDE)
            y -= block.height(room - 2 * INSIDE)


@dataclass(frozen=True, slots=True)
class Beside:
    """Charts next to each other, as high as the highest."""

    charts: tuple[Chart, ...]
    t: Catalog
    before: float = 3 * mm
    keeps: bool = False

    def height(self, room: float) -> float:
        return max(charts.picture(one, self.t, self._wide(room)).height for one in self.charts)

    def split(self, _room: float, _high: float) -> Sequence[Block]:
        return ()

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        for place, one in enumerate(self.charts):
            charts.draw(canvas, one, self.t, x + place * (self._wide(room) + APART), top, self._wide(room))

    def _wide(self, room: float) -> float:
        return (room - APART * (A_ROW - 1)) / A_ROW if self.charts[0].rows[A_FEW:] == () else room


class _Report:
    def __init__(self, told: Told, t: Catalog, annex: bool) -> None:
        self.told, self.report, self.t, self.annex = told, told.report, t, annex
        asked = told.report.asked
        self.title = told.title or t.gettext("Indicator report")
        self.period = words.period_words(asked.first, asked.last, t)
        self.reference = f"{self.title}, {t.date(asked.first)}–{t.date(asked.last)}"

    def pieces(self, room: float) -> list[Piece]:
        wide = room / mm
        found = [self._subtitle(), self._doubts(), *self._facts(), *self._overview(wide)]
        for line in self.report.lines:
            found += self._indicator(line, wide)
        found += self._signatures(wide)
        return [*found, *self._annex(wide)] if self.annex else found

    def _subtitle(self) -> Piece:
        name = words.period_name(self.report.asked.first, self.report.asked.last, self.t)
        return blocks.words(f"{name}, {self.period}" if name else self.period, SUBTITLE, 1 * mm)

    def _facts(self) -> Iterator[Piece]:
        """What it is about; what stands elsewhere on the page is not said again."""
        t = self.t
        elsewhere = {t.gettext("Report"), t.gettext("Period"), t.gettext("To look at first")}
        told = [pair for pair in rows.about(self.told, t) if pair[0] not in elsewhere]
        yield blocks.words(labelled(*told[0], t), protocol.TEXT, 3 * mm)
        yield from protocol.facts(told[1:], t)

    def _doubts(self) -> Piece:
        """The gravest first; that nothing is missing is worth saying too."""
        t = self.t
        if not self.report.doubts:
            told = words.nothing_counted(t) if self.report.says_nothing else words.no_doubts(t)
            return Framed((blocks.words(told, protocol.TEXT),))
        head = blocks.words(t.gettext("The numbers may not be whole yet"), protocol.STRONG)
        points = (words.doubt_words(doubt, t) for doubt in self.report.doubts)
        lines = (blocks.words(told, protocol.TEXT, 1 * mm, indent=5 * mm, point="●") for told in points)
        return Framed((head, *lines))

    def _overview(self, wide: float) -> Iterator[Piece]:
        t = self.t
        if not self.report.lines:
            yield sentence(t.gettext("No indicator is set up yet for this report."), 4 * mm)
            return
        yield heading(t.gettext("All indicators"))
        sexes = sex_words(t)
        columns = (
            Column(t.gettext("Indicator"), wide - 24 - 5 * 21),
            Column(t.pgettext("of a number", "Unit"), 24),
            Column(t.pgettext("of an indicator", "Target"), 21, centred=True),
            Column(t.pgettext("of an indicator", "Actual"), 21, centred=True),
            Column(t.pgettext("of an indicator", "Of the target"), 21, centred=True),
            Column(sexes[Sex.FEMALE], 21, centred=True),
            Column(sexes[Sex.MALE], 21, centred=True),
        )
        yield Listing(columns, tuple(map(self._overview_row, self.report.lines)), TWO_LINES)
        yield from self._beside(indicator_charts.against_targets(self.report, t))

    def _overview_row(self, line: IndicatorLine) -> tuple[str, ...]:
        t, sexes = self.t, rows.by_sex(line, self.report)
        return (
            self._name(line),
            words.unit_word(line, rows.counting_of(line, self.report), t),
            self._shown(line.target, line),
            self._shown(line.figure.value, line),
            DASH if line.reached is None else t.percent(line.reached),
            self._shown(sexes[Sex.FEMALE], line),
            self._shown(sexes[Sex.MALE], line),
        )

    def _name(self, line: IndicatorLine) -> str:
        return " ".join(filter(None, (line.wanted.donor_code, words.title(line.wanted, self.t))))

    def _shown(self, number: float | None, line: IndicatorLine) -> str:
        """57,6 % of a share, 1 234 of a number, a dash where there is none."""
        shown = rows.scaled(number, line)
        if shown is None:
            return DASH
        told = self._number(shown)
        return f"{told}{NO_BREAK}%" if line.is_share else told

    def _number(self, number: Value) -> str:
        if not isinstance(number, int | float):
            return DASH
        return self.t.number(number, 0 if float(number).is_integer() else rows.PLACES)

    def _indicator(self, line: IndicatorLine, wide: float) -> Iterator[Piece]:
        first = [heading(self._name(line)), self._figures(line, wide), *self._definition(line)]
        yield Together(tuple(piece for piece in first if not isinstance(piece, NewPage)))
        for by in rows.told_of(line, self.report.asked.by):
            yield from self._parts(line, by, wide)
        yield from self._readings(line, wide)
        if line.figure.numerator or line.target:  # a chart of nothing tells nothing
            yield from self._charts(line)

    def _charts(self, line: IndicatorLine) -> Iterator[Piece]:
        """What stands at the head of the paper for all of them is not said again under each."""
        said = {words.breakdown_words([by], self.t) for by in By}
        asked = replace(self.report.asked, by=rows.told_of(line, self.report.asked.by))
        found = indicator_charts.charts(replace(self.report, asked=asked), line, self.t)
        return self._beside(
            [replace(one, notes=tuple(note for note in one.notes if note not in said)) for one in found]
        )

    def _beside(self, found: Sequence[Chart]) -> Iterator[Piece]:
        """Two beside each other where they are short; one whose rows are many has the width of the page."""
        short = [chart for chart in found if len(chart.rows) <= A_FEW]
        for start in range(0, len(short), A_ROW):
            yield Beside(tuple(short[start : start + A_ROW]), self.t)
        for chart in found:
            if len(chart.rows) > A_FEW:
                yield from (Beside((part,), self.t) for part in chart.cut(charts.MOST_ROWS))

    def _figures(self, line: IndicatorLine, wide: float) -> Listing:
        t, sexes = self.t, rows.by_sex(line, self.report)
        named = sex_words(t)
        told = [
            (t.pgettext("of an indicator", "Target"), self._shown(line.target, line)),
            (t.pgettext("of an indicator", "Actual"), self._shown(line.figure.value, line)),
            (t.pgettext("of an indicator", "Of the target"), DASH if line.reached is None else t.percent(line.reached)),
            *((named[sex], self._shown(number, line)) for sex, number in sexes.items() if number is not None),
        ]
        if line.is_share:
            told.append((t.gettext("Numerator"), self._number(line.figure.numerator)))
            told.append((t.gettext("Denominator"), self._number(line.figure.denominator)))
        columns = tuple(Column(title, wide / len(told), centred=True) for title, _ in told)
        return Listing(columns, (tuple(number for _, number in told),), ONE_LINE)

    def _definition(self, line: IndicatorLine) -> Iterator[Piece]:
        t, measure = self.t, line.wanted.measure
        said = (
            (t.gettext("Definition"), line.wanted.definition),
            (t.gettext("Numerator"), words.numerator_words(measure, t)),
            (t.gettext("Denominator"), words.denominator_words(measure, t)),
            (t.gettext("How it is counted"), words.rule_of(line, self.report, t)),
            (t.gettext("Not counted"), self._apart(line)),
            (t.gettext("Targets of longer periods"), " ".join(rows.wider_words(line, t))),
        )
        yield from (caption(labelled(label, told, self.t)) for label, told in said if told)

    def _apart(self, line: IndicatorLine) -> str:
        t, said = self.t, []
        if line.outsiders:
            told = t.ngettext(
                "{count} person from outside the project.", "{count} people from outside the project.", line.outsiders
            )
            said.append(told.format(count=line.outsiders))
        if line.heads:
            told = t.ngettext("{count} came without a name.", "{count} came without names.", line.heads)
            said.append(told.format(count=line.heads))
        return " ".join(said)

    def _parts(self, line: IndicatorLine, by: By, wide: float) -> Iterator[Piece]:
        t = self.t
        found = rows.part_by(line, by, self.report)
        if not found:
            return
        is_share = line.is_share
        has_target = any(part.target is not None for part in found)
        titles = [t.pgettext("of an indicator", "Actual")]
        titles += [t.gettext("Numerator"), t.gettext("Denominator")] if is_share else []
        titles += [t.pgettext("of an indicator", "Target")] if has_target else []
        columns = (
            Column(words.by_name(by, t), wide - 26 * len(titles)),
            *(Column(title, 26, centred=True) for title in titles),
        )
        body = []
        for part in found:
            row = [words.trait_word(part.traits[0], t), self._shown(part.figure.value, line)]
            row += [self._number(part.figure.numerator), self._number(part.figure.denominator)] if is_share else []
            row += [self._shown(part.target, line)] if has_target else []
            body.append(tuple(row))
        yield Listing(columns, tuple(body), ONE_LINE, before=3 * mm)

    def _readings(self, line: IndicatorLine, wide: float) -> Iterator[Piece]:
        if not line.readings:
            return
        t = self.t
        columns = (
            Column(t.gettext("Day"), 22),
            Column(t.gettext("District"), 28),
            Column(t.gettext("Found"), 22, centred=True),
            Column(t.gettext("Numerator"), 24, centred=True),
            Column(t.gettext("Denominator"), 24, centred=True),
            Column(t.gettext("Source"), wide - 120),
        )
        body = [
            (
                t.date(one.on_day),
                one.district,
                self._found(one.figure.value, one.figure.denominator is not None),
                self._number(one.figure.numerator),
                self._number(one.figure.denominator),
                one.source,
            )
            for one in line.readings
        ]
        yield Listing(columns, tuple(body), TWO_LINES, before=3 * mm)

    def _found(self, value: float | None, is_share: bool) -> str:
        if value is None:
            return DASH
        return f"{self.t.number(100 * value, rows.PLACES)}{NO_BREAK}%" if is_share else self._number(value)

    def _signatures(self, wide: float) -> Iterator[Piece]:
        t = self.t
        columns = (
            Column(t.pgettext("who signs", "Signs"), wide * 0.16),
            Column(t.gettext("Name"), wide * 0.24),
            Column(t.gettext("Function"), wide * 0.2),
            Column(t.gettext("Date"), wide * 0.13),
            Column(t.gettext("Signature and stamp"), wide * 0.27),
        )
        signers = (t.gettext("Prepared by"), t.gettext("Checked by"), t.gettext("Approved by"))
        listing = Listing(columns, tuple((who, "", "", "", "") for who in signers), TO_SIGN, before=6 * mm)
        yield Together((listing,))

    def _annex(self, wide: float) -> Iterator[Piece]:
        """What was counted, an indicator after the other: names only where they were asked for."""
        yield NewPage()
        yield blocks.words(self.t.gettext("Annex: what was counted"), protocol.HEAD)
        for line in self.report.lines:
            if line.counted:
                yield heading(self._name(line))
                yield self._evidence(line, wide)

    def _evidence(self, line: IndicatorLine, wide: float) -> Listing:
        t, named = self.t, self.told.named
        nominal = Detail.NAME in self.told.unmask
        columns = (
            Column(t.pgettext("number in the register", "No"), 10, centred=True),
            Column(t.gettext("Name") if nominal else t.gettext("Person"), wide - 136),
            Column(words.by_name(By.SEX, t), 20),
            Column(words.by_name(By.AGE, t), 20),
            Column(words.by_name(By.DISTRICT, t), 26),
            Column(t.gettext("Training"), 24),
            Column(t.gettext("Day"), 20),
            Column(t.gettext("Counts"), 16, centred=True),
        )
        counts = {True: t.pgettext("it counts", "yes"), False: t.pgettext("it counts", "no")}
        body: list[Row] = []
        for number, one in enumerate(line.counted, start=1):
            person = named.person(one.person_id)
            is_person = one.person_id is not None
            body.append(
                (
                    str(number),
                    (person.name if nominal else person.code) if is_person else named.group(one.group_id).name,
                    words.trait_word(one.sex, t) if is_person else "",
                    words.trait_word(one.age, t) if is_person else "",
                    one.district,
                    named.training(one.training_id).code,
                    t.date(one.day) if one.day else "",
                    counts[one.counts] if one.times == 1 else f"{counts[one.counts]} × {one.times}",
                )
            )
        return Listing(columns, tuple(tuple(map(str, row)) for row in body), ANNEX_ROW)
