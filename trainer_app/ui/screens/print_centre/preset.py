"""Answers that another page gives to the questions of the print centre, before the user has seen them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from trainer_app.i18n import LANGUAGES
from trainer_app.ui.screens.print_centre.order_form import OrderForm


def preset(form: OrderForm, wanted: Mapping[str, Any]) -> None:
    """`unit`, `module`, `group`, `language`, `copies`, `holder`; and `codes`, of what was printed before."""
    for name in ("unit", "module"):
        if name in wanted:
            form.choose_part(wanted[name])
    if "group" in wanted:
        form.group.choose(wanted["group"])
    if wanted.get("codes"):
        _choose_code(form, wanted["codes"])
    if wanted.get("language") in LANGUAGES:
        form.choose_language(wanted["language"])
    if "copies" in wanted:
        form.copies.setValue(wanted["copies"])
    if "holder" in wanted:
        form.holder.choose(wanted["holder"])


def _choose_code(form: OrderForm, codes: tuple[str, ...]) -> None:
    """`M1-1.1` is a unit, several of them are their module; `M1 A` is a test of one."""
    code, _blank, test = codes[0].partition(" ")
    module = form.offered.module_of(code)
    for part in (module, form.offered.key_of(code) if len(codes) == 1 else module):
        if part is not None:
            form.choose_part(part)
    if test in ("A", "B"):
        form.test.choose(test)
