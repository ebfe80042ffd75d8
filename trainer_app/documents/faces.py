"""Three faces drawn with lines: glad, neither, sad. A photocopy keeps them, and no font is asked for them."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from trainer_app.documents import style
from trainer_app.domain.feedback import Face

LINE = 1.6 * style.LINE


def draw(canvas: Canvas, face: Face, x: float, y: float, high: float) -> None:
    """Its lower left corner at (x, y)."""
    half = high / 2
    canvas.saveState()
    canvas.setLineWidth(max(LINE, high / 24))
    canvas.setLineCap(1)
    canvas.circle(x + half, y + half, half)
    for side in (-1, 1):
        canvas.circle(x + half + side * high * 0.17, y + high * 0.63, high * 0.055, stroke=0, fill=1)
    _draw_mouth(canvas, face, x, y, high)
    canvas.restoreState()


def _draw_mouth(canvas: Canvas, face: Face, x: float, y: float, high: float) -> None:
    left, right = x + high * 0.27, x + high * 0.73
    if face is Face.MIDDLE:
        canvas.line(left, y + high * 0.32, right, y + high * 0.32)
    elif face is Face.GOOD:
        canvas.arc(left, y + high * 0.2, right, y + high * 0.56, 200, 140)
    else:
        canvas.arc(left, y + high * 0.06, right, y + high * 0.42, 20, 140)
