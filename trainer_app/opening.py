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
    terms_digest = file_digest(terms)
    if has_places and not wanted and terms_digest == loaded.get(GLOSSARY):
        return
    from trainer_app.readers import glossary, packs, places  # parsers that an ordinary start does without

    with database.loading() as s:
        if not has_places:
            shipped.load_places(s, places.rwanda())
        for name in wanted:
            shipped.load_pack(s, packs.read(curriculum / name))
        if terms_digest != loaded.get(GLOSSARY):
            shipped.load_terms(s, glossary.read(terms))
            shipped.keep_digest(s, GLOSSARY, terms_digest)


def curriculum_stamps(curriculum: Path) -> dict[str, str]:
    """Folder > digest of every shipped pack, without parsing any."""
    return {folder.name: digest(folder) for folder in shipped_folders(curriculum)}
