"""What a person means by a word on the command line: a key, a code, or a name that fits one thing only."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from trainer_app.db.records import Group, Person, Training
from trainer_app.errors import TrainerError
from trainer_app.i18n import _

Named = type[Person] | type[Group] | type[Training]


def one(s: Session, kind: Named, ref: str, search: Callable[[], Iterable[UUID]]) -> UUID:
    """The key of what `ref` stands for; `search` is asked only when it is no key and no code. Raises TrainerError."""
    ref = ref.strip()
    exact = [kind.code == ref]
    with contextlib.suppress(ValueError):
        exact.append(kind.id == UUID(ref))
    found = list(s.scalars(select(kind.id).where(or_(*exact)).limit(2)))
    if not found and ref:
        found = list(search())
    if not found:
        raise TrainerError(_("Nothing is called {name}.").format(name=ref), "not_found")
    if len(found) > 1:
        raise TrainerError(_("Several are called {name}: use the code.").format(name=ref), "ambiguous")
    return found[0]
