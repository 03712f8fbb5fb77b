"""The words by which the language of a prompt for a graphic is told."""

_FUNCTION_TEXTS = {
    "de": "der die das den dem des und für mit eine einer einen ein von vom im zum zur über auf aus",
    "fr": "le la les des du une un et pour avec sur dans au aux de en d l par",
    "es": "el la los las una un y para con del sobre de en por cómo",
    "en": "the of with for and showing about a an to in on from by how",
}
FUNCTION_WORDS = {language: frozenset(text.split()) for language, text in _FUNCTION_TEXTS.items()}
_STRONG_TEXT = "zum zur für mit und über eine einer pour avec une para sobre una los las del"
STRONG = frozenset(_STRONG_TEXT.split())
"""Words that no English prompt has: a single one will do."""
_KIND_TEXTS = {
    "de": (
        "diagramm kreisdiagramm balkendiagramm säulendiagramm liniendiagramm flussdiagramm organigramm tabelle "
        "zeitstrahl stammbaum mindmap ablaufdiagramm tortendiagramm kalender stundenplan vergleichstabelle "
        "gantt-diagramm swot-analyse infografik rechnung"
    ),
    "fr": (
        "diagramme graphique organigramme tableau carte frise camembert chronologie schéma histogramme infographie "
        "calendrier facture analyse emploi"
    ),
    "es": (
        "diagrama gráfico gráfica organigrama tabla línea cronograma mapa infografía calendario factura análisis "
        "horario lista "
        "pirámide embudo"
    ),
}
KINDS = {language: frozenset(text.split()) for language, text in _KIND_TEXTS.items()}
"""What the languages call graphics, which counts double."""
