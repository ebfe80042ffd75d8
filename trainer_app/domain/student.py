"""Student's t distribution, for the interval of a mean. The standard library has only the normal one."""

from __future__ import annotations

from functools import cache
from math import atan, cos, inf, pi, sin, sqrt

NEAR = 1e-10
OF_ONE = 12.71
"""A little more than the quantile of one degree of freedom, which is the greatest."""


def within(t: float, freedom: int) -> float:
    """The probability to lie between -t and t (Abramowitz and Stegun 1964, 26.7.3 and 26.7.4)."""
    angle = atan(t / sqrt(freedom))
    odd = freedom % 2
    term = cos(angle) if odd else 1.0
    total = term if freedom > 1 else 0.0
    for step in range(2 + odd, freedom - 1, 2):
        term *= cos(angle) ** 2 * (step - 1) / step
        total += term
    return 2 / pi * (angle + sin(angle) * total) if odd else sin(angle) * total


@cache
def t_quantile(freedom: int, between: float = 0.95) -> float:
    """How many standard errors to each side hold so much of the distribution."""
    if freedom < 1:
        return inf
    low, high = 0.0, OF_ONE
    while high - low > NEAR:
        middle = (low + high) / 2
        low, high = (middle, high) if within(middle, freedom) < between else (low, middle)
    return (low + high) / 2
