"""What a page watches is what can be written: a table that is misspelt would never tell anybody anything."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest

from trainer_app.db.journal import kinds
from trainer_app.ui import screens


def watching() -> Iterator[type]:
    for module in pkgutil.walk_packages(screens.__path__, f"{screens.__name__}."):
        for found in vars(import_module(module.name)).values():
            if isinstance(found, type) and found.__module__ == module.name and "WATCHES" in vars(found):
                yield found


@pytest.mark.parametrize("page", list(watching()), ids=lambda page: str(page.__name__))
def test_every_table_that_a_page_watches_is_there(page: type) -> None:
    assert set(vars(page)["WATCHES"]) <= kinds().keys()
