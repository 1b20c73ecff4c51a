"""The organisation's logo: a file becomes shapes that both renderers draw, or a picture.

Bytes become elements with their style (styles), these paths (paths, svg), all one `Logo`
(reading), or every fault of its files. Where it stands on a page is geometry's.
"""
