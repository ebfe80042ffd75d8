"""What changed between two wordings, to be read on the screen."""

from __future__ import annotations

from html import escape

from trainer_app.domain import word_diff
from trainer_app.domain.word_diff import Change
from trainer_app.ui import theme


def diff_html(old: str, new: str) -> str:
    """What was taken out is struck through, what was put in is bold and underlined: it is read without colour."""
    colours = theme.tokens()
    parts = {
        Change.SAME: "{}",
        Change.OUT: f'<s style="color:{colours.error}">{{}}</s>',
        Change.IN: f'<b><u style="color:{colours.success}">{{}}</u></b>',
    }
    shown, before = [], Change.SAME
    for piece in word_diff.diff(old, new):
        gap = " " if (before, piece.change) == (Change.OUT, Change.IN) else ""
        shown.append(gap + parts[piece.change].format(escape(piece.words)))
        before = piece.change
    return paragraphs("".join(shown))


def paragraphs(html: str) -> str:
    return html.replace("\n", "<br>")
