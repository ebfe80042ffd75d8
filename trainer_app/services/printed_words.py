"""The pages of the curriculum as they would be printed today, to be held against those that were."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.records import Module, TestItem, Unit
from trainer_app.domain import printed
from trainer_app.domain.material import UnitMaterial
from trainer_app.domain.printed import OF_HANDOUTS, OF_TESTS, WITH_HANDOUT, Document, PrintedPage
from trainer_app.services import curriculum, material

Key = tuple[str, str, str]


class Today:
    """Reads each page once, however many runs ask for it."""

    def __init__(self, s: Session, day: date) -> None:
        self._s, self._day = s, day
        self._pages: dict[Key, PrintedPage | None] = {}
        self._units: dict[tuple[str, str], UnitMaterial] = {}

    def page(self, document: str, code: str, language: str) -> PrintedPage | None:
        """None when there is no such page any more, or not in this language."""
        key = (document, code, language)
        if key not in self._pages:
            self._pages[key] = self._read(document, code, language) if document in list(Document) else None
        return self._pages[key]

    def _read(self, document: str, code: str, language: str) -> PrintedPage | None:
        kind = Document(document)
        if kind in OF_TESTS:
            return self._test(kind, code, language)
        if kind in OF_HANDOUTS:
            return self._handout(kind, code, language)
        return self._unit(kind, code, language)

    def _handout(self, kind: Document, code: str, language: str) -> PrintedPage | None:
        found = curriculum.handout_of_today(self._s, code, language, self._day)
        return printed.of_handouts([found], kind)[0] if found else None

    def _unit(self, kind: Document, code: str, language: str) -> PrintedPage | None:
        if (code, language) not in self._units:
            row = self._s.scalars(select(Unit).where(Unit.code == code)).first()
            if row is None:
                return None
            self._units[code, language] = material.unit(self._s, row.id, language, self._day)
        unit = self._units[code, language]
        pages = material.pages_of(self._s, [unit], self._day) if kind in WITH_HANDOUT else {}
        return printed.of_units([unit], kind, pages)[0]

    def _test(self, kind: Document, code: str, language: str) -> PrintedPage | None:
        module, form = code.rsplit(" ", 1)
        row = self._s.scalars(select(Module).where(Module.code == module)).first()
        items = select(TestItem.id).where(TestItem.form == form, TestItem.retired.is_(False)).limit(1)
        if row is None or self._s.scalars(items.where(TestItem.module_id == row.id)).first() is None:
            return None
        return printed.of_test(material.test(self._s, module, form, language, self._day), kind)[0]
