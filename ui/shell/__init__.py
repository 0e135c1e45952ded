"""The frame of the window: navigation, lanes, locking. The only place that builds screens."""
