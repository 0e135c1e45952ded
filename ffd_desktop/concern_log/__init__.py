"""Rows from elsewhere: a school's concern log, a spreadsheet or a page of text, as events."""
