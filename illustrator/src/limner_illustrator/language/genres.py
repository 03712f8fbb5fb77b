"""Graphics of prompts: "a bar chart of fruit sales: apples 30, bananas 45". Genre words choose a composition."""

import random
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from limner_illustrator.catalog import kinds
from limner_illustrator.language import (
    graphic_amounts,
    graphic_clouds,
    graphic_comparisons,
    graphic_diagrams,
    graphic_families,
    graphic_fishbones,
    graphic_flows,
    graphic_lanes,
    graphic_matrices,
    graphic_networks,
    graphic_points,
    graphic_quizzes,
    graphic_receipts,
    graphic_slides,
    graphic_systems,
    graphic_tables,
    graphic_timelines,
    lexicon,
)
from limner_illustrator.language.abstract_designs import ABSTRACT, find_abstract, wants_ground_only
from limner_illustrator.language.chart_data import find_data
from limner_illustrator.language.design_details import find_missing_details
from limner_illustrator.language.designs import read_design
from limner_illustrator.language.graphic_charts import CHART_READERS, GraphicReader
from limner_illustrator.language.graphic_connections import CONNECTION, find_connections, read_connections
from limner_illustrator.language.graphic_connections import WORDS as CONNECTION_WORDS
from limner_illustrator.language.graphic_intros import read_intro
from limner_illustrator.language.graphic_lists import extract_title, make_title
from limner_illustrator.language.graphic_looks import read_abstract_look, read_chart_look, read_design_look
from limner_illustrator.language.graphic_periods import full_names
from limner_illustrator.language.graphic_prompt import GraphicPrompt, find_graphic
from limner_illustrator.language.graphic_requests import REQUEST, read_request
from limner_illustrator.language.graphic_screen_rows import SCREEN_ROW, find_screen_row, read_screen_row
from limner_illustrator.language.graphic_screens import read_screen
from limner_illustrator.language.graphic_scripts import find_unspaced_graphic
from limner_illustrator.language.graphic_tails import DECISION, find_tail_words, strip_tail
from limner_illustrator.language.graphic_topics import find_course
from limner_illustrator.language.graphic_translation import translate
from limner_illustrator.language.vocabulary.designs import DESIGNS
from limner_illustrator.language.vocabulary.graphic_outlines import CYCLES
from limner_illustrator.language.vocabulary.graphic_words import LOOKS, OPENING, PLAIN_STYLES
from limner_illustrator.language.vocabulary.graphics import GRAPHICS
from limner_illustrator.language.vocabulary.intro_screens import INTRO_SCREENS
from limner_illustrator.language.vocabulary.labelled import find_labelled
from limner_illustrator.language.vocabulary.screen_graphics import SCREENS
from limner_illustrator.language.vocabulary.things import COLOR_WORDS
from limner_illustrator.scene import Graphic
from limner_illustrator.scene.scene import MAX_LETTERS

__all__ = ["GraphicReading", "read_graphic"]

