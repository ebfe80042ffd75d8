"""A zip that came from somewhere, read into memory by the names that are wanted; nothing is ever unpacked to disk.

Everything in it is looked at first: names that would lead out of a folder, links, twins, archives in archives, and
all that the gate stops. Each kind has its own code and one sentence.
"""

from __future__ import annotations

import stat
import unicodedata
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path, PurePosixPath

from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, _
from trainer_app.readers import zip_gate
from trainer_app.readers.zip_gate import Why, ZipLimits, ZipProblem

MOST_BYTES = 50 * 1024 * 1024  # of the zip itself
LIMITS = ZipLimits(entries=2_000, total=100 * 1024 * 1024, ratio=100)
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
FORMAT_BITS = 16
RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
ARCHIVES = (".zip", ".7z", ".rar", ".gz", ".bz2", ".xz", ".tar", ".tgz", ".jar")
ARCHIVE_STARTS = (b"PK\x03\x04", b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")

WORDS = {
    "zip_missing": N_("There is no file “{file}”."),
    "zip_empty": N_("{file} is empty."),
    "zip_other": N_("{file} is not a zip file."),
    "zip_too_long": N_("{file} is too large: nothing of this kind needs so much."),
    Why.BROKEN: N_("{file} is damaged and cannot be unpacked. Ask for it again."),
    Why.ENCRYPTED: N_("{file} is locked with a password. Ask for it without one."),
    Why.MANY: N_("{file} holds far too many files."),
    Why.LARGE: N_("{file} holds more than a laptop can unpack."),
    Why.GROWS: N_("{file} would grow beyond all measure when it is unpacked. It was not opened."),
    Why.OVERLAPS: N_("{file} holds files that lie over each other. It was not opened."),
    Why.TWICE: N_("{file} holds two files of one name: {name}."),
    Why.DEFINES: N_("{file} defines words of its own, as harmful files do. It was not opened."),
    "zip_case": N_("{file} holds two files whose names differ in capitals only: {name}."),
    "zip_leads_out": N_("{file} holds a file that would be put outside its folder: {name}. It was not opened."),
    "zip_absolute": N_("{file} holds a file with a place of its own on the disk: {name}. It was not opened."),
    "zip_name": N_("{file} holds a file whose name no system can take: {name}."),
    "zip_link": N_("{file} holds a link to another file: {name}. It was not opened."),
    "zip_method": N_("{file} was packed in a way that is not supported: {name}."),
    "zip_nested": N_("{file} holds an archive in the archive: {name}. It was not opened."),
}


def bytes_of(path: Path) -> bytes:
    """The zip, when it is one and small enough to be held. Raises TrainerError."""
    if not path.is_file():
        raise refusal("zip_missing", path.name)
    if path.stat().st_size > MOST_BYTES:
        raise refusal("zip_too_long", path.name)
    try:
        return path.read_bytes()
    except OSError as error:
        words = _("{file} cannot be read ({reason}).")
        raise TrainerError(words.format(file=path.name, reason=error.strerror or error), "not_read") from error


def contents(data: bytes, file: str, wanted: Callable[[str], bool], limits: ZipLimits = LIMITS) -> Mapping[str, bytes]:
    """Name > bytes of the wanted entries, once all entries were found harmless. Raises TrainerError."""
    if not data:
        raise refusal("zip_empty", file)
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise refusal("zip_other", file)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_entries(archive, file, limits)
            zip_gate.check(BytesIO(data), limits)
            _check_starts(archive, file)
            return {entry.filename: archive.read(entry) for entry in archive.infolist() if wanted(entry.filename)}
    except ZipProblem as problem:
        raise refusal(problem.why, file, _twin(data) if problem.why is Why.TWICE else "") from problem
    except (zipfile.BadZipFile, OSError, NotImplementedError, UnicodeError, ValueError, EOFError) as error:
        raise refusal(Why.BROKEN, file) from error


def refusal(kind: str, file: str, name: str = "") -> TrainerError:
    code = kind if kind.startswith("zip_") else f"zip_{kind}"
    return TrainerError(_(WORDS[kind]).format(file=file, name=_shown(name)), code)


def _shown(name: str) -> str:
    """A name that may be made to lead the eye astray."""
    seen = "".join(c if c.isprintable() else "\ufffd" for c in name)
    return seen if len(seen) <= 60 else f"{seen[:59]}…"


def _check_entries(archive: zipfile.ZipFile, file: str, limits: ZipLimits) -> None:
    entries = archive.infolist()
    if len(entries) > limits.entries:
        raise ZipProblem(zip_gate.ZipFault.TOO_LARGE, Why.MANY)
    for entry in entries:
        if kind := _fault_of(entry):
            raise refusal(kind, file, entry.orig_filename)
    seen: dict[str, str] = {}
    for entry in entries:
        alike = unicodedata.normalize("NFC", entry.filename).casefold()
        if (other := seen.get(alike)) is not None:
            raise refusal(Why.TWICE if other == entry.filename else "zip_case", file, entry.filename)
        seen[alike] = entry.filename


def _fault_of(entry: zipfile.ZipInfo) -> str:
    name = entry.orig_filename
    parts = name.rstrip("/").split("/")
    if name.startswith(("/", "\\")) or (len(name) > 1 and name[1] == ":"):
        return "zip_absolute"
    if ".." in name.replace("\\", "/").split("/"):
        return "zip_leads_out"
    if not all(map(_is_name, parts)):
        return "zip_name"
    mode = entry.external_attr >> FORMAT_BITS
    if mode and not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or stat.S_IFMT(mode) == 0):
        return "zip_link"
    if entry.compress_type not in METHODS:
        return "zip_method"
    return "zip_nested" if name.lower().endswith(ARCHIVES) else ""


def _is_name(part: str) -> bool:
    """What Windows, too, can have as a name."""
    odd = any(character in '<>:"\\|?*' or ord(character) < 32 for character in part)
    stem = PurePosixPath(part).name.split(".")[0].strip().lower()
    return bool(part.strip(" .")) and not odd and part == part.rstrip(" .") and stem not in RESERVED and len(part) < 200


def _check_starts(archive: zipfile.ZipFile, file: str) -> None:
    """An archive under another name is an archive too."""
    for entry in archive.infolist():
        with archive.open(entry) as content:
            if content.read(8).startswith(ARCHIVE_STARTS):
                raise refusal("zip_nested", file, entry.filename)


def _twin(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
    return next(name for name in names if names.count(name) > 1)
