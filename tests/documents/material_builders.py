"""Units and tests made by hand, in words that nobody needs to translate."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from trainer_app.domain.curriculum import Fact, ItemLine, TextState
from trainer_app.domain.material import Exercise, Method, PlanStep, Reading, TestForm, UnitMaterial

HARD = (
    "=1+1",
    "<b>bold</b> & <para>",
    "🙂 王小明 \x00\x07",
    "a" * 300,
    "word " * 60,
    "",
    "</font>{0.__class__}%s",
)

LINES = Exercise("lines", "The onions", "How much does one seller pay alone?", lines=5)
TABLE = Exercise(
    "table",
    "Our leaders",
    "Write the names in your group.",
    rows=4,
    columns=("Post", "Name", "Elected when"),
    first=("President", "Treasurer"),
)
TICKS = Exercise("ticks", "Is it so with us?", "Tick what is true.", choices=("The assembly met.", "I voted."))


def unit(
    code: str = "M1-1.1",
    *,
    title: str = "Working alone, working together",
    readings: tuple[Reading, ...] = (
        Reading(
            "story", "Five shares, one head", ("Twelve hairdressers own a salon.", "Each one votes with one bean.")
        ),
        Reading("role", "The treasurer", ("You hide the book.",)),
        Reading("solution", "Who was right", ("Old Marie was right.",)),
    ),
    exercises: tuple[Exercise, ...] = (LINES, TABLE, TICKS),
    objectives: tuple[str, ...] = ("name the seven principles", "decide whether it fits the need"),
    state: TextState = TextState.REVIEWED,
    facts: tuple[Fact, ...] = (),
) -> UnitMaterial:
    return UnitMaterial(
        id=UUID(int=7),
        code=code,
        title=title,
        module_code="M1",
        module_title="Cooperative governance",
        language="en",
        minutes=90,
        people=(8, 25),
        room="A circle.",
        objectives=objectives,
        materials="beans",
        preparation=("Cut the cards.",),
        steps=(PlanStep(0, 15, "Welcome", Method.WELCOME, False, ("Greet everybody.",)),),
        questions=("Who decides? - the members",),
        messages=("Every member has one vote.",),
        low_literacy="Use beans.",
        women="Ask women first.",
        disability="Sit close.",
        readings=readings,
        cue_card=("Beans ready?",),
        spoken=("Look at the picture.",),
        exercises=exercises,
        props=(),
        handout_code=code,
        state=state,
        facts=facts,
    )


def item(number: int = 1, **changed: object) -> ItemLine:
    own = ItemLine(
        number,
        f"M1-1.{number}",
        f"Solange bought five shares. How many votes has she in question {number}?",
        ("five votes", "one vote", "no vote"),
        "B",
        picture="ballot",
        caption="A vote is put into a box.",
    )
    return replace(own, **changed)  # type: ignore[arg-type]


def a_test(items: int = 10, *, form: str = "A", state: TextState = TextState.REVIEWED, **of_items: object) -> TestForm:
    lines = tuple(item(number, **of_items) for number in range(1, items + 1))
    return TestForm("M1", "Cooperative governance", form, "en", lines, state)
