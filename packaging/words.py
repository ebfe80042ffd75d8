"""The words of the screen and of the papers: collected from the source, merged, compiled.

python packaging/words.py extract    source > locales/trainer_app.pot
python packaging/words.py update     the template > each language's .po, without guesses
python packaging/words.py compile    each .po > .mo
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PROJECT = Path(__file__).resolve().parent.parent
SOURCE = PROJECT / "trainer_app"
LOCALES = PROJECT / "locales"
TEMPLATE = LOCALES / "trainer_app.pot"

KEYWORDS = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
COMMENTS = ["L10N:"]
HEADER = "# Words of trainer-app. This file may be opened with Poedit, Weblate or any editor."
BORN = datetime(2026, 11, 21, tzinfo=UTC)  # always the same: a file without new words does not change


def main(arguments: list[str]) -> int:
    commands = {"extract": extract, "update": update, "compile": compile_all}
    if len(arguments) != 1 or arguments[0] not in commands:
        print(__doc__, file=sys.stderr)
        return 2
    commands[arguments[0]]()
    return 0


def extract() -> None:
    save(extracted(), TEMPLATE)


def extracted() -> Catalog:
    """Every sentence that the source asks to have translated, with the file it stands in."""
    catalog = new_catalog(None)
    methods = [("**.py", "python")]
    found = extract_from_dir(SOURCE, methods, keywords=KEYWORDS, comment_tags=COMMENTS)
    for file, _line, words, comments, context in found:
        place = (f"trainer_app/{Path(file).as_posix()}", 1)
        catalog.add(words, None, [place], auto_comments=comments, context=context)
    return catalog


def update() -> None:
    """A folder without a catalogue gets one; a sentence that comes back finds its translation again."""
    template = load(TEMPLATE)
    for folder in sorted(LOCALES.glob("*/LC_MESSAGES")):
        file = folder / "trainer_app.po"
        catalog = load(file) if file.exists() else new_catalog(folder.parent.name)
        for message in list(catalog.obsolete.values()):
            catalog[message.id] = message
        catalog.update(template, no_fuzzy_matching=True, update_header_comment=False)
        save(catalog, file)


def compile_all() -> None:
    """Each file is replaced as a whole: a program that starts meanwhile reads the old one or the new one."""
    for file in catalogues():
        draft = file.with_suffix(f".mo.{os.getpid()}")
        with draft.open("wb") as compiled:
            write_mo(compiled, load(file))
        draft.replace(file.with_suffix(".mo"))


def catalogues() -> Iterator[Path]:
    return iter(sorted(LOCALES.glob("*/LC_MESSAGES/trainer_app.po")))


def load(file: Path) -> Catalog:
    language = None if file == TEMPLATE else file.parent.parent.name
    with file.open("rb") as text:
        return read_po(text, locale=language, domain="trainer_app", abort_invalid=True)


def save(catalog: Catalog, file: Path) -> None:
    with file.open("wb") as text:
        write_po(text, catalog, width=110, sort_output=True, include_lineno=False)


def new_catalog(language: str | None) -> Catalog:
    return Catalog(
        language,
        domain="trainer_app",
        project="trainer-app",
        header_comment=HEADER,
        last_translator="trainer-app",
        language_team="trainer-app",
        creation_date=BORN,
        revision_date=BORN,
        charset="utf-8",
        fuzzy=False,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
