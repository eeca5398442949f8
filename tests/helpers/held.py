"""Every text that the windows of this program hold: shown or spoken, in menus, documents, models, clipboards."""

from PySide6.QtCore import QAbstractItemModel, QMimeData, QObject, Qt
from PySide6.QtGui import QAction, QClipboard, QTextDocument, QWindow
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QTextEdit, QWidget
from shiboken6 import isValid

_SPOKEN = ("accessibleName", "accessibleDescription", "toolTip", "statusTip", "whatsThis", "windowTitle")
_SHOWN = ("text", "placeholderText", "title", "currentText", "prefix", "suffix", "selectedText", "windowFilePath")
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def held_by_the_windows():
    """One text, line by line."""
    widgets = [one for one in QApplication.allWidgets() if isValid(one)]
    windows = [window.title() for window in QApplication.allWindows() if isinstance(window, QWindow)]
    texts = [text for widget in widgets for text in _of_widget(widget)]
    clipboard = QApplication.clipboard()
    copied = [_of_data(clipboard.mimeData(mode)) for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)]
    return "\n".join((*texts, *windows, *copied))


def _of_widget(widget: QWidget):
    for name in (*_SPOKEN, *_SHOWN):
        if hasattr(widget, name) and isinstance(found := getattr(widget, name)(), str):
            yield found
    for action in (*widget.actions(), *widget.findChildren(QAction)):
        yield from (action.text(), action.toolTip(), action.iconText())
    for document in widget.findChildren(QTextDocument):
        yield from _of_document(document)
    for model in widget.findChildren(QAbstractItemModel):
        yield from _of_model(model)
    yield from _of_field(widget)


def _of_field(widget: QWidget):
    if isinstance(widget, QTextEdit):
        yield from _of_document(widget.document())
        yield widget.textCursor().block().layout().preeditAreaText()
    if isinstance(widget, QLineEdit) and widget.completer() is not None:
        yield from _of_model(widget.completer().model())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _of_model(widget.model())


def _of_document(document: QTextDocument):
    yield document.toRawText()
    yield document.metaInformation(QTextDocument.MetaInformation.DocumentTitle)
    if document.isUndoAvailable() or document.isRedoAvailable():
        while document.isUndoAvailable():
            document.undo()
            yield document.toRawText()
        while document.isRedoAvailable():
            document.redo()
            yield document.toRawText()


def _of_model(model: QObject):
    if isinstance(model, QAbstractItemModel) and type(model).__name__ != "QFileSystemModel":
        for place in range(model.rowCount()):
            for role in _ROLES:
                if (found := model.data(model.index(place, 0), role)) is not None:
                    yield str(found)


def _of_data(data: QMimeData | None):
    return data.text() if data is not None else ""
