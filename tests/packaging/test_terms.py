"""The term report says for each module and language how far it calls things as the glossary does."""

from __future__ import annotations

import re

import pytest
import terms

from trainer_app.domain.curriculum import TextState
from trainer_app.domain.ids import new_id
from trainer_app.domain.packs import Pack, PackText
from trainer_app.domain.terms import Term


def a_pack(*pairs: tuple[str, str]) -> Pack:
    owner, texts = new_id(), []
    for number, words in enumerate(pairs):
        for language, said in zip(("en", "fr"), words, strict=True):
            texts.append(PackText(owner, "aim", number, f"t-{number}", language, said, TextState.REVIEWED, ()))
    return Pack("M1", "m1", "en", "", "", (), (), (), tuple(texts))


def test_a_term_counts_once_in_a_text_and_is_used_where_the_translation_says_it() -> None:
    known = [Term(new_id(), {"en": "member", "fr": "membre"}), Term(new_id(), {"en": "loan", "fr": "prêt"})]
    pack = a_pack(("A member, members", "Les membres"), ("A member", "Quelqu'un"), ("Two loans", "Deux crédits"))
    counted = terms.use(pack, "fr", known)
    assert counted.wanted == {"member = membre": 2, "loan = prêt": 1}
    assert counted.used.total() == 1
    assert counted.share == pytest.approx(1 / 3)


def test_the_report_begins_with_the_worst_and_names_every_module(capsys: pytest.CaptureFixture[str]) -> None:
    assert terms.main(["rw"]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if "as approved" in line]
    shares = [int(re.search(r"(\d+)%", line)[1]) for line in lines]  # type: ignore[index]
    assert shares == sorted(shares)
    assert shares[0] > 60
    assert {line.split()[1] for line in lines} == {"rw:"}
    assert {line.split()[0] for line in lines} >= {"M1", "M2", "M3", "M4", "M5"}
