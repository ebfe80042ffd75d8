"""What a chart is before it is drawn."""

from __future__ import annotations

import pytest

from trainer_app.domain.charts import Chart, Kind, Look, Row, Series, Unit, fewest_rows

WOMEN, MEN, TARGET = Series(Look.WOMEN, "Women", "F"), Series(Look.MEN, "Men", "M"), Series(Look.TARGET, "Target")


def test_the_scale_begins_at_nothing_and_ends_at_the_longest_bar() -> None:
    chart = Chart("", (WOMEN, MEN, TARGET), (Row("a", (3, 4, 5)), Row("b", (1, None, 9))), Kind.STACKED)
    assert chart.top == 9
    assert [[bar.value for bar in chart.bars(row)] for row in chart.rows] == [[7, 5], [1, 9]]


def test_the_scale_of_shares_is_at_least_the_whole() -> None:
    assert Chart("", (WOMEN,), (Row("a", (0.2,)),), unit=Unit.SHARE).top == 1
    assert Chart("", (WOMEN,), (Row("a", (1.4,)),), unit=Unit.SHARE).top == 1.4


def test_nothing_at_all_has_a_scale_too() -> None:
    nothing = Chart("", (WOMEN,), (Row("a", (0,)), Row("b", (None,))))
    assert nothing.top == 1
    assert not nothing.is_empty
    assert Chart("", (WOMEN,), (Row("b", (None,)),)).is_empty
    assert Chart("", (WOMEN,), ()).is_empty


@pytest.mark.parametrize("values", [(-1,), (float("nan"),), (float("inf"),), (1, 2), ()])
def test_no_bar_is_less_than_nothing_and_each_series_has_its_value(values: tuple[float, ...]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the words are for a programmer
        Chart("", (WOMEN,), (Row("a", values),))


def test_no_chart_has_more_kinds_of_bars_than_can_be_told_apart() -> None:
    Chart("", (WOMEN,) * 6, ())
    for many in ((), (WOMEN,) * 7):
        with pytest.raises(ValueError, match="series"):
            Chart("", many, ())


def test_a_chart_too_long_for_a_page_is_cut_and_keeps_its_scale() -> None:
    chart = Chart("", (WOMEN,), tuple(Row(str(n), (n,)) for n in range(10)))
    parts = chart.cut(4)
    assert [len(part.rows) for part in parts] == [4, 4, 2]
    assert {part.top for part in parts} == {9}
    assert Chart("", (WOMEN,), ()).cut(4)[0].rows == ()


def test_the_small_rows_of_a_long_list_are_told_together() -> None:
    rows = tuple(Row(str(n), (n, None)) for n in range(10))
    short = fewest_rows(rows, 4, "all others")
    assert [row.label for row in short] == ["7", "8", "9", "all others"]
    assert short[-1].values == (sum(range(7)), None)
    assert fewest_rows(rows, 10, "all others") == rows
