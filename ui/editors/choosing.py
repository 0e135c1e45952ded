"""Where the choices of a field come from. Knows no widget."""

from __future__ import annotations

from ffd_desktop.councils.forms import Field, FieldKind
from ui.editors.context import Choice, EditorContext

FEW = 6
MANY = 12
_LISTED = {FieldKind.CODE, FieldKind.CODES, FieldKind.LEVEL}


def code_choices(field: Field, context: EditorContext) -> tuple[Choice, ...]:
    """Give the codes of the field's list."""
    return context.codes(field.codes)


def child_choices(field: Field, context: EditorContext) -> tuple[Choice, ...]:  # noqa: ARG001
    """Give the children of the referral."""
    return context.children


def people_choices(field: Field, context: EditorContext) -> tuple[Choice, ...]:  # noqa: ARG001
    """Give the adults of the referral."""
    return context.people


def evidence_choices(field: Field, context: EditorContext) -> tuple[Choice, ...]:  # noqa: ARG001
    """Give what of the referral can show something."""
    return context.evidence


def with_stray(
    choices: tuple[Choice, ...], held: tuple[str, ...], kind: FieldKind
) -> tuple[Choice, ...]:
    """Add what is held but no longer on offer, so that an old answer is shown and never lost."""
    known = {one.id for one in choices}
    return choices + tuple(_stray(one, kind) for one in held if one not in known)


def _stray(id_: str, kind: FieldKind) -> Choice:
    if kind in _LISTED:
        return Choice(id=id_, words=id_, note="Not in the list now")
    if kind is FieldKind.EVIDENCE:
        return Choice(id=id_, words="Something no longer in this referral")
    return Choice(id=id_, words="Someone no longer in this referral")


def full_words(choice: Choice) -> str:
    """Give a choice's words with its group, for a list that shows no groups."""
    if not choice.group or choice.words.startswith(choice.group):
        return choice.words
    return f"{choice.group}: {choice.words}"
