"""Judges that others made, over everything that was built; `make conformance` sets them up."""
