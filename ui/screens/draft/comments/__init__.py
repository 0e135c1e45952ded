"""Comments of colleagues on a draft: the box beneath an answer, the page at the side, the mark."""
