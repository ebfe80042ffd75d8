"""`trainer-app` and `python -m trainer_app`: a command does one job, no command opens the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

SHEET_READER, CALENDAR_READER, PICTURE_READER = "--read-sheet", "--read-calendar", "--read-picture"
CERTIFICATE_READER = "--read-certificate"
"""How an installed program starts its own limited child processes."""


def main(argv: Sequence[str] | None = None) -> int:
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == [SHEET_READER]:
        from trainer_app.readers import sheet_child

        return sheet_child.main(words[1:])
    if words[:1] == [CALENDAR_READER]:
        from trainer_app.readers import calendar_child

        return calendar_child.main(words[1:])
    if words[:1] == [PICTURE_READER]:
        from trainer_app.readers import picture_child

        return picture_child.main(words[1:])
    if words[:1] == [CERTIFICATE_READER]:
        from trainer_app.readers import certificate_child

        return certificate_child.main(words[1:])
    from trainer_app import cli

    return cli.main(words)


if __name__ == "__main__":
    sys.exit(main())
