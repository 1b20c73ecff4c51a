"""`build.py serve`: the gallery on this machine, and each plate while it is being written."""
