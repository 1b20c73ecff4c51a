"""The shelves of the output: each module draws one kind of file, and proves it."""
