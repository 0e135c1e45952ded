"""The check screen: what is still to put right, and the front page as its reader will see it."""
