"""The set in words alone: each plate as HTML and as plain text, from the same walk of its words."""
