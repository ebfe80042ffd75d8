"""The office's real life: what people agreed to and what they can do, committees, a calendar, waiting lists, follow-up.

Shipped: never edited again. A mistake in it is mended by a migration of its own.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "flag_answer",
        sa.Column(
            "kind",
            sa.Enum(
                "two_places",
                "same_rolls",
                "always_full",
                "bulk_late",
                "unsigned",
                name="flagkind",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.Column(
            "verdict",
            sa.Enum("explained", "corrected", "confirmed", name="flagverdict", native_enum=False, length=24),
            nullable=False,
        ),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_flag_answer")),
    )
    op.create_index(op.f("ix_flag_answer_about"), "flag_answer", ["about"], unique=False)
    op.create_table(
        "import_mapping",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("headers", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("columns", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("used_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_mapping")),
    )
    op.create_table(
        "rule",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule")),
    )
    op.create_table(
        "calendar_day",
        sa.Column("names", sa.JSON(none_as_null=True), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "holiday", "remembrance", "umuganda", "market", "other", name="daykind", native_enum=False, length=24
            ),
            nullable=False,
        ),
        sa.Column("rule", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("place_id", sa.Uuid(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=True),
        sa.Column("shipped", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["place_id"],
            ["place.id"],
            name=op.f("fk_calendar_day_place_id_place"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_day")),
    )
    op.create_table(
        "organisation",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "project",
                "union",
                "district_office",
                "sector_office",
                "agency",
                "business_services",
                "vocational_centre",
                "microfinance",
                "other",
                name="organisationkind",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("place_id", sa.Uuid(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["place_id"],
            ["place.id"],
            name=op.f("fk_organisation_place_id_place"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
    )
    op.create_table(
        "plan_template",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "training",
                "meeting",
                "dialogue",
                "fair",
                "campaign",
                "radio_talk",
                "visit",
                name="trainingkind",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("module_id", sa.Uuid(), nullable=True),
        sa.Column("sessions", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["module_id"],
            ["module.id"],
            name=op.f("fk_plan_template_module_id_module"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_template")),
    )
    op.create_table(
        "target",
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("place_id", sa.Uuid(), nullable=True),
        sa.Column("project_id", sa.Uuid(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("number", sa.Double(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["place_id"], ["place.id"], name=op.f("fk_target_place_id_place"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["project.id"],
            name=op.f("fk_target_project_id_project"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_target")),
    )
    op.create_table(
        "consent",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column(
            "way",
            sa.Enum("signed", "said", "on_list", "by_parent", name="consentway", native_enum=False, length=24),
            nullable=False,
        ),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("text_version", sa.Text(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_consent_person_id_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    op.create_index(op.f("ix_consent_person_id"), "consent", ["person_id"], unique=False)
    op.create_table(
        "election",
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("mandate_until", sa.Date(), nullable=True),
        sa.Column("women", sa.Integer(), nullable=True),
        sa.Column("men", sa.Integer(), nullable=True),
        sa.Column("witness", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["group.id"], name=op.f("fk_election_group_id_group"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_election")),
    )
    op.create_index(op.f("ix_election_group_id"), "election", ["group_id"], unique=False)
    op.create_table(
        "person_pair",
        sa.Column("first_id", sa.Uuid(), nullable=False),
        sa.Column("second_id", sa.Uuid(), nullable=False),
        sa.Column(
            "verdict", sa.Enum("different", "merged", name="pairverdict", native_enum=False, length=24), nullable=False
        ),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("kept_id", sa.Uuid(), nullable=True),
        sa.Column("moves", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["first_id"],
            ["person.id"],
            name=op.f("fk_person_pair_first_id_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["kept_id"],
            ["person.id"],
            name=op.f("fk_person_pair_kept_id_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["second_id"],
            ["person.id"],
            name=op.f("fk_person_pair_second_id_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_pair")),
    )
    op.create_index(op.f("ix_person_pair_first_id"), "person_pair", ["first_id"], unique=False)
    op.create_index(op.f("ix_person_pair_second_id"), "person_pair", ["second_id"], unique=False)
    op.create_table(
        "post",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column(
            "duty",
            sa.Enum(
                "field_officer",
                "supervisor",
                "coordinator",
                "trainer",
                "district_officer",
                "local_leader",
                "adviser",
                "other",
                name="duty",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_post_organisation_id_organisation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_post_person_id_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post")),
    )
    op.create_index(op.f("ix_post_organisation_id"), "post", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_post_person_id"), "post", ["person_id"], unique=False)
    op.create_table(
        "trainer_profile",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column(
            "tier",
            sa.Enum("master_trainer", "trainer", "peer_educator", name="tier", native_enum=False, length=24),
            nullable=False,
        ),
        sa.Column("modules", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("languages", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_trainer_profile_person_id_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trainer_profile")),
    )
    op.create_index(op.f("ix_trainer_profile_person_id"), "trainer_profile", ["person_id"], unique=False)
    op.create_table(
        "invitation",
        sa.Column("training_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=False),
        sa.Column("comes", sa.Boolean(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_invitation_person_id_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["training_id"],
            ["training.id"],
            name=op.f("fk_invitation_training_id_training"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
    )
    op.create_index(op.f("ix_invitation_person_id"), "invitation", ["person_id"], unique=False)
    op.create_index(op.f("ix_invitation_training_id"), "invitation", ["training_id"], unique=False)
    op.create_table(
        "selection",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("training_id", sa.Uuid(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("committee", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["training_id"],
            ["training.id"],
            name=op.f("fk_selection_training_id_training"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_selection")),
    )
    op.create_index(op.f("ix_selection_training_id"), "selection", ["training_id"], unique=False)
    op.create_table(
        "spot_check",
        sa.Column("drawn_on", sa.Date(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("training_id", sa.Uuid(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["training_id"],
            ["training.id"],
            name=op.f("fk_spot_check_training_id_training"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spot_check")),
    )
    op.create_table(
        "task",
        sa.Column(
            "kind",
            sa.Enum(
                "absence", "visit", "low_score", "not_reached", "own", name="taskkind", native_enum=False, length=24
            ),
            nullable=False,
        ),
        sa.Column(
            "state", sa.Enum("open", "snoozed", "done", name="taskstate", native_enum=False, length=24), nullable=False
        ),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.Column("training_id", sa.Uuid(), nullable=True),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("snoozed_until", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["group.id"], name=op.f("fk_task_group_id_group"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["user.id"], name=op.f("fk_task_owner_id_user"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_task_person_id_person"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["training_id"],
            ["training.id"],
            name=op.f("fk_task_training_id_training"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
    )
    op.create_index(op.f("ix_task_group_id"), "task", ["group_id"], unique=False)
    op.create_index(op.f("ix_task_person_id"), "task", ["person_id"], unique=False)
    op.create_index(op.f("ix_task_training_id"), "task", ["training_id"], unique=False)
    op.create_table(
        "visit",
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("training_id", sa.Uuid(), nullable=True),
        sa.Column("visitor_id", sa.Uuid(), nullable=True),
        sa.Column("days", sa.Integer(), nullable=True),
        sa.Column("planned_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column(
            "outcome",
            sa.Enum("good", "needs_help", "not_met", name="visitoutcome", native_enum=False, length=24),
            nullable=True,
        ),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["group.id"], name=op.f("fk_visit_group_id_group"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["training_id"],
            ["training.id"],
            name=op.f("fk_visit_training_id_training"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visitor_id"],
            ["person.id"],
            name=op.f("fk_visit_visitor_id_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
    )
    op.create_index(op.f("ix_visit_group_id"), "visit", ["group_id"], unique=False)
    op.create_index(op.f("ix_visit_training_id"), "visit", ["training_id"], unique=False)
    op.create_table(
        "waiting_place",
        sa.Column("training_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_waiting_place_person_id_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["training_id"],
            ["training.id"],
            name=op.f("fk_waiting_place_training_id_training"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting_place")),
    )
    op.create_index(op.f("ix_waiting_place_person_id"), "waiting_place", ["person_id"], unique=False)
    op.create_index(op.f("ix_waiting_place_training_id"), "waiting_place", ["training_id"], unique=False)
    op.create_table(
        "call",
        sa.Column("task_id", sa.Uuid(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("called_on", sa.Date(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "comes_back",
                "has_reason",
                "stops",
                "no_answer",
                "wrong_number",
                name="calloutcome",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_call_person_id_person"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["task_id"], ["task.id"], name=op.f("fk_call_task_id_task"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call")),
    )
    op.create_index(op.f("ix_call_person_id"), "call", ["person_id"], unique=False)
    op.create_index(op.f("ix_call_task_id"), "call", ["task_id"], unique=False)
    op.create_table(
        "candidate",
        sa.Column("selection_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column(
            "decision",
            sa.Enum("chosen", "reserve", "refused", name="decision", native_enum=False, length=24),
            nullable=True,
        ),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_candidate_person_id_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["selection_id"],
            ["selection.id"],
            name=op.f("fk_candidate_selection_id_selection"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidate")),
    )
    op.create_index(op.f("ix_candidate_person_id"), "candidate", ["person_id"], unique=False)
    op.create_index(op.f("ix_candidate_selection_id"), "candidate", ["selection_id"], unique=False)
    op.create_table(
        "criterion",
        sa.Column("selection_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("most", sa.Double(), nullable=False),
        sa.Column("weight", sa.Double(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["selection_id"],
            ["selection.id"],
            name=op.f("fk_criterion_selection_id_selection"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_criterion")),
    )
    op.create_index(op.f("ix_criterion_selection_id"), "criterion", ["selection_id"], unique=False)
    op.create_table(
        "head_count",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("women", sa.Integer(), nullable=False),
        sa.Column("men", sa.Integer(), nullable=False),
        sa.Column("unknown", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["training_session.id"],
            name=op.f("fk_head_count_session_id_training_session"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_head_count")),
    )
    op.create_index(op.f("ix_head_count_session_id"), "head_count", ["session_id"], unique=False)
    op.create_table(
        "replacement",
        sa.Column("training_id", sa.Uuid(), nullable=False),
        sa.Column("left_id", sa.Uuid(), nullable=False),
        sa.Column("came_id", sa.Uuid(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("ranked", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["came_id"],
            ["enrolment.id"],
            name=op.f("fk_replacement_came_id_enrolment"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["left_id"],
            ["enrolment.id"],
            name=op.f("fk_replacement_left_id_enrolment"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["training_id"],
            ["training.id"],
            name=op.f("fk_replacement_training_id_training"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_replacement")),
    )
    op.create_index(op.f("ix_replacement_training_id"), "replacement", ["training_id"], unique=False)
    op.create_table(
        "session_event",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column(
            "deed",
            sa.Enum("moved", "cut", "restored", "clash_kept", name="sessiondeed", native_enum=False, length=24),
            nullable=False,
        ),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["training_session.id"],
            name=op.f("fk_session_event_session_id_training_session"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_event")),
    )
    op.create_index(op.f("ix_session_event_session_id"), "session_event", ["session_id"], unique=False)
    op.create_table(
        "spot_check_line",
        sa.Column("check_id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "was_there", "was_not", "not_sure", "not_reached", name="checkoutcome", native_enum=False, length=24
            ),
            nullable=True,
        ),
        sa.Column("called_on", sa.Date(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["check_id"],
            ["spot_check.id"],
            name=op.f("fk_spot_check_line_check_id_spot_check"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_spot_check_line_person_id_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["training_session.id"],
            name=op.f("fk_spot_check_line_session_id_training_session"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spot_check_line")),
    )
    op.create_index(op.f("ix_spot_check_line_check_id"), "spot_check_line", ["check_id"], unique=False)
    op.create_index(op.f("ix_spot_check_line_person_id"), "spot_check_line", ["person_id"], unique=False)
    op.create_table(
        "assessment",
        sa.Column("candidate_id", sa.Uuid(), nullable=False),
        sa.Column("criterion_id", sa.Uuid(), nullable=False),
        sa.Column("assessor", sa.Text(), nullable=False),
        sa.Column("points", sa.Double(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidate.id"],
            name=op.f("fk_assessment_candidate_id_candidate"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["criterion_id"],
            ["criterion.id"],
            name=op.f("fk_assessment_criterion_id_criterion"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
    )
    op.create_index(op.f("ix_assessment_candidate_id"), "assessment", ["candidate_id"], unique=False)
    op.add_column("enrolment", sa.Column("left_on", sa.Date(), nullable=True))
    op.add_column("enrolment", sa.Column("left_reason", sa.Text(), nullable=False, server_default=""))
    op.add_column(
        "enrolment",
        sa.Column(
            "replaces_id",
            sa.Uuid(),
            sa.ForeignKey(
                "enrolment.id", name=op.f("fk_enrolment_replaces_id_enrolment"), deferrable=True, initially="DEFERRED"
            ),
            nullable=True,
        ),
        inline_references=True,
    )
    op.add_column("enrolment", sa.Column("outsider", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("group", sa.Column("value_chain", sa.Text(), nullable=False, server_default=""))
    op.add_column("group", sa.Column("occupation", sa.Text(), nullable=False, server_default=""))
    op.add_column("group", sa.Column("note", sa.Text(), nullable=False, server_default=""))
    op.add_column("mark", sa.Column("reason", sa.Text(), nullable=False, server_default=""))
    op.add_column(
        "membership",
        sa.Column(
            "election_id",
            sa.Uuid(),
            sa.ForeignKey(
                "election.id", name=op.f("fk_membership_election_id_election"), deferrable=True, initially="DEFERRED"
            ),
            nullable=True,
        ),
        inline_references=True,
    )
    op.add_column("national_id", sa.Column("noted_on", sa.Date(), nullable=True))
    op.drop_column("person", "consent_way")
    op.drop_column("person", "consent_on")
    op.add_column("training", sa.Column("places", sa.Integer(), nullable=True))
    op.add_column("training_session", sa.Column("topic", sa.Text(), nullable=False, server_default=""))
    op.add_column("training_session", sa.Column("cut", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("training_session", sa.Column("uid", sa.Text(), nullable=False, server_default=""))
    op.add_column("training_session", sa.Column("list_signed", sa.Boolean(), nullable=True))
    op.create_index(op.f("ix_training_session_uid"), "training_session", ["uid"], unique=False)
