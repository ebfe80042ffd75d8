"""All texts of a module beside their translation into one language, for somebody who works on them elsewhere."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.records import Module, Unit
from trainer_app.domain.words_file import ModuleWords, WordsPart
from trainer_app.errors import TrainerError
from trainer_app.i18n import LANGUAGES, _
from trainer_app.services import translating
from trainer_app.services.curriculum_words import words_of


def of_module(s: Session, module_id: UUID, language: str) -> ModuleWords:
    """Raises TrainerError for the language that the module was written in: there is nothing to translate."""
    module = s.get_one(Module, module_id)
    if language == module.source:
        words = _("Module {code} was written in {language}: choose the language it is translated into.")
        raise TrainerError(
            words.format(code=module.code, language=LANGUAGES.get(language, language)), "source_language"
        )
    units = s.scalars(select(Unit).where(Unit.module_id == module_id).order_by(Unit.position)).all()
    titles = words_of(s, [module_id, *(unit.id for unit in units)], module.source)
    parts = [WordsPart("", titles.one(module_id, "title"), translating.pairs(s, module_id, language))]
    parts += [
        WordsPart(unit.code, titles.one(unit.id, "title"), translating.pairs(s, unit.id, language)) for unit in units
    ]
    return ModuleWords(module.code, titles.one(module_id, "title"), module.source, language, tuple(parts))
