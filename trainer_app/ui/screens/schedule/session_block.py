"""One session in the week: a block to read at a glance, with edges to take hold of."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen

from trainer_app.ui import theme
from trainer_app.ui.models import sessions as words
from trainer_app.ui.models.agenda import meets
from trainer_app.ui.screens.schedule.session_button import Part, SessionButton

EDGE = 6  # pixels at the top and the bottom that the mouse takes hold of


class SessionBlock(SessionButton):
    def part_at(self, point: QPoint) -> Part:
        """The middle is always left: a short session can be carried too."""
        edge = min(EDGE, self.height() // 4)
        if point.y() < edge:
            return Part.START
        return Part.END if point.y() >= self.height() - edge else Part.WHOLE

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.line is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_faded:
            painter.setOpacity(0.4)
        self._paint_body(painter)
        self._paint_words(painter)
        painter.end()

    def _paint_body(self, painter: QPainter) -> None:
        colours, line = theme.tokens(), self.line
        assert line is not None
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = colours.warning if self.clashes else colours.border if line.cut else colours.primary
        style = Qt.PenStyle.DashLine if line.cut else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(colours.focus), 3) if self.is_current else QPen(QColor(edge), 1, style))
        painter.setBrush(QColor(colours.alternate if line.is_marked or line.cut else colours.selection))
        painter.drawRoundedRect(body, theme.TINY, theme.TINY)
        painter.setPen(Qt.PenStyle.NoPen)
        if line.cut:
            painter.setBrush(QBrush(QColor(colours.hairline), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), theme.TINY, theme.TINY)
        painter.setBrush(QColor(edge if self.clashes or line.cut or not line.is_marked else colours.success))
        painter.drawRect(QRectF(body.left() + 1, body.top() + 2, theme.TINY, body.height() - 4))

    def _paint_words(self, painter: QPainter) -> None:
        """Line by line while there is room; the title may take several."""
        colours = theme.tokens()
        left, bottom = theme.TINY * 3, self.height() - 2
        top, width = theme.TINY, self.width() - left - theme.TINY
        for number, (text, strong) in enumerate(self._lines(width)):
            painter.setFont(self._font(strong))
            painter.setPen(QColor(colours.text if strong or number == 0 else colours.muted))
            if text.startswith("⚠") or (number == 0 and self.clashes):
                painter.setPen(QColor(colours.warning))
            metrics = painter.fontMetrics()
            if number and top + metrics.height() > bottom:
                break
            for part in self._wrapped(text, metrics, width, bottom - top) if strong else [text]:
                elided = metrics.elidedText(part, Qt.TextElideMode.ElideRight, width)
                painter.drawText(left, top, width, metrics.height(), Qt.AlignmentFlag.AlignVCenter, elided)
                top += metrics.height()

    def _font(self, strong: bool) -> QFont:
        font = theme.font(theme.BODY if strong else theme.CAPTION, semibold=strong)
        font.setStrikeOut(strong and self.line is not None and self.line.cut)
        return font

    def _wrapped(self, text: str, metrics: QFontMetrics, width: int, room: int) -> list[str]:
        """At most three lines, and no more than leave room for one line below them."""
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if metrics.horizontalAdvance(longer) <= width or not lines[-1]:
                lines[-1] = longer
            else:
                lines.append(word)
        fit = max(min(3, room // metrics.height() - 1), 1)
        return lines if len(lines) <= fit else [*lines[: fit - 1], " ".join(lines[fit - 1 :])]

    def _lines(self, width: int) -> list[tuple[str, bool]]:
        """What the block says, the most needed first: as many lines as there is room for."""
        line = self.line
        assert line is not None
        mark = "⚠ " if self.clashes else ""
        hours = f"{mark}{words.hours(line)}"
        if QFontMetrics(theme.font(theme.CAPTION)).horizontalAdvance(hours) > width:
            hours = f"{mark}{line.starts:%H:%M}"  # the end is where the block ends
        found = [(hours, False), (line.title, True)]
        found += [(text, False) for text in (words.cut_shortly(line), meets(self.clashes), words.moved(line)) if text]
        number = words.day_number(line) if line.of > 1 else ""
        came = f"✓ {words.marked(line)}" if line.is_marked else words.marked(line)
        progress = " · ".join(part for part in (number, came) if part)
        return found + [(text, False) for text in (progress, line.group, line.venue, line.trainers) if text]
