"""The codebook: what each table and each of its columns means, for who has only the files."""

from __future__ import annotations

from collections.abc import Iterator

from trainer_app.documents.sheet import Column, Row, Sheet
from trainer_app.domain.tidy import Field, Table, Type
from trainer_app.i18n import Catalog


def tables(t: Catalog) -> dict[str, str]:
    """One row of the table is what?"""
    return {
        "people": t.gettext("Everybody who is on a register, or in the file where no days were named."),
        "groups": t.gettext("Savings groups, cooperatives, cohorts and unions."),
        "memberships": t.gettext(
            "Who belongs or belonged to which group, and as what. Whoever knows the group may guess its president."
        ),
        "trainings": t.gettext("Trainings, meetings and other events."),
        "sessions": t.gettext("Each time that a training comes together."),
        "enrolments": t.gettext("Who is on the register of which training."),
        "marks": t.gettext("One person in one session; without a row there is no mark."),
        "scores": t.gettext("One person in one test."),
        "answers": t.gettext("One person and one question of a test."),
        "indicators": t.gettext("Figures of the report: whole, and by each way of breaking them down."),
    }


def meanings(t: Catalog) -> dict[str, str]:
    """A column means the same in each table that has it."""
    return {
        "person_id": t.gettext("A person, by a code that is of no use outside these tables."),
        "training_id": t.gettext("Code of the training."),
        "group_id": t.gettext("Code of the group."),
        "session_id": t.gettext("Code of the training and number of the session in it."),
        "day": t.gettext("Day of the session."),
        "sex": t.gettext("F is female, M is male."),
        "age_group": t.gettext("Age group on the last day asked for, or on the day of the export."),
        "occupation": t.gettext("Occupation, as it was written."),
        "schooling": t.gettext("The highest school that the person went to."),
        "language": t.gettext("Language that the person reads."),
        "district": t.gettext("District."),
        "sector": t.gettext("Sector, where it is known."),
        "code": t.gettext("Code of the person in the office."),
        "name": t.gettext("Name of the person."),
        "birth_year": t.gettext("Year of birth."),
        "phone": t.gettext("Phone number, masked unless it was asked for."),
        "national_id": t.gettext("Number of the identity card."),
        "group_name": t.gettext("Name of the group."),
        "group_kind": t.gettext("Kind of group."),
        "inside_group_id": t.gettext("Code of the group that it is inside of."),
        "value_chain": t.gettext("What the group lives from together."),
        "formed_on": t.gettext("Day on which the group was formed."),
        "formed_by_itself": t.gettext("Whether the group was formed without the project."),
        "role": t.gettext("What the person is in the group."),
        "since": t.gettext("From this day on; empty where nobody knows."),
        "until": t.gettext("Until this day; empty where it goes on."),
        "title": t.gettext("Title of the training."),
        "training_kind": t.gettext("Kind of event."),
        "module": t.gettext("Code of the module."),
        "project": t.gettext("Project that the training belongs to."),
        "first_day": t.gettext("First day."),
        "last_day": t.gettext("Last day."),
        "sessions": t.gettext("How many sessions are planned or were held; those that were cut are not among them."),
        "number": t.gettext("Number of the session in the training."),
        "starts": t.gettext("Hour at which the session begins."),
        "ends": t.gettext("Hour at which the session ends."),
        "cut": t.gettext("Whether the session was cut: it was not held."),
        "list_signed": t.gettext("Whether the signed list came back; empty where nobody said."),
        "nameless_women": t.gettext("Women who came and whose names nobody has."),
        "nameless_men": t.gettext("Men who came and whose names nobody has."),
        "nameless_unknown": t.gettext("Others who came and whose names nobody has."),
        "register_number": t.gettext("Number of the person on the register."),
        "outsider": t.gettext("Whether the person is from outside the project: in no figure of the report."),
        "leads": t.gettext("Whether the person leads the training: in no figure of the report."),
        "left_on": t.gettext("From this day on nobody expects the person."),
        "sessions_attended": t.gettext("Sessions that the person attended, as the programme counts it."),
        "sessions_expected": t.gettext("Sessions with a mark to which the person should have come."),
        "trained": t.gettext("Whether the person attended enough of the whole training."),
        "status": t.gettext("The mark."),
        "minutes": t.gettext("How long the person stayed, where somebody wrote it down."),
        "attended": t.gettext("Whether the programme counts the mark as attended."),
        "entered_late": t.gettext("Whether the mark was entered or changed long after the session."),
        "phase": t.gettext("When: before the training (pre), after it (post), or months later (later)."),
        "form": t.gettext("Form of the test."),
        "way": t.gettext("How the test was given."),
        "absent": t.gettext("Whether the person was not there on the day of the test."),
        "score": t.gettext("Points; empty where the person did not sit the test."),
        "maximum": t.gettext("Points that the test can give."),
        "question_id": t.gettext("Module, form and number of the question."),
        "answer": t.gettext("The letter that was chosen; ? is “I do not know”, empty is no answer."),
        "right_answer": t.gettext("The letter that is right."),
        "correct": t.gettext("Whether the answer is right."),
        "indicator_code": t.gettext("Code of the donor."),
        "indicator": t.gettext("Title of the indicator."),
        "measure": t.gettext("What the program counts for it."),
        "broken_down_by": t.gettext("Columns that tell the part; empty where the row is the whole."),
        "numerator": t.gettext("How many were counted."),
        "denominator": t.gettext("Of how many; empty where it is a plain number."),
        "target": t.gettext("What was to be reached, as a number or as a share of 1."),
    }


def types(t: Catalog) -> dict[Type, str]:
    return {
        Type.TEXT: t.pgettext("kind of column", "text"),
        Type.WHOLE: t.pgettext("kind of column", "whole number"),
        Type.NUMBER: t.pgettext("kind of column", "number"),
        Type.DAY: t.pgettext("kind of column", "date, as 2026-03-09"),
        Type.TIME: t.pgettext("kind of column", "hour, as 08:30"),
        Type.YES_NO: t.pgettext("kind of column", "1 is yes, 0 is no"),
        Type.CHOICE: t.pgettext("kind of column", "one of these words"),
    }


def codebook(found: tuple[Table, ...], t: Catalog) -> Sheet:
    """A row a column of every table."""
    columns = ("table", "column", "type", "unit", "values", "meaning", "table_meaning", "rows")
    widths = (26, 34, 40, 22, 60, 90, 70, 18)
    return Sheet(
        "codebook",
        tuple(Column(name, width) for name, width in zip(columns, widths, strict=True)),
        list(_codebook_rows(found, t)),
        frozen_columns=2,
    )


def _codebook_rows(found: tuple[Table, ...], t: Catalog) -> Iterator[Row]:
    what, means, kinds = tables(t), meanings(t), types(t)
    for table in found:
        for field in table.fields:
            values = "; ".join(field.choices)
            yield (
                table.name,
                field.name,
                kinds[field.type],
                field.unit,
                values,
                means[field.name],
                what[table.name],
                len(table.rows),
            )


def label(field: Field, t: Catalog) -> str:
    return meanings(t)[field.name]
