"""Run by test_kill: marks a register as fast as it can, and is killed at some instant, again and again.

A child says a mark only after `Work`'s own path has committed it; its parent kills it with SIGKILL and notes the
last one said. What was said must be in the file afterwards. One child of three may be killed while it opens the file;
the others have begun to mark, however busy the machine is.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import select
import signal
import sys
import time
from datetime import date
from pathlib import Path
from uuid import UUID

from trainer_app.db.database import open_database
from trainer_app.domain.attendance import Status
from trainer_app.i18n import label
from trainer_app.services import attendance

LONGEST_START = 60  # seconds until the first mark


def main(folder: Path, session: UUID, people: list[UUID], day: date, rounds: int) -> None:
    random.seed(20)
    said: list[dict[str, object]] = []
    for number in range(rounds):
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reader)
            mark_for_ever(folder, session, people, day, writer, number)
        os.close(writer)
        if number % 3:
            select.select([reader], [], [], LONGEST_START)
        time.sleep(random.uniform(0, 0.22))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(reader) as pipe:
            lines = [line for line in pipe.read().splitlines(keepends=False) if line.endswith("}")]
        said += [json.loads(line) for line in lines]
    print(json.dumps(said))


def mark_for_ever(folder: Path, session: UUID, people: list[UUID], day: date, pipe: int, round_number: int) -> None:
    database = open_database(folder)
    for number in itertools.count():
        person = people[number % len(people)]
        status = random.choice(list(Status))
        with database.changing(label("Mark")) as s:
            attendance.mark(s, session, person, status, day)
            attendance.remark(s, session, person, f"{round_number}.{number}", day)
        told = {"person": person.hex, "status": status.value, "note": f"{round_number}.{number}"}
        os.write(pipe, (json.dumps(told) + "\n").encode())


if __name__ == "__main__":
    given = json.loads(sys.argv[1])
    main(
        Path(given["folder"]),
        UUID(given["session"]),
        [UUID(person) for person in given["people"]],
        date.fromisoformat(given["day"]),
        given["rounds"],
    )
