"""The typeface travels with the deck: embedded in it, and in a package beside it."""
