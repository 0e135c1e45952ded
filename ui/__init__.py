"""The window: PySide6 Widgets. Holds no rule of safeguarding."""

from ui.constants_kept import keep_constants

keep_constants()
