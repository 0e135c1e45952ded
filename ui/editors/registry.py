"""The one place that says which editor a kind of field gets."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtWidgets import QWidget

from ffd_desktop.councils.forms import Field, FieldKind
from ui.editors.address import AddressEditor
from ui.editors.base import Editor
from ui.editors.children import ChildrenEditor
from ui.editors.choosing import FEW, child_choices, code_choices, people_choices
from ui.editors.context import EditorContext
from ui.editors.date import DateEditor
from ui.editors.evidence import EvidenceEditor
from ui.editors.level import LevelEditor
from ui.editors.many_of import ManyOfEditor
from ui.editors.number import NumberEditor, ScaleEditor, is_scale
from ui.editors.one_of import PickOneEditor
from ui.editors.search_one import SearchOneEditor
from ui.editors.text import LongTextEditor, TextEditor
from ui.editors.yes_no import YesNoEditor


def make_editor(field: Field, context: EditorContext, parent: QWidget | None = None) -> Editor:
    """Make the editor of a field, named for assistive technology."""
    editor = _bare(field, context, parent)
    editor.describe(field.label, field.hint)
    return editor


def _bare(  # noqa: C901 - one per kind
    field: Field, context: EditorContext, parent: QWidget | None
) -> Editor:
    match field.kind:
        case FieldKind.TEXT:
            return TextEditor(field, context, parent)
        case FieldKind.LONG_TEXT:
            return LongTextEditor(field, context, parent)
        case FieldKind.DATE:
            return DateEditor(field, context, parent)
        case FieldKind.YES_NO:
            return YesNoEditor(field, context, parent)
        case FieldKind.CODE:
            return _code_editor(field, context, parent)
        case FieldKind.CODES:
            return ManyOfEditor(field, context, code_choices, parent)
        case FieldKind.NUMBER:
            kind = ScaleEditor if is_scale(field) else NumberEditor
            return kind(field, context, parent)
        case FieldKind.ADDRESS:
            return AddressEditor(field, context, parent)
        case FieldKind.CHILD:
            return PickOneEditor(field, context, child_choices, parent)
        case FieldKind.CHILDREN if field.says_whom:
            return ChildrenEditor(field, context, parent)
        case FieldKind.CHILDREN:
            return ManyOfEditor(field, context, child_choices, parent)
        case FieldKind.PERSON:
            return PickOneEditor(field, context, people_choices, parent)
        case FieldKind.PEOPLE:
            return ManyOfEditor(field, context, people_choices, parent)
        case FieldKind.EVIDENCE:
            return EvidenceEditor(field, context, parent)
        case FieldKind.LEVEL:
            return LevelEditor(field, context, parent)
    assert_never(field.kind)


def _code_editor(field: Field, context: EditorContext, parent: QWidget | None) -> Editor:
    if len(code_choices(field, context)) <= FEW:
        return PickOneEditor(field, context, code_choices, parent)
    return SearchOneEditor(field, context, code_choices, parent)
