"""Opening a data folder for work: the file, what ships with the program, this laptop's own device and user.

The window and the command line both begin here; nothing else imports it.
"""

from __future__ import annotations

import secrets
from pathlib import Path

from trainer_app.db import lock
from trainer_app.db.database import Database, open_database
from trainer_app.paths import resources
from trainer_app.readers.pack_digest import digest, file_digest, shipped_folders
from trainer_app.services import programme, shipped

GLOSSARY = "terms.csv"
CALENDAR = "rwanda.yaml"
LETTERS = "BCDFGHJKLMNPRSTVWXZ"  # no vowels: three letters never make a word


def open_folder(folder: Path, passphrase: str | None = None, language: str = "en") -> Database:
    """The database of `folder`, ready to be worked in. Raises TrainerError (code "passphrase" when one is needed)."""
    database = open_database(folder, passphrase)
    try:
        with lock.held(folder):
            _load_shipped(database)
            _begin(database, language)
    except BaseException:
        database.close()
        raise
    return database


def _begin(database: Database, language: str) -> None:
    with database.reading() as s:
        begun = programme.has_device(s)
    if not begun:
        database.begin("".join(secrets.choice(LETTERS) for _ in range(3)), "Trainer", language)


def _load_shipped(database: Database) -> None:
    with database.reading() as s:
        has_places, loaded = shipped.has_places(s), shipped.digests(s)
    curriculum = resources() / "curriculum"
    stamps = curriculum_stamps(curriculum)
    wanted = [name for name, digest in stamps.items() if loaded.get(name) != digest]
    terms = resources() / "glossary" / GLOSSARY
    days = resources() / "calendar" / CALENDAR
    terms_digest, days_digest = file_digest(terms), file_digest(days)
    new_terms, new_days = terms_digest != loaded.get(GLOSSARY), days_digest != loaded.get(CALENDAR)
    if has_places and not wanted and not new_terms and not new_days:
        return
    from trainer_app.readers import calendar, glossary, packs, places  # parsers that an ordinary start does without

    with database.loading() as s:
        if not has_places:
            shipped.load_places(s, places.rwanda())
        for name in wanted:
            shipped.load_pack(s, packs.read(curriculum / name))
        if new_days:
            shipped.load_days(s, calendar.read(days))
            shipped.keep_digest(s, CALENDAR, days_digest)
        if new_terms:
            shipped.load_terms(s, glossary.read(terms))
            shipped.keep_digest(s, GLOSSARY, terms_digest)


def curriculum_stamps(curriculum: Path) -> dict[str, str]:
    """Folder > digest of every shipped pack, without parsing any."""
    return {folder.name: digest(folder) for folder in shipped_folders(curriculum)}
