"""Shapes a referral for its reader as a neutral outline."""
