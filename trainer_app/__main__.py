"""`trainer-app` and `python -m trainer_app`: a command does one job, no command opens the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from trainer_app import cli


def main(argv: Sequence[str] | None = None) -> int:
    return cli.main(sys.argv[1:] if argv is None else argv)


if __name__ == "__main__":
    sys.exit(main())
