"""The school's pupil roll, and the family that a UPN brings."""
