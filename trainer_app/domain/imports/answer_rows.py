"""Answers to the questions of a test, taken from a sheet: a column for each question, or one for the whole row of them.

The columns are called 1, 2, 3 or Q1, Q2, Q3; the one for all is called answers. A column named form says which form
somebody had; without it everybody had the form that was planned.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from uuid import UUID

from trainer_app.domain.answers import BLANK, DO_NOT_KNOW, SIGNS, AnswerProblem, parse_answers
from trainer_app.domain.imports.cells import Row, cell, text_of
from trainer_app.domain.imports.columns import ColumnGuess, Proposal
from trainer_app.domain.imports.fields import Field
from trainer_app.domain.imports.notes import Problem
from trainer_app.domain.imports.roster import Roster
from trainer_app.domain.imports.training_rows import Refused, ValuesRead, read_values
from trainer_app.domain.people import folded
from trainer_app.domain.scores import FORMS, Phase, ScoreSheet

Given = tuple[str, str]
"""The form, and the answers as one would type them."""

QUESTION = re.compile(r"(?:(?:q|question|ikibazo|no|n°)[ .:-]*)?(\d{1,2})", re.IGNORECASE)
DO_NOT_KNOW_WORDS = frozenset({"?", "d", "dk", "nsp", "simbizi"})


def question_columns(proposal: Proposal) -> dict[int, ColumnGuess]:
    """Number of the question > its column; no list of one column, which is a list of something else."""
    found: dict[int, ColumnGuess] = {}
    for column in proposal.columns:
        if column.field is None and (match := QUESTION.fullmatch(column.header.strip())):
            found.setdefault(int(match[1]), column)
    return found if len(found) > 1 else {}


def has_answers(proposal: Proposal) -> bool:
    return bool(question_columns(proposal)) or proposal.column(Field.ANSWERS) is not None


def answer_rows(
    rows: Sequence[Row], proposal: Proposal, sheet: ScoreSheet, phase: Phase, counts: Mapping[str, int]
) -> ValuesRead[Phase, Given]:
    """What everybody answered in one phase; `counts` tells how many questions each form has."""
    planned = {line.person_id: line.form(phase) for line in sheet.lines}
    columns, whole = question_columns(proposal), proposal.column(Field.ANSWERS)
    read = partial(_given, proposal=proposal, columns=columns, whole=whole, planned=planned, counts=counts, phase=phase)
    return read_values(rows, proposal, Roster(sheet.lines), read)


def _given(
    row: Row,
    person_id: UUID,
    proposal: Proposal,
    columns: Mapping[int, ColumnGuess],
    whole: ColumnGuess | None,
    planned: Mapping[UUID, str],
    counts: Mapping[str, int],
    phase: Phase,
) -> Iterable[tuple[Phase, Given]]:
    form = _form(row, proposal) or planned[person_id]
    count = counts.get(form, 0)
    typed = _one_by_one(row, columns, count) if columns else _in_one(row, whole, count)
    if typed:
        yield phase, (form, typed)


def _one_by_one(row: Row, columns: Mapping[int, ColumnGuess], count: int) -> str:
    """ "" where nothing at all was answered: nobody's sheet."""
    signs = [BLANK] * count
    for number, column in columns.items():
        text = text_of(cell(row, column.index)).strip()
        if not text:
            continue
        if not 0 < number <= count:
            raise Refused(column.name, Problem.QUESTION_UNKNOWN, str(number))
        signs[number - 1] = _sign(column, text)
    return "".join(signs) if set(signs) != {BLANK} else ""


def _sign(column: ColumnGuess, text: str) -> str:
    if folded(text) in DO_NOT_KNOW_WORDS or text == DO_NOT_KNOW:
        return DO_NOT_KNOW
    sign = text.upper()
    if sign not in SIGNS:
        raise Refused(column.name, Problem.ANSWER_UNREADABLE, text)
    return SIGNS[sign] or BLANK


def _in_one(row: Row, column: ColumnGuess | None, count: int) -> str:
    text = text_of(cell(row, column.index)) if column else ""
    try:
        return "".join(sign or BLANK for sign in parse_answers(text, count))
    except AnswerProblem as problem:
        raise Refused(column.name if column else "", Problem.ANSWER_UNREADABLE, text) from problem


def _form(row: Row, proposal: Proposal) -> str:
    column = proposal.column(Field.FORM)
    text = text_of(cell(row, column.index)).strip().upper() if column else ""
    return text if text in FORMS else ""
