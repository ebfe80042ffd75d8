"""What is pasted from Word, a web page or a mail: its words, with `**bold**` and lines that begin with `• `.

Colours, sizes, tables, pictures and links are left behind; nothing is fetched. What is only plain text stays so.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from trainer_app.domain import markup
from trainer_app.domain.markup import BULLET, Piece

LONGEST = 2_000_000  # letters of the page; what is longer is taken without its marks
BLOCKS = frozenset(
    {"p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section"}
)
UNSEEN = frozenset({"style", "script", "head", "title", "template", "noscript", "xml", "object", "iframe"})
EMPTY = frozenset({"br", "img", "hr", "meta", "link", "input", "col", "wbr", "area", "base", "embed", "source"})
BOLD = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
_WEIGHT = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00|normal|[1-5]00|lighter)", re.IGNORECASE)
_LIST = re.compile(r"mso-list\s*:(?!\s*(?:none|ignore))", re.IGNORECASE)
_MARKER = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_BULLETS = re.compile(r"^(?:[•·▪‣◦●○§➢✓*\uf0b7\uf0a7-]|o(?=[\u00a0 ]))[\s\u00a0]+")
_CONDITION = re.compile(r"<!\[(?:if|endif)[^>-]*\]>")  # of Word, around what other programs shall not show
BLANK = re.compile(r"[ \t\r\n\f]+")


def words(html: str | None, text: str) -> str:
    """As they are put into a box of plain words. `text` is the same without any marks, as every program gives it."""
    if html is None or len(html) > LONGEST:
        return _lines(text)
    page = _Page()
    try:
        page.feed(_CONDITION.sub("", html))
        page.close()
    except AssertionError:  # what the parser says of a declaration that is none
        return _lines(text)
    return page.words() or _lines(text)


def _lines(text: str) -> str:
    """Plain text: a few words as they are; of several lines, bullets of any kind become ours."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(map(_line, lines)) if len(lines) > 1 else text


def _line(line: str) -> str:
    said = line.strip()
    return _BULLETS.sub(BULLET, said) if _BULLETS.match(said) else line.rstrip()


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, bool | None, bool]] = []  # tag, bold or not or unsaid, unseen
        self._lines: list[list[Piece]] = [[]]
        self._bullets: list[bool] = [False]

    def words(self) -> str:
        several = len(self._lines) > 1
        lines = []
        for line, bullet in zip(self._lines, self._bullets, strict=True):
            said = _trimmed(markup.marked(line))
            if bullet or (several and _BULLETS.match(said)):
                said = BULLET + _BULLETS.sub("", said)
            if said.strip(f"{BULLET} "):
                lines.append(said)
        return "\n".join(lines)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        style = next((value or "" for name, value in attrs if name == "style"), "")
        if tag == "br":
            self._new_line()
        if tag in BLOCKS:
            self._new_line(bullet=tag == "li" or bool(_LIST.search(style)))
        if tag in ("td", "th"):
            self._add(" ")
        if tag not in EMPTY:
            self._open.append((tag, _boldness(tag, style), tag in UNSEEN or bool(_MARKER.search(style))))

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place][0] == tag:
                del self._open[place:]
                break
        if tag in BLOCKS:
            self._new_line()

    def handle_data(self, data: str) -> None:
        if not any(unseen for _tag, _bold, unseen in self._open):
            self._add(BLANK.sub(" ", data))

    def _add(self, words: str) -> None:
        bold = next((bold for _tag, bold, _unseen in reversed(self._open) if bold is not None), False)
        self._lines[-1].append(Piece(words, bold))

    def _new_line(self, bullet: bool = False) -> None:
        if any(piece.words.strip() for piece in self._lines[-1]):
            self._lines.append([])
            self._bullets.append(bullet)
        else:
            self._lines[-1] = []
            self._bullets[-1] = self._bullets[-1] or bullet


def _boldness(tag: str, style: str) -> bool | None:
    if found := _WEIGHT.search(style):
        return found[1].lower() in ("bold", "bolder") or found[1][0] in "6789"
    return True if tag in BOLD else None


def _trimmed(words: str) -> str:
    return re.sub(r" +", " ", words).strip()
