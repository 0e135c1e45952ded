"""Files that go with a draft: brought in, listed, looked at, and saved as a copy."""
