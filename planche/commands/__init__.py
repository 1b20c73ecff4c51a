"""The commands of `build.py`, a module each: their arguments, and what they do."""
