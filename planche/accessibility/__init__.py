"""One report of what is met and checked: for every artefact, in figures and as a page."""
