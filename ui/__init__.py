"""The window: PySide6 Widgets. Holds no rule of safeguarding."""
