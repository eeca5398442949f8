"""A page: one column of readable width that scrolls up and down, never sideways."""

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from kat_journal.gui.widgets.tokens import Restyled, size_token


class Page(QScrollArea, Restyled):
    """Centres its column, and brings whatever gets the focus into view.

    Attributes:
        column: The layout that takes the parts of the page.
    """

    column_width = size_token("column_width")
    margin = size_token("margin")
    top = size_token("top")
    gap = size_token("gap")

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str = "",
        wide: bool = False,
        narrow: bool = False,
        form: bool = False,
    ) -> None:
        """Make an empty page for reading and writing, or another one.

        Args:
            parent: Its parent.
            name: Its object name.
            wide: An overview.
            narrow: A few fields, as on the way in.
            form: Rows of answers.
        """
        super().__init__(parent)
        self.setProperty("kind", "page")
        for kind, chosen in (("wide", wide), ("narrow", narrow), ("form", form)):
            self.setProperty(kind, chosen)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Its own viewport, as Qt would make it: of one made by Qt the binding has to guess the class, which is dear.
        viewport = QWidget(self)
        viewport.setAutoFillBackground(True)
        self.setViewport(viewport)
        self._content = QWidget()
        self.column = QVBoxLayout(self._content)
        self.setWidget(self._content)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def restyled(self) -> None:
        """Take the widths of another text size."""
        self.column.setSpacing(self.gap)
        self._set_margins()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Centre the column in the new width."""
        super().resizeEvent(event)
        self._set_margins()

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll no more than is needed to see a widget of this page, from its top if it is a tall one."""
        own, bar, height = self._place_of(widget), self.verticalScrollBar(), self.viewport().height()
        roomy = own.adjusted(0, -self.gap, 0, self.gap)
        place = roomy if roomy.height() <= height else own
        if place.bottom() > bar.value() + height:
            bar.setValue(min(place.top(), place.bottom() - height))
        elif (
            place.top() < bar.value()
        ):  # its end is seen; of one that is taller than the page, as much as there is room for
            bar.setValue(max(place.top(), place.bottom() - height))

    def _place_of(self, widget: QWidget) -> QRect:
        """Where a widget is seen on the page, once whatever scrolls on the page has been scrolled to it."""
        inner = widget.parentWidget()
        place = QRect(widget.mapTo(self._content, QPoint(0, 0)), widget.size())
        while inner is not None and inner is not self._content:
            if isinstance(inner, QScrollArea):
                inner.ensureWidgetVisible(widget, 0, self.gap)
                port = inner.viewport()
                place.moveTopLeft(widget.mapTo(self._content, QPoint(0, 0)))
                place &= QRect(port.mapTo(self._content, QPoint(0, 0)), port.size())
            inner = inner.parentWidget()
        return place

    def _set_margins(self) -> None:
        spare = self.viewport().width() - self.column_width if self.column_width else 0
        side = max(self.margin, spare // 2)
        self.column.setContentsMargins(side, self.top, side, self.top)

    @Slot(QWidget, QWidget)  # without it the binding looks the slot up by name, and misses it in a page that is going
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._content.isAncestorOf(new):
            # A layout that has just shown the widget may not have given it its place yet.
            self.column.activate()
            self.bring_into_view(new)
            QTimer.singleShot(0, self, self._bring_focus_into_view)  # a part that has just unfolded has its place then

    @Slot()
    def _bring_focus_into_view(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self._content.isAncestorOf(focused):
            self.bring_into_view(focused)
