"""That a person agreed to what is kept about them, how, and to which text."""

from __future__ import annotations

from enum import StrEnum


class ConsentWay(StrEnum):
    SIGNED = "signed"
    SAID = "said"  # before a witness
    ON_LIST = "on_list"  # by signing a list that bears the sentence
    BY_PARENT = "by_parent"
