"""What WeasyPrint leaves undone in an accessible PDF, done to the finished file with pikepdf.

The structure tree is read once (`tree`), given its markup back (`markup`), mended by a module a
subject, each of whose verbs is idempotent and returns how much it changed, and written once
(`writing`). Nothing that is drawn is touched. `finish` is the whole of it.
"""
