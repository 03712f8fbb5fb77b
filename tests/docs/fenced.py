"""The code in the documentation: which blocks there are, and where."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs"
ADDRESS = "http://127.0.0.1:8000"
"""Where the examples look for a server."""
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Block:
    page: str
    line: int
    language: str
    text: str

    @property
    def where(self) -> str:
        return f"{self.page}:{self.line}"


def blocks_of(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    return [
        Block(str(page.relative_to(ROOT)), text.count("\n", 0, found.start()) + 1, *found.groups())
        for found in FENCE.finditer(text)
    ]


def all_blocks(*names: str) -> list[Block]:
    return [block for name in names for block in blocks_of(PAGES / f"{name}.md")]


def only_block(name: str, language: str, containing: str = "") -> Block:
    (found,) = [block for block in all_blocks(name) if block.language == language and containing in block.text]
    return found
