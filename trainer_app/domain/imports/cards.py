"""Numbers of identity cards as lists hold them: sixteen digits, of which a spreadsheet keeps fifteen."""

from __future__ import annotations

import re

from trainer_app.domain.imports.cells import CellValue
from trainer_app.domain.imports.notes import Note, Problem, Remark, Unreadable
from trainer_app.domain.imports.phones import POWER_OF_TEN
from trainer_app.domain.imports.words import said
from trainer_app.domain.people import national_id


def read_card(value: CellValue) -> tuple[str, Remark | None]:
    """The number; one that was kept as a number may have lost its last digit, and says so. Raises Unreadable."""
    text = said(value)
    if POWER_OF_TEN.fullmatch(text):
        raise Unreadable(Problem.NATIONAL_ID_LOST_DIGITS)
    try:
        number = national_id(re.sub(r"[.\-_/']", "", text))
    except ValueError as error:
        raise Unreadable(Problem.NATIONAL_ID_UNREADABLE) from error
    from_number = bool(number) and not isinstance(value, str)
    return number, Remark(Note.ID_FROM_NUMBER, number) if from_number else None
