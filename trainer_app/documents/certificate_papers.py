"""Certificates and badges, ready to be looked at, printed and saved."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from trainer_app.documents import badge, certificate
from trainer_app.documents.output import Tick, Written
from trainer_app.documents.papers import Paper, of_training
from trainer_app.domain.attendance import TrainingHead
from trainer_app.domain.certifying import BadgeLine, Batch
from trainer_app.i18n import Catalog


def certificates(
    batch: Batch, language: str, second: str = "", with_score: bool = False, copies: int = 1
) -> Paper | str:
    """The certificates that stand; or why there are none to print."""
    spoken = tuple(Catalog(code) for code in dict.fromkeys(filter(None, (language, second))))
    t = spoken[0]
    if not batch.lines:
        return certificate.nothing(t)

    def save(path: Path, tick: Tick) -> Written:
        return certificate.write(batch, spoken, path, tick, with_score)

    return of_training(
        batch.head,
        document="certificates",
        title=f"{t.gettext('Certificates')} {batch.head.code}",
        language=language,
        draw=partial(certificate.as_bytes, batch, spoken, with_score),
        save=save,
        copies=copies,
    )


def badges(head: TrainingHead, lines: Sequence[BadgeLine], language: str, copies: int = 1) -> Paper | str:
    """Of everybody on the register; or why there are none to print."""
    t = Catalog(language)
    if not lines:
        return badge.nothing(t)

    def save(path: Path, tick: Tick) -> Written:
        return badge.write(head, lines, t, path, tick)

    return of_training(
        head,
        document="badges",
        title=f"{badge.title(t)} {head.code}",
        language=language,
        draw=partial(badge.as_bytes, head, lines, t),
        save=save,
        copies=copies,
    )
