"""A terminal small enough to see through: it obeys the few sequences that the display writes, and keeps the screen."""

import io
import re

PIECE = re.compile(r"\x1b_G.*?\x1b\\|\x1b\]1337;.*?\x07|\x1b\[[0-9;]*[A-Za-z]|\x1b[78]|\r|\n|.", re.DOTALL)


class TinyTerminal(io.StringIO):
    def __init__(self):
        super().__init__()
        self.cells: dict[tuple[int, int], str] = {}
        self.pictures: list[tuple[int, int]] = []
        """Where the pictures of a protocol were put: row and column."""
        self.row = self.column = 0
        self.saved = (0, 0)

    def isatty(self):
        return True

    def write(self, text):
        for piece in PIECE.findall(text):
            self.obey(piece)
        return len(text)

    def obey(self, piece):
        match = re.fullmatch(r"\x1b\[(\d*)([ABK])", piece)
        if match and match[2] == "K":
            for place in [place for place in self.cells if place[0] == self.row]:
                del self.cells[place]
        elif match:
            self.row += int(match[1] or 1) * (-1 if match[2] == "A" else 1)
        elif piece == "\x1b7":
            self.saved = self.row, self.column
        elif piece == "\x1b8":
            self.row, self.column = self.saved
        elif piece.startswith(("\x1b_Ga=T", "\x1b]1337")):
            self.pictures.append((self.row, self.column))
        elif piece == "\r":
            self.column = 0
        elif piece == "\n":
            self.row, self.column = self.row + 1, 0
        elif not piece.startswith("\x1b"):
            self.cells[self.row, self.column] = piece
            self.column += 1

    @property
    def screen(self) -> list[str]:
        if not self.cells:
            return []
        last = max(row for row, _ in self.cells)
        lines = [""] * (last + 1)
        for row, column in sorted(self.cells):
            lines[row] = lines[row].ljust(column) + self.cells[row, column]
        return [line.rstrip() for line in lines]
