"""Pages drawn once, as forms, and placed on as many sides of paper as are wanted: a copy costs next to nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from reportlab.pdfgen.canvas import Canvas

from trainer_app.documents import style
from trainer_app.documents.style import mm

FOLD_MARK = 4 * mm
Size = tuple[float, float]


@contextmanager
def page(canvas: Canvas, name: str, size: Size) -> Iterator[None]:
    """What is drawn inside is a page named `name`, and is seen once it is placed."""
    canvas.beginForm(name, 0, 0, *size)
    canvas.setLineWidth(style.LINE)
    yield
    canvas.endForm()


def place(
    canvas: Canvas, names: Sequence[str | None], size: Size, over: Callable[[Canvas], None] | None = None
) -> None:
    """One side of a sheet: one page, or two beside each other with a mark where to fold; `over` draws on each."""
    width, height = size
    canvas.setPageCompression(0)  # a few words that place forms: not smaller when squeezed, only slower
    for number, name in enumerate(names):
        if name is not None:
            canvas.saveState()
            canvas.translate(number * width, 0)
            canvas.doForm(name)
            if over:
                over(canvas)
            canvas.restoreState()
    if len(names) == 2:
        canvas.setLineWidth(style.LINE)
        canvas.lines([(width, 0, width, FOLD_MARK), (width, height - FOLD_MARK, width, height)])
    canvas.showPage()
