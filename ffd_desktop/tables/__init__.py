"""Tables of any file as rows of text, whatever they are about: a roll, a school's concern log."""
