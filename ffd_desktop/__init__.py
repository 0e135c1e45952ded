"""The core of FFD Desktop: what a referral is and what can be done with it. Imports no Qt."""

__version__ = "0.1.0"
