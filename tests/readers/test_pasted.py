"""What is pasted keeps its bold words and its lists; how else it looked stays behind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.readers.pasted import words

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {font-size:11pt}</style>
<!--[if gte mso 9]><xml><o:x>hidden</o:x></xml><![endif]--></head><body><!--StartFragment-->
<p class=MsoNormal>Ask <b><span lang=FR>three</span></b>
neighbours.<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>What is missing?</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp;</span>15&nbsp;000
Frw &amp; more</p>
<!--EndFragment--></body></html>"""


def test_words_from_word_keep_bold_and_lists() -> None:
    assert words(WORD, "never used") == "Ask **three** neighbours.\n• What is missing?\n• 15\u00a0000 Frw & more"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one</p><p>two</p>", "one\ntwo"),
        ("one<br>two", "one\ntwo"),
        ("<ul><li>one</li><li><b>two</b> three</li></ul>", "• one\n• **two** three"),
        ("<ol><li>one</li></ol>", "• one"),
        ('<span style="font-weight:700">one</span> two', "**one** two"),
        ('<b style="font-weight:normal">one</b>', "one"),
        ("<h1>Title</h1>words", "**Title**\nwords"),
        ('<a href="http://x" onclick="y()">one</a><img src="http://x/a.png">', "one"),
        ("<script>alert(1)</script><style>x</style>one", "one"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("<p>&lt;b&gt;no&lt;/b&gt;</p>", "<b>no</b>"),
        ("<p>one</b></div></p><p>two", "one\ntwo"),
        ("<i>one</i>", "one"),
    ],
)
def test_a_page_becomes_plain_lines(html: str, text: str) -> None:
    assert words(html, "") == text


@pytest.mark.parametrize(
    ("plain", "text"),
    [
        ("one", "one"),
        (" one ", " one "),
        ("- 5 degrees", "- 5 degrees"),
        ("one\r\n- two\r\n* three", "one\n• two\n• three"),
        ("a\rb", "a\nb"),
        ("a\n**b**", "a\n**b**"),
    ],
)
def test_plain_words_stay_plain(plain: str, text: str) -> None:
    assert words(None, plain) == text


def test_a_page_without_words_is_its_text() -> None:
    assert words("<img src='x'>", "one") == "one"


@given(st.text(st.sampled_from("<>/=\"'b&;pli !-[]a\n"), max_size=60))
def test_no_page_is_too_broken(html: str) -> None:
    assert isinstance(words(html, "x"), str)
