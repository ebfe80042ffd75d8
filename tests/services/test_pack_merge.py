"""A module from a file meets the one that is here: what each side changed is kept, nothing is overwritten unasked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from trainer_app.db.database import Database, open_database
from trainer_app.db.journal import INCLUDE_GONE
from trainer_app.db.records import Text
from trainer_app.documents import pack_file
from trainer_app.domain import pack_places
from trainer_app.domain import packs as keys
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.material import Method, PartKind
from trainer_app.domain.pack_merge import Kind, Merged, Preview, Take, merged, verdict
from trainer_app.domain.packs import Pack
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.paths import resources
from trainer_app.readers import packs
from trainer_app.services import authoring, pack_merge, pack_out, shipped, texts
from trainer_app.services.pack_base import IMPORT

EDIT = label("Edit the curriculum")
M2 = keys.module_id("M2")


def cut(pack: Pack) -> Pack:
    """Its first unit and what is asked about it: whole in kind, and quickly written."""
    units, items = pack.units[:1], tuple(item for item in pack.items if item.unit_code == pack.units[0].code)
    small = replace(pack, units=units, items=items)
    known = pack_places.owners(small)
    return replace(small, texts=tuple(text for text in pack.texts if text.owner_id in known))


WHOLE = cut(packs.read(resources() / "curriculum" / "business_plan"))
UNIT = WHOLE.units[0]


def ref_of(pack: Pack, key: str, owner: UUID | None = None) -> str:
    """The first text of this key: of the module, unless another owner is named."""
    return next(text.ref for text in pack.texts if text.key == key and text.owner_id == (owner or M2))


TITLE, AIM = ref_of(WHOLE, "title"), ref_of(WHOLE, "aim")
OBJECTIVES = [text.ref for text in WHOLE.texts if text.language == "en" and text.key == "objective"][:3]


def change(db: Database, command: Callable[..., object], *args: object, **kwargs: object) -> object:
    with db.changing(EDIT) as s:
        return command(s, *args, **kwargs)


def write(db: Database, ref: str, language: str, words: str) -> None:
    change(db, texts.write, ref, language, words)


def pack_of(db: Database, key: UUID = M2) -> Pack:
    with db.reading() as s:
        return pack_out.pack(s, key)


def preview(db: Database, pack: Pack) -> Preview:
    with db.reading() as s:
        return pack_merge.preview(s, pack)


def take_in(db: Database, pack: Pack, take: Take | None = None, take_out: bool = False) -> Merged:
    found = preview(db, pack)
    choices = {one.key: take for one in found.conflicts} if take else {}
    with db.changing(label(IMPORT, code=pack.code, file="m2.zip")) as s:
        return pack_merge.write(s, pack, choices, take_out=take_out)


def saying(pack: Pack, ref: str, language: str, words: str, state: TextState | None = None) -> Pack:
    """The pack with other words in one language; a translation that stood is then outdated, as our files tell it."""
    before = next(text.words for text in pack.texts if (text.ref, text.language) == (ref, language))
    is_source = language == pack.source

    def changed(text: object) -> object:
        assert isinstance(text, keys.PackText)
        if text.ref != ref:
            return text
        if text.language == language:
            return replace(text, words=words, state=state or text.state)
        return replace(text, from_words=text.from_words or before) if is_source else text

    return replace(pack, texts=tuple(map(changed, pack.texts)))


def said(db: Database, ref: str, language: str) -> tuple[str, TextState, str | None]:
    with db.reading() as s:
        row = s.get_one(Text, texts.text_id(ref, language))
        return row.words, row.state, row.from_words


def all_texts(db: Database) -> list[tuple[object, ...]]:
    """Every row of the curriculum, gone ones too."""
    with db.reading() as s:
        rows = s.scalars(select(Text).order_by(Text.id).execution_options(**{INCLUDE_GONE: True}))
        return [(row.id, row.words, row.state, row.position, row.from_words, row.gone) for row in rows]


@pytest.fixture
def db(empty: Database) -> Database:
    """A database in which the module came with the program."""
    with empty.loading() as s:
        shipped.load_pack(s, WHOLE)
    return empty


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Database]:
    """A database in which no module was ever loaded."""
    database = open_database(tmp_path / "empty")
    database.begin("ABC", "Trainer", "en")
    yield database
    database.close()


# ---- the rule -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "kind"),
    [
        ("a", "a", "a", None),
        ("a", "b", "b", None),
        (None, None, "b", Kind.NEW),
        ("a", "a", "b", Kind.CHANGED),
        ("a", "b", "a", Kind.KEPT),
        ("a", "b", "c", Kind.CONFLICT),
        (None, "b", "c", Kind.CONFLICT),
        ("a", "a", None, Kind.REMOVED),
        (None, "a", None, None),
        ("a", None, "a", Kind.KEPT),
        ("a", None, "b", Kind.CONFLICT),
    ],
)
def test_what_only_one_side_changed_is_that_sides(
    base: str | None, mine: str | None, theirs: str | None, kind: Kind | None
) -> None:
    assert verdict(base, mine, theirs) == kind


@pytest.mark.parametrize(
    ("mine", "theirs", "reordered", "after"),
    [
        ("abc", "abc", False, "abc"),
        ("abc", "cab", False, "cab"),
        ("abc", "cab", True, "abc"),
        ("axbc", "abcd", False, "axbcd"),
        ("abc", "nabc", True, "nabc"),
        ("", "ab", False, "ab"),
        ("xy", "ab", True, "abxy"),
    ],
)
def test_one_order_comes_of_two(mine: str, theirs: str, reordered: bool, after: str) -> None:
    assert "".join(merged(mine, theirs, reordered)) == after


@given(st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 9), unique=True), st.booleans())
def test_no_one_is_lost_or_doubled_in_an_order(mine: list[int], theirs: list[int], reordered: bool) -> None:
    found = merged(mine, theirs, reordered)
    assert sorted(found) == sorted({*mine, *theirs})
    first = mine if reordered else theirs
    assert [one for one in found if one in first] == first


# ---- a module that was never here ----------------------------------------------------------------------------------


def test_a_module_comes_into_an_empty_database_as_it_left_another(empty: Database) -> None:
    found = preview(empty, WHOLE)
    assert (found.is_new, found.count(Kind.CONFLICT)) == (True, 0)
    assert found.count(Kind.NEW) > len(WHOLE.texts)
    take_in(empty, WHOLE)
    assert pack_of(empty) == WHOLE


def test_one_undo_takes_it_back_and_it_can_come_again(empty: Database) -> None:
    take_in(empty, WHOLE)
    empty.undo()
    assert preview(empty, WHOLE).is_new
    take_in(empty, WHOLE)
    assert pack_of(empty) == WHOLE
    empty.undo()
    empty.redo()
    assert pack_of(empty) == WHOLE


def test_the_same_file_again_brings_nothing(db: Database) -> None:
    assert preview(db, WHOLE).brings_nothing
    with db.reading() as s:
        before = s.scalars(select(Text.revision)).all()
    take_in(db, WHOLE)
    with db.reading() as s:
        assert s.scalars(select(Text.revision)).all() == before
    assert db.next_undo() is None


# ---- words ----------------------------------------------------------------------------------------------------------


def test_what_nobody_changed_here_becomes_what_the_file_says(db: Database) -> None:
    newer = saying(WHOLE, TITLE, "fr", "Le plan d’entreprise", TextState.DRAFT)
    (one,) = preview(db, newer).texts
    assert (one.kind, one.base, one.mine, one.theirs) == (
        Kind.CHANGED, "Plan d’affaires", "Plan d’affaires", "Le plan d’entreprise",
    )  # fmt: skip
    take_in(db, newer)
    assert said(db, TITLE, "fr") == ("Le plan d’entreprise", TextState.DRAFT, None)
    assert pack_of(db) == newer


def test_what_was_changed_only_here_stays(db: Database) -> None:
    write(db, TITLE, "fr", "Mon plan")
    (one,) = preview(db, WHOLE).texts
    assert (one.kind, one.mine, one.theirs) == (Kind.KEPT, "Mon plan", "Plan d’affaires")
    take_in(db, WHOLE, Take.THEIRS)
    assert said(db, TITLE, "fr")[0] == "Mon plan"


@pytest.mark.parametrize(("take", "words"), [(Take.THEIRS, "Leur plan"), (Take.MINE, "Mon plan"), (None, "Mon plan")])
def test_where_both_changed_the_user_chooses(db: Database, take: Take | None, words: str) -> None:
    write(db, TITLE, "fr", "Mon plan")
    newer = saying(WHOLE, TITLE, "fr", "Leur plan")
    (one,) = preview(db, newer).conflicts
    assert (one.base, one.mine, one.theirs) == ("Plan d’affaires", "Mon plan", "Leur plan")  # type: ignore[union-attr]
    take_in(db, newer, take)
    assert said(db, TITLE, "fr")[0] == words
    db.undo()
    assert said(db, TITLE, "fr")[0] == "Mon plan"


def test_nobody_is_asked_twice_about_the_same_words(db: Database) -> None:
    write(db, TITLE, "fr", "Mon plan")
    newer = saying(WHOLE, TITLE, "fr", "Leur plan")
    take_in(db, newer, Take.MINE)
    assert preview(db, newer).count(Kind.CONFLICT) == 0
    newest = saying(WHOLE, TITLE, "fr", "Leur nouveau plan")
    (one,) = preview(db, newest).conflicts
    assert one.base == "Leur plan"  # type: ignore[union-attr]


def test_what_an_import_brought_is_what_the_next_one_starts_from(db: Database) -> None:
    write(db, TITLE, "fr", "Mon plan")
    take_in(db, saying(WHOLE, TITLE, "fr", "Leur plan"), Take.THEIRS)
    newest = saying(WHOLE, TITLE, "fr", "Leur nouveau plan")
    assert [one.kind for one in preview(db, newest).texts] == [Kind.CHANGED]
    db.undo()
    assert [one.kind for one in preview(db, newest).texts] == [Kind.CONFLICT]


def test_a_new_source_outdates_the_translations_that_were_not_made_from_it(db: Database) -> None:
    write(db, TITLE, "fr", "Mon plan")
    newer = saying(saying(WHOLE, TITLE, "en", "The plan of a business"), TITLE, "rw", "Imigambi")
    take_in(db, newer)
    assert said(db, TITLE, "en")[0] == "The plan of a business"
    assert said(db, TITLE, "fr") == ("Mon plan", TextState.DRAFT, "Business plan")
    assert said(db, TITLE, "rw") == ("Imigambi", TextState.DRAFT, "Business plan")
    with db.changing(EDIT) as s:
        assert texts.only_a_typo(s, TITLE) == 2


def test_a_source_kept_here_outdates_what_was_made_from_the_files(db: Database) -> None:
    write(db, TITLE, "en", "My plan")
    newer = saying(WHOLE, TITLE, "fr", "Leur plan", TextState.REVIEWED)
    take_in(db, newer)
    assert said(db, TITLE, "en")[0] == "My plan"
    assert said(db, TITLE, "fr") == ("Leur plan", TextState.REVIEWED, "Business plan")


def test_a_translation_into_a_new_language_comes_in_and_one_made_here_stays(db: Database) -> None:
    swahili = tuple(
        replace(text, language="sw", words=f"sw {text.words}", state=TextState.DRAFT)
        for text in WHOLE.texts
        if text.language == "en" and text.ref in (TITLE, AIM)
    )
    write(db, TITLE, "es", "Plan de negocio")
    write(db, TITLE, "sw", "Mpango wangu")
    found = take_in(db, replace(WHOLE, texts=(*WHOLE.texts, *swahili)))
    assert found.new == 1
    assert said(db, TITLE, "es")[0] == "Plan de negocio"
    assert said(db, TITLE, "sw")[0] == "Mpango wangu"
    assert said(db, AIM, "sw")[0].startswith("sw Each")


def test_a_file_without_a_language_takes_none_away(db: Database) -> None:
    english = replace(WHOLE, texts=tuple(text for text in WHOLE.texts if text.language != "rw"))
    assert preview(db, english).brings_nothing


# ---- structure ------------------------------------------------------------------------------------------------------


def without_step(pack: Pack, number: int) -> Pack:
    unit = pack.units[0]
    gone = unit.steps[number]
    fewer = replace(unit, steps=tuple(step for step in unit.steps if step != gone), minutes=unit.minutes - gone.minutes)
    kept = tuple(text for text in pack.texts if text.owner_id != gone.id)
    return replace(pack, units=(fewer, *pack.units[1:]), texts=kept)


def test_what_the_file_no_longer_has_is_told_and_stays_unless_it_is_asked_to_go(db: Database) -> None:
    older = without_step(WHOLE, 1)
    (one,) = preview(db, older).rows
    assert (one.kind, one.what, one.unit_code) == (Kind.REMOVED, "step", UNIT.code)
    take_in(db, older)
    assert pack_of(db) == WHOLE
    assert take_in(db, older, take_out=True).removed == 1
    assert pack_of(db) == older
    db.undo()
    assert pack_of(db) == WHOLE


def test_a_new_step_comes_to_its_place_and_the_unit_grows(empty: Database) -> None:
    take_in(empty, without_step(WHOLE, 1))
    change(empty, authoring.add_step, keys.unit_id(UNIT.code), "My own step", 7, Method.GAME)
    found = take_in(empty, WHOLE)
    assert found.new >= 1
    after = pack_of(empty).units[0]
    assert [step.id for step in after.steps][: len(UNIT.steps)] == [step.id for step in UNIT.steps]
    assert after.minutes == UNIT.minutes + 7


def test_steps_that_were_moved_in_the_file_are_moved_here(db: Database) -> None:
    first, second, *rest = UNIT.steps
    newer = replace(WHOLE, units=(replace(UNIT, steps=(second, first, *rest)), *WHOLE.units[1:]))
    newer = replace(newer, texts=tuple(_in_order(newer)))
    assert preview(db, newer).moved == 2
    take_in(db, newer)
    assert [step.id for step in pack_of(db).units[0].steps] == [second.id, first.id, *(step.id for step in rest)]
    db.undo()
    assert pack_of(db) == WHOLE


def _in_order(pack: Pack) -> list[keys.PackText]:
    return list(packs.from_files(pack_file.files(pack), "x").texts)


def test_an_order_that_was_changed_here_stays(db: Database) -> None:
    change(db, authoring.move_step, UNIT.steps[0].id, 1)
    change(db, authoring.move_text, OBJECTIVES[0], 1)
    before = pack_of(db)
    assert preview(db, WHOLE).brings_nothing
    take_in(db, WHOLE)
    assert pack_of(db) == before


def test_minutes_that_both_changed_are_a_conflict(db: Database) -> None:
    step = UNIT.steps[0]
    change(db, authoring.set_step, step.id, 12, Method.GAME, False)
    longer = replace(UNIT, steps=(replace(step, minutes=20), *UNIT.steps[1:]), minutes=UNIT.minutes - step.minutes + 20)
    newer = replace(WHOLE, units=(longer, *WHOLE.units[1:]))
    (one,) = preview(db, newer).conflicts
    assert [(f.name, f.base, f.mine, f.theirs) for f in one.fields if f.name == "minutes"] == [  # type: ignore[union-attr]
        ("minutes", step.minutes, 12, 20)
    ]
    take_in(db, newer, Take.THEIRS)
    after = pack_of(db).units[0]
    assert (after.steps[0].minutes, after.steps[0].method) == (20, Method.GAME)
    assert after.minutes == longer.minutes


def test_what_was_taken_out_here_stays_out(db: Database) -> None:
    change(db, authoring.remove_step, UNIT.steps[1].id)
    change(db, authoring.remove_text, OBJECTIVES[0])
    before = pack_of(db)
    found = preview(db, WHOLE)
    assert {one.kind for one in found.all} == {Kind.KEPT}
    take_in(db, WHOLE, Take.THEIRS)
    assert pack_of(db) == before


def test_a_test_item_of_ones_own_never_shares_its_number(db: Database) -> None:
    change(db, authoring.add_item, M2, UNIT.code, "A", "My question", ("one", "two", "three"), "A")
    mine = max(item.number for item in pack_of(db).items if item.form == "A")
    theirs = replace(WHOLE.items[0], id=keys.item_id("t-new1"), number=mine)
    stem, *options = (
        keys.PackText(theirs.id, key, place, f"t-new{number}", "en", words, TextState.REVIEWED, ())
        for number, (key, place, words) in enumerate(
            [("stem", 0, "Theirs"), ("option", 0, "a"), ("option", 1, "b"), ("option", 2, "c")], start=1
        )
    )
    newer = replace(WHOLE, items=(*WHOLE.items, theirs), texts=(*WHOLE.texts, stem, *options))
    take_in(db, newer)
    numbers = [(item.form, item.number) for item in pack_of(db).items]
    assert len(numbers) == len(set(numbers)) == len(WHOLE.items) + 2


# ---- what is refused ------------------------------------------------------------------------------------------------


def renamed(code: str) -> Pack:
    return replace(WHOLE, code=code, folder="other", texts=tuple(
        replace(text, owner_id=keys.module_id(code)) if text.owner_id == M2 else text for text in WHOLE.texts
    ))  # fmt: skip


def test_a_file_cannot_reach_into_another_module(db: Database) -> None:
    before = all_texts(db)
    with pytest.raises(TrainerError, match="another module") as refused:
        take_in(db, renamed("X9"))
    assert refused.value.code == "other_module"
    words_only = replace(renamed("X9"), units=(), items=())
    words_only = replace(words_only, texts=tuple(t for t in words_only.texts if t.owner_id == keys.module_id("X9")))
    with pytest.raises(TrainerError, match="another module"):
        take_in(db, words_only)
    assert all_texts(db) == before


def test_a_module_written_in_another_language_is_refused(db: Database) -> None:
    french = replace(WHOLE, source="fr", texts=tuple(text for text in WHOLE.texts if text.language == "fr"))
    with pytest.raises(TrainerError, match="another language") as refused:
        take_in(db, french)
    assert refused.value.code == "other_source"


# ---- any history ----------------------------------------------------------------------------------------------------

EDITS = ("en", "fr", "rw", "move", "add", "remove", "step", "review", "part", "retire", "people", "links", "undo")


def edit(db: Database, what: str, words: str) -> None:
    unit, step = keys.unit_id(UNIT.code), UNIT.steps[0].id
    match what:
        case "en" | "fr" | "rw":
            write(db, OBJECTIVES[1], what, words)
        case "move":
            change(db, authoring.move_text, OBJECTIVES[0], 1)
        case "add":
            change(db, authoring.add_text, unit, "objective", words, "en")
        case "remove":
            if OBJECTIVES[2] in {text.ref for text in pack_of(db).texts}:
                change(db, authoring.remove_text, OBJECTIVES[2])
        case "step":
            key = change(db, authoring.add_step, unit, words, 5, Method.PAIRS, True)
            change(db, authoring.move_step, key, -1)
        case "review":
            change(db, texts.review, OBJECTIVES[0], "rw")
        case "part":
            key = change(db, authoring.add_part, unit, PartKind.PROP, "cards", words)
            change(db, authoring.add_text, key, "card", words, "en")
        case "retire":
            change(db, authoring.retire, unit)
        case "people":
            change(db, authoring.set_people, unit, 5, 30)
        case "links":
            change(db, authoring.place_module, M2, authoring.Links(("M1",), ("M3",), (words,)))
        case "undo":
            if db.next_undo():
                db.undo()
    assert step is not None


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Database, Database]]:
    """A database that is edited further and further, and one into which all of it is taken in again and again."""
    one = open_database(tmp_path_factory.mktemp("one"))
    other = open_database(tmp_path_factory.mktemp("other"))
    for database in (one, other):
        database.begin("ABC", "Trainer", "en")
    take_in(one, WHOLE)
    yield one, other
    one.close()
    other.close()


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(EDITS), st.sampled_from(["no", "08:30", 'He said "1e3"', "one\ntwo", "é 😀"])),
        min_size=1,
        max_size=4,
    )
)
def test_after_any_edits_what_leaves_comes_in_elsewhere_as_it_was(
    loaded: tuple[Database, Database], edits: list[tuple[str, str]]
) -> None:
    here, there = loaded
    for what, words in edits:
        edit(here, what, words)
    left = pack_of(here)
    arrived = packs.from_files(pack_file.files(left), "module")
    assert arrived == left
    assert preview(there, arrived).count(Kind.CONFLICT) == 0
    take_in(there, arrived, take_out=True)
    assert pack_of(there) == left


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from(EDITS), st.sampled_from(["here", "no"])), min_size=1, max_size=3),
    st.lists(st.tuples(st.sampled_from(EDITS), st.sampled_from(["there", "no"])), min_size=1, max_size=3),
    st.sampled_from(Take),
)
def test_after_edits_on_both_sides_a_merge_leaves_nothing_to_ask(
    loaded: tuple[Database, Database], mine: list[tuple[str, str]], theirs: list[tuple[str, str]], take: Take
) -> None:
    here, there = loaded
    if not preview(there, pack_of(here)).brings_nothing:
        take_in(there, pack_of(here))
    for database, edits in ((here, theirs), (there, mine)):
        for what, words in edits:
            edit(database, what, words)
    take_in(there, pack_of(here), take)
    after = preview(there, pack_of(here))
    kinds = {one.kind for one in after.texts} if take is Take.MINE else {one.kind for one in after.all}
    assert kinds <= {Kind.KEPT, Kind.REMOVED}
    packs.from_files(pack_file.files(pack_of(there)), "module")
