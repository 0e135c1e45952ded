"""Paper: tagged PDF from an outline, and pictures of its pages, all in memory."""
