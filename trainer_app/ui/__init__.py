"""The screens. Importing this package first makes None safe for PySide6 on Python 3.11.

From Python 3.12 on, None is immortal: nobody counts references to it. PySide6 6.12 relies on that, and every call
of a Qt function without a result takes one reference to None away: measured, -1 a call. On Python 3.11 the count
would run out after some minutes of work, and the interpreter would end with "none_dealloc: deallocating None".
"""

from __future__ import annotations

import ctypes
import sys

if sys.version_info < (3, 12):
    # the count is the first word of every object of CPython; no run makes a million million calls
    ctypes.c_ssize_t.from_address(id(None)).value += 1 << 40
