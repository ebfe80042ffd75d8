"""What a trainer needs for a session besides its plan, the terms of the trade, and which edition of a page was printed.

Shipped: never edited again. A mistake in it is mended by a migration of its own.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "part",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("reading", "exercise", "prop", name="partkind", native_enum=False, length=24),
            nullable=False,
        ),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("layout", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("shipped", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_part_unit_id_unit"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_part")),
    )
    op.create_index(op.f("ix_part_unit_id"), "part", ["unit_id"], unique=False)
    op.create_table(
        "term",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("forbidden", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("shipped", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term")),
    )
    op.create_table(
        "edition",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("words", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition")),
    )
    op.create_table(
        "shipped_file",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_shipped_file")),
    )
    op.drop_column("module", "digest")  # now kept in shipped_file: the row of a module may be edited
    op.add_column("module", sa.Column("retired", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("module", sa.Column("requires", sa.JSON(none_as_null=True), nullable=False, server_default="[]"))
    op.add_column("module", sa.Column("complements", sa.JSON(none_as_null=True), nullable=False, server_default="[]"))
    op.add_column("module", sa.Column("topics", sa.JSON(none_as_null=True), nullable=False, server_default="[]"))
    op.add_column("unit", sa.Column("retired", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("unit", sa.Column("people_least", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("unit", sa.Column("people_most", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("step", sa.Column("method", sa.Text(), nullable=False, server_default=""))
    op.add_column("step", sa.Column("may_skip", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("test_item", sa.Column("picture", sa.Text(), nullable=False, server_default=""))
    op.add_column("test_item", sa.Column("retired", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("fact", sa.Column("law_words", sa.JSON(none_as_null=True), nullable=False, server_default="{}"))
    op.add_column("text", sa.Column("from_words", sa.Text(), nullable=True))
    op.add_column("print_run", sa.Column("job", sa.Uuid(), nullable=True))
    op.add_column("text", sa.Column("declined", sa.JSON(none_as_null=True), nullable=True))
    op.add_column("print_run", sa.Column("code", sa.Text(), nullable=False, server_default=""))
    op.add_column("print_run", sa.Column("edition", sa.Text(), nullable=False, server_default=""))
    op.add_column("print_run", sa.Column("group_id", sa.Uuid(), nullable=True))
    op.add_column("print_run", sa.Column("training_id", sa.Uuid(), nullable=True))
    op.create_index(op.f("ix_print_run_code"), "print_run", ["code"], unique=False)
