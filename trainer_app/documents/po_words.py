"""Texts as a `.po` catalogue, which Poedit, Weblate and every translator's tool open: `msgctxt` is the id of a text."""

from __future__ import annotations

from collections.abc import Iterable

import polib

from trainer_app.domain.curriculum import TextState
from trainer_app.domain.po import OTHER_PLURALS, PLURALS, WAS_REVIEWED

WRAP = 100


def entry(
    ref: str, source: str, words: str, state: TextState, from_words: str | None, where: str = ""
) -> polib.POEntry:
    """Fuzzy is a draft, and anything that was translated from `from_words`, which stands there as the previous one."""
    flags = []
    if words and (state != TextState.REVIEWED or from_words is not None):
        flags.append("fuzzy")
    if words and state == TextState.REVIEWED and from_words is not None:
        flags.append(WAS_REVIEWED)
    return polib.POEntry(
        msgctxt=ref,
        msgid=source,
        msgstr=words,
        flags=flags,
        previous_msgid=from_words if words else None,
        comment=where,
    )


def catalogue(
    module: str, language: str, entries: Iterable[polib.POEntry], more: dict[str, str] | None = None
) -> bytes:
    made = polib.POFile(wrapwidth=WRAP)
    made.metadata = {
        "Project-Id-Version": module,
        "PO-Revision-Date": "",
        "Last-Translator": "",
        "Language-Team": "",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS.get(language, OTHER_PLURALS),
    } | (more or {})
    made.extend(entries)
    return f"{made}".encode()
