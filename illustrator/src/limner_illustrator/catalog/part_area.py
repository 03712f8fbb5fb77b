"""Parts of a drawing that can have a colour of their own: the roof of a house, the mane of a lion."""

from dataclasses import dataclass

WHOLE = (0.0, 0.0, 128.0, 128.0)


@dataclass(frozen=True, slots=True)
class PartArea:
    nouns: str
    """Singular, separated by commas; the first is the name by which a Scene calls it."""
    at: tuple[float, float] | None = None
    """A point of the part, in the 128 by 128 units of an icon. None for a drawing that asks for the part itself."""
    box: tuple[float, float, float, float] = WHOLE
    """Left, top, right, bottom: what has that colour outside is no part of it."""

    is_main: bool = False
    """It has the colour of the thing: the walls of a red house."""

    def is_called(self, noun: str) -> bool:
        """Whether a noun, also in the plural, names the part."""
        plain = noun.replace("-", " ")
        return plain in self.words or plain.removesuffix("s") in self.words

    @property
    def name(self) -> str:
        return self.words[0]

    @property
    def words(self) -> list[str]:
        return [noun.strip() for noun in self.nouns.split(",")]
