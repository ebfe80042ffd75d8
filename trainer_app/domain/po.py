"""What `.po` files of ours say besides what every tool knows of them."""

from __future__ import annotations

WAS_REVIEWED = "was-reviewed"
"""A flag of an outdated entry, which is fuzzy: it was reviewed before its source changed. A tool that drops it makes
the entry a draft, which is always safe."""
PLURALS = {"fr": "nplurals=2; plural=(n > 1);"}
OTHER_PLURALS = "nplurals=2; plural=(n != 1);"
