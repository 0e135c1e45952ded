"""The one place that says which editor a kind of field gets."""

from __future__ import annotations

from typing import assert_never

from ffd_desktop.councils.forms import Field, FieldKind
from ui.editors.address import AddressEditor
from ui.editors.base import Editor
from ui.editors.choosing import FEW, child_choices, code_choices, people_choices
from ui.editors.context import EditorContext
from ui.editors.date import DateEditor
from ui.editors.level import LevelEditor
from ui.editors.many_of import ManyOfEditor
from ui.editors.number import NumberEditor, ScaleEditor, is_scale
from ui.editors.one_of import PickOneEditor
from ui.editors.search_one import SearchOneEditor
from ui.editors.text import LongTextEditor, TextEditor
from ui.editors.yes_no import YesNoEditor


def make_editor(field: Field, context: EditorContext) -> Editor:
    """Make the editor of a field, named for assistive technology."""
    editor = _bare(field, context)
    editor.describe(field.label, field.hint)
    return editor


def _bare(field: Field, context: EditorContext) -> Editor:  # noqa: C901 - one per kind
    match field.kind:
        case FieldKind.TEXT:
            return TextEditor(field, context)
        case FieldKind.LONG_TEXT:
            return LongTextEditor(field, context)
        case FieldKind.DATE:
            return DateEditor(field, context)
        case FieldKind.YES_NO:
            return YesNoEditor(field, context)
        case FieldKind.CODE:
            return _code_editor(field, context)
        case FieldKind.CODES:
            return ManyOfEditor(field, context, code_choices)
        case FieldKind.NUMBER:
            scale = is_scale(field)
            return ScaleEditor(field, context) if scale else NumberEditor(field, context)
        case FieldKind.ADDRESS:
            return AddressEditor(field, context)
        case FieldKind.CHILD:
            return PickOneEditor(field, context, child_choices)
        case FieldKind.CHILDREN:
            return ManyOfEditor(field, context, child_choices)
        case FieldKind.PERSON:
            return PickOneEditor(field, context, people_choices)
        case FieldKind.PEOPLE:
            return ManyOfEditor(field, context, people_choices)
        case FieldKind.LEVEL:
            return LevelEditor(field, context)
    assert_never(field.kind)


def _code_editor(field: Field, context: EditorContext) -> Editor:
    if len(code_choices(field, context)) <= FEW:
        return PickOneEditor(field, context, code_choices)
    return SearchOneEditor(field, context, code_choices)
