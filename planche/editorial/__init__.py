"""The editor's sheet: what communications takes to the meeting before print."""
