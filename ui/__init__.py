"""The window: PySide6 Widgets. Holds no rule of safeguarding."""

from ui.none_kept import keep_none

keep_none()
