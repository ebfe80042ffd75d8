"""The tables, one module for each aggregate. Importing this package maps them all."""

from __future__ import annotations

from trainer_app.db.records.accounts import Device, Programme, Project, User, UserRole
from trainer_app.db.records.base import Kept, Record, Shipped
from trainer_app.db.records.curriculum import Fact, Handout, Module, Part, Step, TestItem, Text, Unit
from trainer_app.db.records.groups import Group, Membership
from trainer_app.db.records.journal import Change, ChangeRow
from trainer_app.db.records.people import NationalId, Person
from trainer_app.db.records.places import Place, PlaceAlias
from trainer_app.db.records.prints import Edition, PrintRun
from trainer_app.db.records.scores import Sitting
from trainer_app.db.records.terms import ShippedFile, Term
from trainer_app.db.records.trainings import (
    Enrolment,
    Mark,
    SessionNote,
    Training,
    TrainingSession,
    TrainingTrainer,
    TrainingUnit,
)

__all__ = [
    "Change",
    "ChangeRow",
    "Device",
    "Edition",
    "Enrolment",
    "Fact",
    "Group",
    "Handout",
    "Kept",
    "Mark",
    "Membership",
    "Module",
    "NationalId",
    "Part",
    "Person",
    "Place",
    "PlaceAlias",
    "PrintRun",
    "Programme",
    "Project",
    "Record",
    "SessionNote",
    "Shipped",
    "ShippedFile",
    "Sitting",
    "Step",
    "Term",
    "TestItem",
    "Text",
    "Training",
    "TrainingSession",
    "TrainingTrainer",
    "TrainingUnit",
    "Unit",
    "User",
    "UserRole",
]
