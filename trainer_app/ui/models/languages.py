"""Languages that people speak, each under its own name."""

from __future__ import annotations

SPOKEN = (
    ("", ""),
    ("rw", "Ikinyarwanda"),
    ("fr", "Français"),
    ("en", "English"),
    ("sw", "Kiswahili"),
)
