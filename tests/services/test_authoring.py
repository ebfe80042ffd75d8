"""A module written from nothing, in any language, and shipped ones added to, put in order and retired."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from tests.builders import a_training
from trainer_app.db.database import Database
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.material import Method, PartKind
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import authoring, curriculum, material, outline, texts, translating
from trainer_app.services.authoring import Links

EDIT = label("Edit the curriculum")
DAY = date(2026, 3, 9)


def a_french_module(db: Database) -> UUID:
    """With one unit of two steps, a handout and a question."""
    with db.changing(EDIT) as s:
        key = authoring.begin_module(s, "Négocier", "Les vendeuses négocient leur place.", "fr", Links(["M4"], ["M1"]))
        unit = authoring.add_unit(s, key, "Préparer")
        s.flush()
        authoring.add_step(s, unit, "Accueil", 10, Method.WELCOME)
        authoring.add_step(s, unit, "Jeu de rôle", 40, Method.ROLE_PLAY, True)
        said = ("Écoutez.", "Demandez.", "Écrivez.")
        page = authoring.HandoutWords("Prêtes", said, "Parlez à une voisine.", "union", "Des mains levées.")
        authoring.begin_handout(s, unit, page)
        authoring.add_text(s, unit, "objective", "préparer trois arguments", "fr")
        s.flush()
        code = outline.of(s, unit).code
        authoring.add_item(s, key, code, "A", "Qui parle ?", ["La déléguée", "Tous", "Personne"], "A")
    return key


def the_unit(db: Database, module_id: UUID) -> UUID:
    with db.reading() as s:
        return next(m for m in curriculum.modules(s, "fr") if m.id == module_id).units[0].id


def test_a_module_can_be_written_in_french_first_and_is_taught_like_any_other(db: Database) -> None:
    key = a_french_module(db)
    with db.reading() as s:
        line = next(m for m in curriculum.modules(s, "fr") if m.id == key)
        page = material.unit(s, line.units[0].id, "fr", DAY)
        handout = curriculum.handout(s, line.units[0].handout_code, "fr", DAY)
        test = material.test(s, line.code, "A", "fr", DAY)
    assert line.title == "Négocier"
    assert line.code.endswith("-M1")
    assert page.minutes == 50
    assert [(step.title, step.begins, step.method) for step in page.steps] == [
        ("Accueil", 0, Method.WELCOME),
        ("Jeu de rôle", 10, Method.ROLE_PLAY),
    ]
    assert handout.messages == ("Écoutez.", "Demandez.", "Écrivez.")
    assert (test.items[0].stem, test.items[0].answer) == ("Qui parle ?", "A")


def test_its_other_languages_are_missing_until_they_are_written(db: Database) -> None:
    unit = the_unit(db, a_french_module(db))
    with db.reading() as s:
        states = {pair.state for pair in translating.pairs(s, unit, "rw")}
        assert states == {TextState.MISSING}
        assert translating.progress(s)[unit].of("rw", TextState.MISSING) == len(translating.pairs(s, unit, "rw"))
        refs = [pair.ref for pair in translating.pairs(s, unit, "rw")]
    with db.changing(EDIT) as s:
        for ref in refs:
            texts.write(s, ref, "rw", "Ijambo")
    with db.reading() as s:
        assert {pair.state for pair in translating.pairs(s, unit, "rw")} == {TextState.DRAFT}


def test_the_whole_module_is_undone_with_one_step(db: Database) -> None:
    key = a_french_module(db)
    db.undo()
    with db.reading() as s:
        assert key not in [module.id for module in curriculum.modules(s, "fr")]


def test_a_second_module_has_a_code_of_its_own_even_after_the_first_was_undone(db: Database) -> None:
    a_french_module(db)
    db.undo()
    key = a_french_module(db)
    with db.reading() as s:
        assert next(m for m in curriculum.modules(s, "fr") if m.id == key).code.endswith("-M2")


def test_no_module_comes_before_itself(db: Database) -> None:
    with db.changing(EDIT) as s:
        modules = {module.code: module.id for module in curriculum.modules(s, "en")}
        authoring.place_module(s, modules["M2"], Links(["M1"]))
    with pytest.raises(TrainerError, match="before itself"), db.changing(EDIT) as s:
        authoring.place_module(s, modules["M1"], Links(["M2"]))


def test_steps_change_places_and_the_unit_is_as_long_as_its_steps(db: Database) -> None:
    unit = the_unit(db, a_french_module(db))
    with db.reading() as s:
        first = translating.pairs(s, unit, "fr")
        step = next(pair.place.owner_id for pair in first if pair.place.owner == "step")
    with db.changing(EDIT) as s:
        authoring.move_step(s, step, 1)
        authoring.set_step(s, step, 15, None, False)
    with db.reading() as s:
        page = material.unit(s, unit, "fr", DAY)
    assert [step.title for step in page.steps] == ["Jeu de rôle", "Accueil"]
    assert (page.minutes, page.steps[1].method) == (55, None)
    with db.changing(EDIT) as s:
        authoring.remove_step(s, step)
    with db.reading() as s:
        assert material.unit(s, unit, "fr", DAY).minutes == 40
        assert outline.of(s, unit).is_unit


@pytest.mark.parametrize("minutes", [0, -5, 601])
def test_a_step_of_no_time_is_refused(db: Database, minutes: int) -> None:
    unit = the_unit(db, a_french_module(db))
    with pytest.raises(TrainerError, match="1 to 600"), db.changing(EDIT) as s:
        authoring.add_step(s, unit, "Fin", minutes)


def test_an_objective_moves_and_goes_in_every_language_at_once(db: Database) -> None:
    with db.reading() as s:
        unit = curriculum.modules(s, "en")[0].units[0].id
        before = material.unit(s, unit, "rw", DAY).objectives
        refs = [pair.ref for pair in translating.pairs(s, unit, "rw") if pair.place.key == "objective"]
    with db.changing(EDIT) as s:
        authoring.move_text(s, refs[0], 1)
    with db.reading() as s:
        assert material.unit(s, unit, "rw", DAY).objectives == (before[1], before[0], *before[2:])
    with db.changing(EDIT) as s:
        authoring.remove_text(s, refs[0])
    with db.reading() as s:
        assert material.unit(s, unit, "rw", DAY).objectives == (before[1], *before[2:])
        assert len(material.unit(s, unit, "en", DAY).objectives) == len(before) - 1
    db.undo()
    db.undo()
    with db.reading() as s:
        assert material.unit(s, unit, "rw", DAY).objectives == before


def test_a_card_keeps_its_picture_when_it_moves_and_takes_it_along_when_it_goes(db: Database) -> None:
    with db.reading() as s:
        unit = curriculum.modules(s, "en")[0].units[0].id
        refs = [pair.ref for pair in translating.pairs(s, unit, "en") if pair.place.key == "card"]
        held = [card for prop in material.unit(s, unit, "en", DAY).props for card in prop.cards]
    cards = dict(zip(refs, held, strict=True))
    with db.changing(EDIT) as s:
        authoring.move_text(s, refs[0], 1)
        s.flush()
        authoring.remove_text(s, refs[2])
    with db.reading() as s:
        after = [card for prop in material.unit(s, unit, "en", DAY).props for card in prop.cards]
    assert after == [cards[ref] for ref in (refs[1], refs[0], *refs[3:])]
    assert any(card.picture for card in after)


def test_a_retired_module_is_not_offered_and_its_pages_are_those_that_are_taught(db: Database) -> None:
    with db.reading() as s:
        module = curriculum.modules(s, "en")[0]
    with db.changing(EDIT) as s:
        authoring.retire(s, module.id)
        authoring.retire(s, module.units[0].id)
    with db.reading() as s:
        after = curriculum.modules(s, "en")[0]
        pages = curriculum.handouts(s, "M1", "en", DAY)
    assert (after.retired, after.units[0].retired) == (True, True)
    assert after.minutes == module.minutes - module.units[0].minutes
    assert [page.code for page in pages] == [unit.handout_code for unit in module.units[1:]]


def test_at_the_ends_of_a_list_nothing_moves(db: Database) -> None:
    with db.reading() as s:
        unit = curriculum.modules(s, "en")[0].units[0].id
        before = material.unit(s, unit, "en", DAY).objectives
        refs = [pair.ref for pair in translating.pairs(s, unit, "en") if pair.place.key == "objective"]
    with db.changing(EDIT) as s:
        authoring.move_text(s, refs[0], -1)
        authoring.move_text(s, refs[-1], 1)
    with db.reading() as s:
        assert material.unit(s, unit, "en", DAY).objectives == before


@pytest.mark.parametrize(
    ("kind", "form"),
    [(PartKind.READING, "story"), (PartKind.EXERCISE, "table"), (PartKind.PROP, "cards"), (PartKind.PROP, "money")],
)
def test_a_part_is_added_and_taken_out(db: Database, kind: PartKind, form: str) -> None:
    unit = the_unit(db, a_french_module(db))
    with db.changing(EDIT) as s:
        key = authoring.add_part(s, unit, kind, form, "Le marché")
    with db.reading() as s:
        page = material.unit(s, unit, "fr", DAY)
        assert [part.title for part in (*page.readings, *page.exercises, *page.props)] == ["Le marché"]
        assert outline.first_ref(s, key)
    with db.changing(EDIT) as s:
        authoring.remove_part(s, key)
    with db.reading() as s:
        page = material.unit(s, unit, "fr", DAY)
    assert (page.readings, page.exercises, page.props) == ((), (), ())


def test_a_retired_unit_is_no_longer_taught_but_a_training_that_chose_it_keeps_it(db: Database) -> None:
    training = a_training(db)
    with db.reading() as s:
        units = curriculum.modules(s, "en")[0].units
    with db.changing(EDIT) as s:
        authoring.retire(s, units[1].id)
    with db.reading() as s:
        taught = material.units_of(s, training.id, "en", DAY)
        assert units[1].code not in [unit.code for unit in taught]
        assert units[1].code not in [unit.code for unit in material.module(s, "M1", "en", DAY)]
        assert material.by_code(s, units[1].code, "en", DAY).title


def test_questions_are_numbered_within_their_form_and_a_retired_one_is_not_asked(db: Database) -> None:
    with db.reading() as s:
        module = curriculum.modules(s, "en")[0]
    with db.changing(EDIT) as s:
        key = authoring.add_item(s, module.id, module.units[0].code, "B", "Why?", ["So", "No", "Yes"], "C")
        s.flush()
        assert material.test(s, "M1", "B", "en", DAY).items[-1].number == 11
        authoring.set_item(s, key, "B", retired=True)
    with db.reading() as s:
        assert len(material.test(s, "M1", "B", "en", DAY).items) == 10


@pytest.mark.parametrize(("options", "answer"), [(["One", "Two"], "A"), (["One", "Two", "Three"], "D")])
def test_a_question_without_three_answers_is_refused(db: Database, options: list[str], answer: str) -> None:
    with db.reading() as s:
        module = curriculum.modules(s, "en")[0]
    with pytest.raises(TrainerError, match="three answers"), db.changing(EDIT) as s:
        authoring.add_item(s, module.id, module.units[0].code, "A", "Why?", options, answer)
