"""Press files: CMYK, boxes, marks, preflight, imposition, ticket."""
