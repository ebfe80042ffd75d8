"""Charts on the screen, one below another on a card, and the same figures as a table for those who rather read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.documents import charts
from trainer_app.domain.charts import Chart
from trainer_app.i18n import N_, _, screen
from trainer_app.ui import theme
from trainer_app.ui.models.table import RIGHT, Column
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView

LETTERS = 13  # pixels
LEAST = 280  # pixels: a chart less wide has no room for bars
Line = tuple[str, ...]


class Drawing(QWidget):
    """The charts themselves, drawn anew for each width, theme and size of text."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMinimumWidth(LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._charts: tuple[Chart, ...] = ()
        self._drawn: list[QSvgRenderer] = []

    def show_charts(self, shown: Sequence[Chart]) -> None:
        self._charts = tuple(shown)
        self.setAccessibleDescription("\n\n".join(charts.in_words(chart, screen()) for chart in shown))
        self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, y = QPainter(self), 0.0
        for drawn in self._drawn:
            size = drawn.viewBoxF().size()
            drawn.render(painter, QRectF(QPointF(0, y), size))
            y += size.height() + theme.MEDIUM
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._draw()

    def sizeHint(self) -> QSize:
        return QSize(LEAST, self.minimumHeight())

    def _draw(self) -> None:
        wide, dark = max(self.width(), LEAST), theme.tokens().name == "dark"
        told = (charts.as_svg(chart, screen(), wide, theme.scaled(LETTERS), dark) for chart in self._charts)
        self._drawn = [QSvgRenderer(QByteArray(text.encode()), self) for text in told]
        high = sum(drawn.viewBoxF().height() + theme.MEDIUM for drawn in self._drawn)
        self.setFixedHeight(round(high))
        self.update()


class ChartCard(Translated, QFrame):
    """`show_charts()`, and a button that turns the drawing into its tables and back. `turned` comes when it does."""

    turned = Signal()

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(f"card_{name}")
        self.setProperty("kind", "card")
        self._charts: tuple[Chart, ...] = ()
        self.title = label(self, "section", f"{name}Title")
        self.as_table = button(self, "btnChartTable", "table", kind="quiet")
        self.as_table.setCheckable(True)
        self.as_table.toggled.connect(self._turn)
        self.body = QWidget()
        self.body.setProperty("kind", "page")
        self.drawing = Drawing(self.body, name)
        self.below = QVBoxLayout()
        self.scroller = QScrollArea(self)
        self.scroller.setObjectName(f"{name}Area")
        self.table: ListView[Line] = ListView(self, "tblChart", columns(()), _key, N_("Figures of the chart"))
        self.pages = QStackedWidget(self)
        self._build()
        self.retranslate()

    def show_charts(self, shown: Sequence[Chart], title: str = "") -> None:
        self._charts = tuple(shown)
        self.title.setText(title)
        self.drawing.show_charts(shown)
        self._fill()

    @property
    def is_table(self) -> bool:
        return self.as_table.isChecked()

    def retranslate(self) -> None:
        self.as_table.setText(_("Table"))
        self.as_table.setToolTip(_("Show the figures of the charts as a table"))
        self.drawing.setAccessibleName(_("Charts"))
        self.scroller.setAccessibleName(_("Charts"))
        self.drawing.show_charts(self._charts)
        self._fill()

    @Slot(bool)
    def _turn(self, table: bool) -> None:
        self.pages.setCurrentIndex(int(table))
        self.turned.emit()

    def _fill(self) -> None:
        """All charts below one another, each with its head as a row."""
        told = [charts.table(chart, screen()) for chart in self._charts]
        wide = max((len(lines[0]) for lines in told), default=1)
        rows: list[Line] = []
        for chart, (head, *lines) in zip(self._charts, told, strict=True):
            rows.append(_line(len(rows), [chart.title, *head[1:]], wide))
            for line in lines:
                rows.append(_line(len(rows), line, wide))
        if wide != len(self.table.rows.columns):
            self.table.rows.show(())
            self.table.rows.beginResetModel()
            self.table.rows.columns = columns(range(1, wide))
            self.table.rows.endResetModel()
            self.table.retranslate()
        self.table.show_rows(rows)

    def _build(self) -> None:
        inside = QVBoxLayout(self.body)
        inside.setContentsMargins(0, 0, theme.SMALL, 0)
        inside.setSpacing(theme.SMALL)
        inside.addWidget(self.drawing)
        inside.addLayout(self.below)
        inside.addStretch(1)
        self.table.horizontalHeader().hide()
        self.table.setSortingEnabled(False)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setWidget(self.body)
        self.pages.addWidget(self.scroller)
        self.pages.addWidget(self.table)
        self.head = QHBoxLayout()
        self.head.addWidget(self.title, 1)
        self.head.addWidget(self.as_table, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.MEDIUM, theme.TINY, theme.TINY, theme.SMALL)
        layout.setSpacing(theme.TINY)
        layout.addLayout(self.head)
        layout.addWidget(self.pages, 1)


def columns(numbers: Sequence[int]) -> tuple[Column[Line], ...]:
    """What a row is about, and so many figures. The heads stand in the rows, since each chart has its own."""
    return (Column("", _label, spoken=_spoken, stretch=True), *(_figures(number) for number in numbers))


def _figures(number: int) -> Column[Line]:
    def figure(line: Line) -> str:
        return line[number + 1]

    return Column("", figure, spoken=figure, align=RIGHT, sample="00 000 000")


def _label(line: Line) -> str:
    return line[1]


def _spoken(line: Line) -> str:
    return " ".join(filter(None, line[1:]))


def _key(line: Line) -> str:
    return line[0]


def _line(number: int, words: Sequence[str], wide: int) -> Line:
    """With its number as its key: two charts may have rows of the same name."""
    return (str(number), *words, *([""] * (wide - len(words))))