MADE_UP_VALUES = "the values are made up"
MADE_UP = "the content is made up"
EMPTY_CELLS = "cells of which nothing is known are empty"
MAX_MISSING = 12
DEVICES = frozenset({
    "smartphone", "phone", "iphone", "android", "ios", "tablet", "ipad", "browser", "desktop", "mobile", "web",
    "window", "button", "buttons", "field", "fields", "form", "input", "inputs", "onboarding", "screens", "homepage",
})  # fmt: skip
"""Words for the frame around a screen."""
DRAWN_PARTS = frozenset({"infographic", "labelled-diagram", "icon-set", "icon", "line-chart"})
"""Graphics whose names may stand for a drawing of connected parts."""
GROUNDED = frozenset({*SCREENS, *INTRO_SCREENS, "slide", "banner", "network-diagram"})
"""Graphics whose names may only say what a background is for: "landing page background"."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

READERS: dict[str, GraphicReader] = {
    **CHART_READERS,
    **dict.fromkeys(SCREENS, read_screen),
    REQUEST: read_request,
    "scatter-plot": graphic_points.read_scatter,
    "histogram": graphic_points.read_histogram,
    "gauge": graphic_points.read_gauge,
    "radar-chart": graphic_points.read_radar,
    "flow-chart": graphic_flows.read_flow,
    "decision-tree": graphic_flows.read_flow,
    "state-diagram": graphic_lanes.read_states,
    "swimlane-diagram": graphic_lanes.read_lanes,
    "org-chart": graphic_families.read_family,
    "bubble-chart": graphic_amounts.read_bubbles,
    "heat-map": graphic_amounts.read_heat_map,
    "sankey-diagram": graphic_amounts.read_sankey,
    "receipt": graphic_receipts.read_receipt,
    "invoice": graphic_receipts.read_receipt,
    "mind-map": graphic_diagrams.read_mind_map,
    "word-cloud": graphic_clouds.read_word_cloud,
    "slide": graphic_slides.read_slide,
    "fishbone-diagram": graphic_fishbones.read_fishbone,
    "neural-network": graphic_networks.read_neural_network,
    "quiz-screen": graphic_quizzes.read_quiz,
    "timeline": graphic_timelines.read_timeline,
    "infographic": graphic_diagrams.read_steps,
    "venn-diagram": graphic_comparisons.read_venn,
    "pyramid-diagram": graphic_diagrams.read_pyramid,
    "funnel-diagram": graphic_diagrams.read_funnel,
    "cycle-diagram": graphic_diagrams.read_cycle,
    "matrix": graphic_matrices.read_matrix,
    "checklist": graphic_diagrams.read_checklist,
    "network-diagram": graphic_systems.read_network,
    CONNECTION: read_connections,
    SCREEN_ROW: read_screen_row,
    "sequence-diagram": graphic_systems.read_sequence,
    "architecture-diagram": graphic_systems.read_architecture,
    "entity-diagram": graphic_systems.read_entities,
    "journey-map": graphic_comparisons.read_journey,
    "table": graphic_tables.read_table,
    "comparison-table": graphic_comparisons.read_comparison,
    "pricing-table": graphic_tables.read_pricing,
    "calendar": graphic_tables.read_calendar,
    "kanban-board": graphic_tables.read_kanban,
    "gantt-chart": graphic_tables.read_gantt,
}
"""By kind. Kinds without a reader of their own have a title only."""


@dataclass(frozen=True, slots=True)
class GraphicReading:
    graphic: Graphic
    rest: str | None
    """What is to be read as usual, because the graphic shows drawn things; None if nothing is."""
    missing: tuple[str, ...] = ()
    """Phrases of the prompt that the graphic does not show."""
    remarks: tuple[str, ...] = ()
    """What a note says of it."""


def read_graphic(prompt: str, *, seed: int) -> GraphicReading | None:
    """The graphic that a prompt asks for. None if it asks for a picture of things."""
    found = find_graphic(prompt) or find_unspaced_graphic(prompt)
    if found is None or found.kind in DRAWN_PARTS:
        found = find_connections(prompt) or found
    found = find_screen_row(prompt, found) or found
    found = None if found is None else _resolve_diagram(found)
    if found is None or (found.kind in GROUNDED and wants_ground_only(prompt)):
        found = find_abstract(prompt)
    if found is None or _is_card_game(found):
        return None
    if found.kind == ABSTRACT:
        look, before, after = read_abstract_look(found.text)
    else:
        reads_look = read_design_look if found.kind in DESIGNS else read_chart_look
        look, before, after = reads_look(found.before, found.after)
    rng = random.Random(f"{seed}:{prompt}")
    if found.kind in DESIGNS:
        design = read_design(found, before, after, look, rng)
        return GraphicReading(_limit(design.graphic), design.rest, design.unused, tuple(design.remarks))
    if found.kind not in SCREENS and found.kind not in INTRO_SCREENS:
        after = strip_tail(after)
    reader = READERS.get(found.kind, read_titled)
    intro = read_intro(found, before, after, rng) if found.kind in INTRO_SCREENS else None
    graphic = reader(found, before, after, rng) if intro is None else intro.graphic
    graphic = translate(graphic, prompt)
    graphic = replace(graphic, looks=look.looks, colors=look.colors, background=look.background)
    rest = None if intro is None else intro.rest
    missing = _find_missing(found, graphic, shown=rest or "")
    if graphic.kind in SCREENS:
        missing = (*missing, *(one for one in find_missing_details(graphic.kind, found.lower) if one not in missing))
    remarks: tuple[str, ...] = ()
    if graphic.is_sample:
        remarks = (MADE_UP_VALUES if graphic.items and graphic.items[0].value is not None else MADE_UP,)
    if any(graphic_comparisons.EMPTY_CELL in item.lines for item in graphic.items):
        remarks = (EMPTY_CELLS,)
    return GraphicReading(_limit(graphic), rest, missing, remarks)


_COMPARES = re.compile(r"\b(?:vs\.?|versus|compar(?:es|ing)|comparison (?:of|between)|differences? between)(?!\w)")


_CYCLES = re.compile(r"\b(?:life ?)?cycles? of\b|\b(?:life|water|carbon|nitrogen|rock|cell) cycles?\b")
_NO_DATA = re.compile(r"\b(?:eye|colou?r|flip|size|birth|star|tarot|sewing|wall|height|nautical)\s*$")
"""Charts that show no values: "seating chart"."""


def _resolve_diagram(found: GraphicPrompt) -> GraphicPrompt | None:
    """A diagram of which only the topic is said: of parts, of a cycle, of steps. None if nothing is known of it."""
    if (
        found.kind == "infographic"
        and _CYCLES.search(found.lower)
        and graphic_diagrams.find_outline(CYCLES, found.topic)[0]
    ):
        return replace(found, kind="cycle-diagram")
    if found.kind == "infographic" and re.search(r"\bhistory of\b", found.lower):
        return replace(found, kind="timeline")
    if found.kind == "infographic" and _COMPARES.search(found.lower):
        return replace(found, kind="comparison-table")
    if found.kind == "line-chart" and found.phrase in ("chart", "graph"):
        if _NO_DATA.search(found.before):
            return None
        return replace(found, kind="bar-chart") if find_data(found.lower) is not None else found
    is_bare = not re.search(r"\w\w", f"{found.lead}{found.before}{found.after}")
    if found.kind != "labelled-diagram" or is_bare or find_labelled(found.lower) is not None:
        return found
    if graphic_diagrams.find_outline(CYCLES, found.topic)[0]:
        return replace(found, kind="cycle-diagram")
    return replace(found, kind="flow-chart") if find_course(found.topic) is not None else None


def _is_card_game(found: GraphicPrompt) -> bool:
    """Whether somebody plays: "two men playing cards"."""
    player = lexicon.find(found.before.split()[-1].lower()) if found.before.split() else None
    return found.kind == "playing-card" and player is not None and kinds.is_animate(player.drawing)


def read_titled(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    title, after = extract_title(after)
    return Graphic(kind=prompt.kind, title=title or make_title(f"{before} {after}"))


def _limit(graphic: Graphic) -> Graphic:
    """Within the bounds of a Scene that is read from a file."""

    def cut(text: str | None) -> str | None:
        return None if text is None else text[:MAX_LETTERS]

    return replace(graphic, title=cut(graphic.title), x_label=cut(graphic.x_label), y_label=cut(graphic.y_label))


def texts_of(graphic: Graphic) -> list[str]:
    """Everything that is written in a graphic by its data."""
    texts = [graphic.title, graphic.x_label, graphic.y_label]
    for item in graphic.items:
        texts += [item.label, item.group, item.detail, item.role, *item.lines]
    texts += [link.label for link in graphic.links]
    return [one for one in texts if one]


def _find_missing(prompt: GraphicPrompt, graphic: Graphic, *, shown: str) -> tuple[str, ...]:
    """Adjacent words of the prompt that are neither written, nor in what is `shown`, nor a matter of form."""
    written = {word for text in (*texts_of(graphic), shown) for word in _split(text)}
    known = (
        written
        | full_names(written | set(graphic.options))
        | _words_of_kind(graphic.kind)
        | _words_of_kind(prompt.kind)
        | set(graphic.options)
    )
    known |= PLAIN_STYLES | OPENING | _look_words() | {"difference", "accent"}
    if graphic.kind in SCREENS or graphic.kind in INTRO_SCREENS or graphic.kind == SCREEN_ROW:
        known |= DEVICES
    if graphic.kind == "app-screen":
        known |= {"bpm", "kcal"}  # units of a given figure
    if "splash" in graphic.options:
        known |= {"logo", "spinner", "loading"}
    if graphic.kind == "product-page":
        known |= {"price"}
    if graphic.kind == CONNECTION:
        known |= CONNECTION_WORDS
    if graphic.is_sample:
        known |= find_tail_words(prompt.text)
    if any(item.role == "decision" for item in graphic.items):
        known |= set(DECISION.findall(prompt.lower)) | {"point", "node", "shape", "arrow"}
    phrases: list[list[str]] = [[]]
    for match in _WORD.finditer(prompt.text):
        word = match.group()
        parts = [part.lower() for part in _split(word)]
        is_known = all(
            part in known or _stem(part) in known or part.removesuffix("es") in known or part.isdigit()
            for part in parts
        )
        if is_known or any(letter.isdigit() for letter in word):
            phrases.append([])
        else:
            phrases[-1].append(word)
    joined = [" ".join(words)[:MAX_LETTERS] for words in phrases if words]
    return tuple(dict.fromkeys(joined))[:MAX_MISSING]


def _split(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") else f"{word}s"


@lru_cache(maxsize=64)
def _words_of_kind(kind: str) -> frozenset[str]:
    terms = GRAPHICS[kind]
    return frozenset(_split(f"{terms.phrases} {terms.ambiguous}"))


@lru_cache(maxsize=1)
def _look_words() -> frozenset[str]:
    return frozenset(word for phrases in LOOKS.values() for word in _split(phrases)) | {
        word for phrase in COLOR_WORDS for word in phrase.split()
    }
