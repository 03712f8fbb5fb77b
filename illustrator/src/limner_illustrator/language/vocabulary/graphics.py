"""Graphics: what prompts call each kind, and how a description names it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphicTerms:
    """The words for a kind of graphic."""

    description: str
    """A noun phrase with its article: "a bar chart"."""
    phrases: str
    """What a prompt calls it, separated by commas."""
    ambiguous: str = ""
    """Phrases that also name a thing or a place ("table", "calendar"): they count only where they end the phrase that
    opens the prompt, and where no word of `_REAL_WORDS` says that the thing is meant."""
    shows_things: bool = False
    """The rest of the prompt is read as usual, because the graphic is composed of drawn things."""


GRAPHICS: dict[str, GraphicTerms] = {
    "bar-chart": GraphicTerms(
        description="a bar chart",
        phrases=(
            "bar chart, bar graph, column chart, column graph, bar diagram, barchart, bargraph, bar plot, barplot, "
            "histogram chart, balkendiagramm, säulendiagramm, gráfico de barras, diagramme à barres"
        ),
    ),
}
"""By the name of the kind in the registry of graphics."""
