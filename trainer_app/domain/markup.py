"""The one mark that words of the curriculum may hold: `**bold**`. Everything else is exactly what it looks like."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

MARK = "**"
BULLET = "• "
_BOLD = re.compile(r"\*\*(?=\S)((?:(?!\*\*).)+?)(?<=\S)\*\*")


@dataclass(frozen=True, slots=True)
class Piece:
    words: str
    bold: bool = False


def pieces(text: str) -> tuple[Piece, ...]:
    """`text` in reading order. A mark that has no other is two stars; bold never goes over the end of a line."""
    found, at = [], 0
    for match in _BOLD.finditer(text):
        if match.start() > at:
            found.append(Piece(text[at : match.start()]))
        found.append(Piece(match[1], bold=True))
        at = match.end()
    if at < len(text):
        found.append(Piece(text[at:]))
    return tuple(found)


def plain(text: str) -> str:
    """Without the marks."""
    return "".join(piece.words for piece in pieces(text))


def marked(runs: Iterable[Piece]) -> str:
    """Words again, from pieces that somebody made bold: blanks stay outside the marks, neighbours grow together."""
    lines = [[Piece("")]]
    for run in runs:
        first, *others = run.words.split("\n")
        for words, is_new in ((first, False), *((other, True) for other in others)):
            if is_new:
                lines.append([Piece("")])
            _append(lines[-1], Piece(words, run.bold))
    return "\n".join("".join(map(_marked, line)) for line in lines)


def _append(line: list[Piece], run: Piece) -> None:
    last = line[-1]
    if last.bold == run.bold or not run.words.strip():
        line[-1] = Piece(last.words + run.words, last.bold)
    else:
        line.append(run)


def _marked(piece: Piece) -> str:
    words = piece.words.strip()
    if not piece.bold or not words or MARK in words:
        return piece.words
    before, after = piece.words[: piece.words.index(words)], piece.words.rstrip()
    return f"{before}{MARK}{words}{MARK}{piece.words[len(after) :]}"
