"""What a PDF's tags must hold for those who cannot see the page, checked without Java.

These checks share no code with what makes the tags, and look for what veraPDF does not: a
parent tree that agrees with the tree, elements that hold nothing, content that is read twice or
never, boxes of figures, kinds of lists, links' words. `check` runs them all.
"""
