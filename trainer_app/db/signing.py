"""Ed25519 (RFC 8032): an office signs what it gives, and anybody who has its public key can check it.

The library is asked only when something is signed or checked: it costs a start that needs neither.
"""

from __future__ import annotations

import base64

BYTES = 32  # of either half of a key


def new_private() -> bytes:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_of(private: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def sign(private: bytes, words: str) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private).sign(words.encode("utf-8"))


def is_signed(public: bytes, signature: bytes, words: str) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, words.encode("utf-8"))
    except InvalidSignature:
        return False
    return True


def written(data: bytes) -> str:
    """As a record and a command hold it: base64url without its filling."""
    return base64.urlsafe_b64encode(data).decode("ascii").rstrip("=")


def unwritten(words: str) -> bytes:
    """Raises ValueError."""
    return base64.b64decode(words + "=" * (-len(words) % 4), altchars=b"-_", validate=True)
