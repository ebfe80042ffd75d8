"""The colours of the light and the dark theme, by what they are for. Contrasts of every pair are tested."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trainer_app.domain.attendance import Status


@dataclass(frozen=True, slots=True)
class StateColours:
    """The fill of a cell with a mark, and the letter on it."""

    fill: str
    letter: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, by what they are for."""

    name: str
    window: str
    surface: str
    alternate: str
    text: str
    muted: str
    primary: str
    on_primary: str
    border: str
    hairline: str
    focus: str
    focus_on_primary: str  # the ring inside a button that has the ring's own colour
    selection: str
    selection_text: str
    success: str
    warning: str
    error: str
    nav: str
    nav_text: str
    nav_selected: str
    nav_selected_text: str
    nav_bar: str
    states: Mapping[Status | None, StateColours]


LIGHT = Tokens(
    name="light",
    window="#F4F6F8",
    surface="#FFFFFF",
    alternate="#EAEEF2",
    text="#18212C",
    muted="#4D5968",
    primary="#0A5A9C",
    on_primary="#FFFFFF",
    border="#737F8E",
    hairline="#D3D9E0",
    focus="#0A5A9C",
    focus_on_primary="#86BDF0",
    selection="#D3E6F6",
    selection_text="#18212C",
    success="#17663A",
    warning="#7A4300",
    error="#B3261E",
    nav="#12293F",
    nav_text="#E6EDF4",
    nav_selected="#2B5C8A",
    nav_selected_text="#FFFFFF",
    nav_bar="#86BDF0",
    states={
        Status.PRESENT: StateColours("#BFE0F5", "#063A5B"),
        Status.ABSENT: StateColours("#8F2A06", "#FFFFFF"),
        Status.LATE: StateColours("#FFC93C", "#3A2700"),
        Status.EXCUSED: StateColours("#9AA2AE", "#0E1318"),
        None: StateColours("#FFFFFF", "#5C6876"),
    },
)
DARK = Tokens(
    name="dark",
    window="#13171C",
    surface="#1B2129",
    alternate="#252D37",
    text="#E9EDF2",
    muted="#AAB5C2",
    primary="#86BDF0",
    on_primary="#0B1A29",
    border="#8391A1",
    hairline="#39434F",
    focus="#FFD166",
    focus_on_primary="#7A4300",
    selection="#24466A",
    selection_text="#E9EDF2",
    success="#7FD6A0",
    warning="#F3C26B",
    error="#FF9C94",
    nav="#0D1116",
    nav_text="#DDE5ED",
    nav_selected="#2B5C8A",
    nav_selected_text="#FFFFFF",
    nav_bar="#86BDF0",
    states={
        Status.PRESENT: StateColours("#0F4C78", "#E3F2FC"),
        Status.ABSENT: StateColours("#FFD3C2", "#3A0F00"),
        Status.LATE: StateColours("#B88A00", "#140E00"),
        Status.EXCUSED: StateColours("#666E79", "#FFFFFF"),
        None: StateColours("#1B2129", "#AAB5C2"),
    },
)
