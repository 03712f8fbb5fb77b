"""The record of what a graphic is called."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphicTerms:
    """The words for a kind of graphic."""

    description: str
    """A noun phrase with its article: "a bar chart"."""
    phrases: str
    """What a prompt calls it, separated by commas."""
    ambiguous: str = ""
    """Phrases that also name a thing or a place ("calendar"): they count only where nothing says that it is meant."""
    shows_things: bool = False
    """The rest of the prompt is read as usual, because the graphic is composed of drawn things."""


def design_terms(description: str, phrases: str, ambiguous: str = "") -> GraphicTerms:
    """The terms of a design, which is composed of drawn things."""
    return GraphicTerms(description=description, phrases=phrases, ambiguous=ambiguous, shows_things=True)
