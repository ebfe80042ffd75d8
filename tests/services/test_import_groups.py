"""A list of groups taken in: ready, known already, doubtful or rejected, and all of it one gesture."""

from __future__ import annotations

from datetime import date

from tests.builders import a_group
from trainer_app.db.database import Database
from trainer_app.domain.groups import GroupForm, GroupKind
from trainer_app.domain.imports.cells import Row
from trainer_app.domain.imports.group_rows import GroupProblem, propose, read_groups
from trainer_app.i18n import label
from trainer_app.services import groups, import_groups, places
from trainer_app.services.import_groups import GroupDoubt, GroupsCheck

HEADER = ("Name", "Kind", "District", "Parent")


def checked(db: Database, *rows: Row) -> GroupsCheck:
    sheet = (HEADER, *rows)
    with db.reading() as s:
        return import_groups.check(s, read_groups(sheet, propose(sheet), date(2026, 3, 9)))


def in_rulindo(db: Database, name: str) -> None:
    with db.changing(label("Add")) as s:
        groups.add(s, GroupForm(name, GroupKind.COOPERATIVE, places.one(s, "Rulindo", "district")))


def test_each_row_is_in_one_place(db: Database) -> None:
    in_rulindo(db, "Twisungane")
    found = checked(
        db,
        ("Abahuje", "VSLA", "Gakenke", "Twisungane"),
        ("TWISUNGANE", "coop", "Rulindo", None),
        ("Twisungane", "coop", "Rubavu", None),
        ("COOP Twisungane", "VSLA", None, None),
        ("Indatwa", "choir", None, None),
        ("Abahuje", "VSLA", "Gakenke", None),
        ("Urumuri", None, None, "Nobody knows"),
        ("Ubumwe", None, "Atlantis", None),
    )
    assert [row.form.name for row in found.ready] == ["Abahuje"]
    assert [known.row.row for known in found.existing] == [3]
    assert [(doubt.row.row, doubt.code) for doubt in found.doubtful] == [
        (4, GroupDoubt.SAME_NAME),
        (5, GroupDoubt.SAME_NAME),
        (7, GroupDoubt.TWICE_IN_FILE),
        (8, GroupDoubt.PARENT_UNKNOWN),
        (9, GroupDoubt.PLACE_UNKNOWN),
    ]
    assert [(bad.row, bad.code) for bad in found.rejected] == [(6, GroupProblem.KIND_UNKNOWN)]
    assert found.rows == 8
    told = [import_groups.doubt_reason(doubt) for doubt in found.doubtful]
    assert told[0] == "A group of that name is known: Twisungane, Rulindo."
    assert told[2] == "Row 2 has the same name."


def test_a_list_is_one_gesture_and_its_groups_lie_inside_one_another(db: Database) -> None:
    found = checked(db, ("Branch", "branch", "Rulindo", "Union"), ("Union", "union", None, None))
    with db.changing(label("Import")) as s:
        assert import_groups.write(s, found) == 2
    with db.reading() as s:
        branch, union = groups.groups(s)
        assert groups.card(s, branch.id).parent == "Union"
        assert (branch.place, branch.kind, union.kind) == ("Rulindo", GroupKind.BRANCH, GroupKind.UNION)
        assert len({branch.code, union.code}) == 2
    db.undo()
    with db.reading() as s:
        assert groups.groups(s) == ()


def test_a_doubtful_row_is_taken_only_when_somebody_says_so(db: Database) -> None:
    a_group(db, "COOP Twisungane")
    found = checked(db, ("Twisungane", "VSLA", "Rulindo", None))
    with db.changing(label("Import")) as s:
        assert import_groups.write(s, found) == 0
    with db.changing(label("Import")) as s:
        assert import_groups.write(s, found, as_new={2}) == 1
    with db.reading() as s:
        assert [line.name for line in groups.groups(s)] == ["COOP Twisungane", "Twisungane"]


def test_a_list_taken_in_twice_adds_nothing_the_second_time(db: Database) -> None:
    rows = [(f"Group {n}", "VSLA", "Rulindo", None) for n in range(300)]
    with db.changing(label("Import")) as s:
        assert import_groups.write(s, checked(db, *rows)) == 300
    found = checked(db, *rows)
    assert (len(found.ready), len(found.existing)) == (0, 300)


def test_groups_that_lie_inside_one_another_in_a_ring_are_refused(db: Database) -> None:
    found = checked(db, ("A one", None, None, "B two"), ("B two", None, None, "A one"), ("C", None, None, "C"))
    assert [bad.code for bad in found.rejected] == [GroupProblem.LOOP] * 3
    assert import_groups.reason(found.rejected[2]) == "The group would be inside itself, through C."
