"""`keys.json`: the random key of the data file, wrapped once for each way to open it.

Without a passphrase the key lies in an "open" slot, and the window says so. With one it is wrapped by AES-256-GCM
under a key that Argon2id makes from the passphrase (RFC 9106; 64 MiB, three passes, above the OWASP minimum of
19 MiB and two). A passphrase is changed by wrapping anew: the data is not written again. Slots are a list, so
that a recovery key can become one more.
"""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainer_app.errors import TrainerError
from trainer_app.i18n import _

FILE = "keys.json"
DRAFT = f"{FILE}.new"
BYTES = 32  # of the data key
MALFORMED = (ValueError, KeyError, TypeError, AttributeError, OverflowError, MemoryError)
MOST_MEMORY = 1024 * 1024  # KiB that a slot may ask for
MEMORY = 64 * 1024  # KiB
PASSES = 3
MOST_PASSES = 100
LANES = 4
SHORTEST = 8  # characters of a passphrase


@dataclass(frozen=True, slots=True)
class Keyring:
    """The slots of one data folder."""

    slots: tuple[dict[str, Any], ...]

    @property
    def is_open(self) -> bool:
        return any(slot["kind"] == "open" for slot in self.slots)


def new_key() -> bytes:
    return secrets.token_bytes(BYTES)


def load(folder: Path) -> Keyring | None:
    """The keyring of `folder`, or None when there is none yet."""
    try:
        kept = json.loads((folder / FILE).read_text("utf-8"))
        slots = tuple(kept["slots"])
        if not slots or not all(slot["kind"] for slot in slots):
            raise ValueError("slots")
        return Keyring(slots)
    except FileNotFoundError:
        return None
    except MALFORMED as error:
        raise _damaged() from error


def _damaged() -> TrainerError:
    return TrainerError(_("The file keys.json is damaged. Restore it from a backup."), "keys_damaged")


def save(folder: Path, keyring: Keyring) -> None:
    """Write the keyring whole or not at all: losing it loses the data."""
    target, draft = folder / FILE, folder / DRAFT
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump({"version": 1, "slots": list(keyring.slots)}, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, target)
    sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut. Windows has no such call and needs none."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sealed(key: bytes, passphrase: str | None) -> Keyring:
    """A keyring with one slot: behind `passphrase`, or in the open without one."""
    if not passphrase:
        return Keyring(({"kind": "open", "key": key.hex()},))
    if len(passphrase) < SHORTEST:
        raise TrainerError(
            _("A passphrase needs at least {count} characters.").format(count=SHORTEST), "short_passphrase"
        )
    return Keyring((_wrapped(key, passphrase),))


def unsealed(keyring: Keyring, passphrase: str | None) -> bytes:
    """The data key. Raises TrainerError with code "passphrase" when one is needed or it is not the right one."""
    if not passphrase and not keyring.is_open:
        raise TrainerError(_("This data folder is protected. Give its passphrase."), "passphrase")
    try:
        key = _from_slots(keyring, passphrase)
    except MALFORMED as error:
        raise _damaged() from error
    if key is None:
        raise TrainerError(_("This passphrase is not correct."), "wrong_passphrase")
    if len(key) != BYTES:
        raise _damaged()
    return key


def _from_slots(keyring: Keyring, passphrase: str | None) -> bytes | None:
    for slot in keyring.slots:
        if slot["kind"] == "open":
            return bytes.fromhex(slot["key"])
    for slot in keyring.slots:
        if slot["kind"] == "passphrase" and passphrase and (key := _unwrapped(slot, passphrase)):
            return key
    return None


def _wrapped(key: bytes, passphrase: str) -> dict[str, Any]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    slot: dict[str, Any] = {
        "kind": "passphrase",
        "kdf": "argon2id",
        "memory": MEMORY,
        "passes": PASSES,
        "lanes": LANES,
        "salt": secrets.token_hex(16),
    }
    nonce = secrets.token_bytes(12)
    wrapped = AESGCM(_stretched(slot, passphrase)).encrypt(nonce, key, _header(slot))
    return slot | {"nonce": nonce.hex(), "wrapped": wrapped.hex()}


def _unwrapped(slot: dict[str, Any], passphrase: str) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    header = {name: value for name, value in slot.items() if name not in ("nonce", "wrapped")}
    cipher = AESGCM(_stretched(header, passphrase))
    try:
        return cipher.decrypt(bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["wrapped"]), _header(header))
    except InvalidTag:
        return None


def _stretched(slot: dict[str, Any], passphrase: str) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    if slot["memory"] > MOST_MEMORY or slot["passes"] > MOST_PASSES:
        raise ValueError("no slot of ours asks for so much")
    kdf = Argon2id(
        salt=bytes.fromhex(slot["salt"]),
        length=32,
        iterations=slot["passes"],
        lanes=slot["lanes"],
        memory_cost=slot["memory"],
    )
    return kdf.derive(passphrase.encode("utf-8"))


def _header(slot: dict[str, Any]) -> bytes:
    return json.dumps(slot, sort_keys=True).encode("utf-8")
