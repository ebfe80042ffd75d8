"""What a session decided, as rows."""

from __future__ import annotations

from trainer_app.domain.resolutions import ResolutionLine
from trainer_app.i18n import N_, _, screen
from trainer_app.ui.models.table import Column


def done_word(line: ResolutionLine) -> str:
    return _("✓ {date}").format(date=screen().date(line.done_on)) if line.done_on else ""


def due_word(line: ResolutionLine) -> str:
    return screen().date(line.form.due) if line.form.due else ""


RESOLUTIONS: tuple[Column[ResolutionLine], ...] = (
    Column(
        N_("What is to be done"),
        lambda line: " ".join(line.form.words.split()),
        stretch=True,
        tip=lambda line: line.form.words,
    ),
    Column(N_("Who does it"), lambda line: line.form.owner, sample="MUKANDAYISENGA Imma"),
    Column(N_("Until when"), due_word, sort=lambda line: (line.form.due is None, line.form.due), sample="00/00/0000 0"),
    Column(N_("Done"), done_word, sort=lambda line: (line.done_on is None, line.done_on), sample="✓ 00/00/0000 0"),
)
