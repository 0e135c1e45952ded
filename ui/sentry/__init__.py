"""Who tells the window that the computer is being left: one sentry for each system."""
