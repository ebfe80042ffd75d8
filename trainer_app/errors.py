"""Two kinds of failure: ones the user can act on, and bugs."""

from __future__ import annotations


class TrainerError(Exception):
    """Something the user can act on. `str(error)` is ready to show, in their language.

    `code` names the refusal for scripts (`--json` prints it), and never changes with the language.
    """

    def __init__(self, message: str, code: str = "refused") -> None:
        super().__init__(message)
        self.code = code
