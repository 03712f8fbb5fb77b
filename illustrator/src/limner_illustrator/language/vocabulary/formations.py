"""Phrases for how the copies of one thing stand to each other."""

FORMATIONS = {
    "in-a-row": (
        "in a row, in a line, in a straight line, in a long line, in single file, in one row, lined up, lined up in a "
        "row, in a neat row, all in a row, standing in line, in a long row"
    ),
    "in-a-circle": "in a circle, in a ring, forming a circle, forming a ring, in a semicircle, in a big circle",
    "back-to-back": "back to back, back-to-back, facing away from each other, with their backs to each other",
}
