"""The tables, one module for each aggregate. Importing this package maps them all."""

from __future__ import annotations

from trainer_app.db.records.accounts import Device, Programme, Project, User, UserRole
from trainer_app.db.records.base import Kept, Record, Shipped
from trainer_app.db.records.calendar import CalendarDay, PlanTemplate
from trainer_app.db.records.curriculum import Fact, Handout, Module, Part, Step, TestItem, Text, Unit
from trainer_app.db.records.follow_up import Call, FlagAnswer, SpotCheck, SpotCheckLine, Task, Visit
from trainer_app.db.records.groups import Election, Group, Membership
from trainer_app.db.records.journal import Change, ChangeRow
from trainer_app.db.records.organisations import Organisation, Post
from trainer_app.db.records.papers import Certificate, Letterhead, ListForm, Logo, OfficeKey, Signer
from trainer_app.db.records.people import Consent, NationalId, PairVerdict, Person, PersonPair, TrainerProfile
from trainer_app.db.records.places import Place, PlaceAlias
from trainer_app.db.records.prints import Edition, PrintRun, PrintWish
from trainer_app.db.records.programme import FrozenReport, ImportMapping, Indicator, OutcomeReading, Rule, Target
from trainer_app.db.records.scores import Feedback, Observation, Resolution, Sitting, TestTally, TrainingTest
from trainer_app.db.records.selection import Assessment, Candidate, Criterion, Selection
from trainer_app.db.records.terms import ShippedFile, Term
from trainer_app.db.records.trainings import (
    Enrolment,
    HeadCount,
    Invitation,
    Mark,
    Replacement,
    SessionEvent,
    SessionNote,
    Training,
    TrainingSession,
    TrainingTrainer,
    TrainingUnit,
    WaitingPlace,
)

__all__ = [
    "Assessment",
    "CalendarDay",
    "Call",
    "Candidate",
    "Certificate",
    "Change",
    "ChangeRow",
    "Consent",
    "Criterion",
    "Device",
    "Edition",
    "Election",
    "Enrolment",
    "Fact",
    "Feedback",
    "FlagAnswer",
    "FrozenReport",
    "Group",
    "Handout",
    "HeadCount",
    "ImportMapping",
    "Indicator",
    "Invitation",
    "Kept",
    "Letterhead",
    "ListForm",
    "Logo",
    "Mark",
    "Membership",
    "Module",
    "NationalId",
    "Observation",
    "OfficeKey",
    "Organisation",
    "OutcomeReading",
    "PairVerdict",
    "Part",
    "Person",
    "PersonPair",
    "Place",
    "PlaceAlias",
    "PlanTemplate",
    "Post",
    "PrintRun",
    "PrintWish",
    "Programme",
    "Project",
    "Record",
    "Replacement",
    "Resolution",
    "Rule",
    "Selection",
    "SessionEvent",
    "SessionNote",
    "Shipped",
    "ShippedFile",
    "Signer",
    "Sitting",
    "SpotCheck",
    "SpotCheckLine",
    "Step",
    "Target",
    "Task",
    "Term",
    "TestItem",
    "TestTally",
    "Text",
    "TrainerProfile",
    "Training",
    "TrainingSession",
    "TrainingTest",
    "TrainingTrainer",
    "TrainingUnit",
    "Unit",
    "User",
    "UserRole",
    "Visit",
    "WaitingPlace",
]
