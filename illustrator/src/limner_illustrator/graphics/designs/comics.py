"""Comics and storyboards: several pictures of the same characters, with what they say or what a caption says."""

import math
import re
from collections.abc import Sequence
from dataclasses import replace

import skia

from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.canvas import Canvas, Pixels, fill, stroke
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.catalog import kinds
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.graphics.designs.artwork import Box, draw_clipped, paint_picture, paint_wide_picture
from limner_illustrator.graphics.designs.page import INK, WHITE, Page, design
from limner_illustrator.graphics.designs.typesetting import measure_line, wrap, write_block, write_line, write_title
from limner_illustrator.language.parser import parse
from limner_illustrator.scene import Entity, GraphicItem, Scene

MAX_PANELS = 12
FIRST_ID = 300
"""Above the ids that the panels give by themselves."""
PERSON_POSES = ("standing", "waving", "running", "thinking", "jumping", "sitting", "cheering", "sleeping")
ANIMAL_POSES = ("sitting", "running", "sleeping", "jumping", "eating", "flying")
PLACES = ("meadow", "street", "park", "livingroom", "beach", "forest")
PLACES_OF_ACTIONS = {
    r"\b(?:wak|sleep|bed|dream|nap)": "bedroom",
    r"\b(?:coffee|cook|eat|breakfast|dinner|lunch|kitchen|bak)": "kitchen",
    r"\b(?:work|office|meeting|computer|cod(?:e|es|ing)\b|boss|bug\b|deploy)": "office",
    r"\b(?:bus|street|walk|driv|car\b)": "street",
    r"\b(?:read|book)": "library",
    r"\b(?:gym|exercis|lift)": "gym",
    r"\b(?:swim|pool)": "pool",
    r"\b(?:school|learn|teach|class|exam)": "classroom",
    r"\b(?:shop|buy|store)": "market",
    r"\b(?:doctor|sick|hospital)": "hospital",
    r"\b(?:movie|tv|sofa|couch|home)": "livingroom",
    r"\b(?:fly|flies|soar|cloud)": "sky",
}
"""Words of a panel's text -> where it happens if it names no place."""
OF_ONE_PANEL = frozenset({"sky", "bedroom"})
"""Where only the panel takes place that tells of it."""
COATS = ("orange", "gray", "brown", "cream")
SHOTS = (
    "Wide shot", "Medium shot", "Close-up", "Over the shoulder", "Low angle", "Two-shot", "Long shot", "Reaction",
    "Insert", "Tracking shot", "High angle", "Final shot",
)  # fmt: skip


def panel_grid(count: int, width: float, height: float) -> list[list[int]]:
    """Rows of panel numbers, so that panels are about as wide as high."""
    best, best_cost = 1, math.inf
    for rows in range(1, count + 1):
        columns = math.ceil(count / rows)
        cost = abs(math.log((width / columns) / (height / rows) / 1.15)) + 0.12 * (rows * columns - count)
        if cost < best_cost:
            best, best_cost = rows, cost
    columns = math.ceil(count / best)
    numbers = list(range(count))
    return [numbers[at : at + columns] for at in range(0, count, columns)]


def panel_items(page: Page, default: int) -> list[GraphicItem]:
    """One item per panel: `label` is its text, `detail` what it shows."""
    items = [item for item in page.graphic.items if item.role == "panel"][:MAX_PANELS]
    wanted = int(next((one.value for one in page.graphic.items if one.role == "count" and one.value), 0))
    count = max(1, min(MAX_PANELS, wanted or len(items) or default))
    blank = GraphicItem(label="", role="panel")
    return [items[number] if number < len(items) else blank for number in range(count)]


def panel_scenes(page: Page, items: Sequence[GraphicItem]) -> list[Scene]:
    """The characters are the same in all; what no item tells varies from panel to panel."""
    places = [one for one in PLACES if one in BACKDROPS]
    page.random("places").shuffle(places)
    scenes: list[Scene] = []
    place = _find_first_place(page, places)
    for number, item in enumerate(items):
        base = _keep_coats(replace(page.scene, graphic=None, texts=()))
        if item.detail:
            scenes.append(_read_panel(page, item, item.detail, place))
            shown = scenes[-1].backdrop
            place = place if shown is None or shown in OF_ONE_PANEL else shown  # a story goes on where it was
        elif number == 0:
            scenes.append(replace(base, backdrop=base.backdrop or place))
        else:
            spoken = any(one.label for one in items)  # a dialogue stays where it began
            scenes.append(_vary(base, number, len(items), [place] if spoken else places))
    return _share_ids(scenes)


def _find_first_place(page: Page, places: Sequence[str]) -> str:
    named = page.scene.backdrop
    if named not in (None, "abstract"):
        return named
    whole = page.scene.prompt.lower()
    usual = (one for words, one in PLACES_OF_ACTIONS.items() if one not in OF_ONE_PANEL and re.search(words, whole))
    found = next(usual, None) or choose_backdrop(page.scene)
    return found if found in BACKDROPS and found not in ("abstract", "studio") else places[0]


def _share_ids(scenes: Sequence[Scene]) -> list[Scene]:
    """The same id for the same character in all panels, because the id seeds its looks."""
    known: dict[tuple[str, int], str] = {}
    shared = []
    for scene in scenes:
        new: dict[str, str] = {}
        for entity in scene.entities:
            nth = sum(one.drawing == entity.drawing for one in scene.entities[: len(new)])
            new[entity.id] = known.setdefault((entity.drawing, nth), f"e{FIRST_ID + len(known)}")
        relations = tuple(
            replace(one, subject=new.get(one.subject, one.subject), object=new.get(one.object, one.object))
            for one in scene.relations
        )
        entities = tuple(replace(one, id=new[one.id]) for one in scene.entities)
        shared.append(replace(scene, entities=entities, relations=relations))
    return shared


def _keep_coats(scene: Scene) -> Scene:
    """Animals in one named colour: their drawings in different postures have different coats."""

    def keep(entity: Entity) -> Entity:
        coat = thing_of(entity.drawing).coat
        if entity.color is not None or coat is None or not coat.coats:
            return entity
        return replace(entity, color=scene.random(entity.id, "coat color").choice(COATS))

    return replace(scene, entities=tuple(keep(entity) for entity in scene.entities))


def _read_panel(page: Page, item: GraphicItem, text: str, place: str) -> Scene:
    told = parse(text, seed=page.scene.seed)
    heroes = _keep_coats(page.scene).entities[:1]
    entities = told.entities
    if heroes and not any(kinds.is_animate(one.drawing) for one in entities):
        free = next(f"e{number}" for number in range(1, 200) if f"e{number}" not in {one.id for one in entities})
        action = next((one.action for one in entities if one.action), None)
        entities = (replace(heroes[0], id=free, action=action), *entities)
    elif heroes and (same := next((one for one in entities if one.drawing == heroes[0].drawing), None)):
        # A character keeps its colours: its random stream is that of its id.
        looks = replace(heroes[0], id=same.id, action=same.action, count=same.count)
        entities = tuple(looks if one is same else one for one in entities)
    backdrop = told.backdrop if told.backdrop not in ("abstract", "meadow") else None
    told_as = (item.lines[0] if item.lines else text).lower()
    usual = next((name for words, name in PLACES_OF_ACTIONS.items() if re.search(words, told_as)), None)
    backdrop = backdrop or usual or place
    return replace(told, entities=entities, backdrop=backdrop, styles=page.scene.styles, texts=())


def _vary(scene: Scene, number: int, count: int, places: Sequence[str]) -> Scene:
    entities = tuple(_pose(entity, number) for entity in scene.entities)
    view = "portrait" if number == 2 and len(entities) == 1 and kinds.is_animate(entities[0].drawing) else scene.view
    backdrop = scene.backdrop if scene.backdrop not in (None, "abstract") else places[(number - 1) % len(places)]
    time = "night" if number == count - 1 and count > 2 and scene.time == "day" else scene.time
    relations = tuple(one for one in scene.relations if one.kind not in ("eating", "looking_at"))
    return replace(scene, entities=entities, relations=relations, backdrop=backdrop, view=view, time=time)


def _pose(entity: Entity, number: int) -> Entity:
    if kinds.is_person(entity.drawing):
        return replace(entity, action=PERSON_POSES[number % len(PERSON_POSES)])
    if kinds.is_animate(entity.drawing):
        return replace(entity, action=ANIMAL_POSES[number % len(ANIMAL_POSES)])
    return entity


@design("comic")
def draw_comic(page: Page) -> None:
    canvas = page.canvas
    canvas.drawPaint(fill((253, 252, 247)))
    items = panel_items(page, 4)
    scenes = panel_scenes(page, items)
    gutter = 0.018 * min(page.width, page.height)
    top = gutter
    if page.title:
        head = gutter, gutter, page.width - gutter, 0.1 * page.height
        write_title(canvas, page.title, head, kind="comic", color=page.scheme()[0], tallest=0.075 * page.height)
        top = 0.11 * page.height
    rows = panel_grid(len(items), page.width, page.height - top)
    tall = (page.height - top - gutter * len(rows)) / len(rows)
    for row, numbers in enumerate(rows):
        wide = (page.width - gutter * (len(numbers) + 1)) / len(numbers)
        for column, number in enumerate(numbers):
            x, y = gutter + column * (wide + gutter), top + row * (tall + gutter)
            _draw_panel(page, scenes[number], items[number], (x, y, x + wide, y + tall))


def _draw_panel(page: Page, scene: Scene, item: GraphicItem, box: Box) -> None:
    """The story in a box at the top, and under it what is said."""
    wide, tall = box[2] - box[0], box[3] - box[1]
    styled = scene if scene.styles else replace(scene, styles=("comic",))
    canvas = page.canvas
    caption = item.lines[0] if item.lines else ""
    speaks = bool(scene.entities) and kinds.is_animate(scene.entities[0].drawing)
    said = item.label
    if said and not speaks:
        caption, said = caption or said, ""
    told = 0.2 * tall if caption else 0.0
    if (said or caption) and scene.entities:
        top = told + (0.36 * tall if said else 0.03 * tall)
        room = 0.06 * wide, top, 0.94 * wide, 0.98 * tall
        picture: Pixels = paint_wide_picture(replace(styled, view="normal"), wide, tall, room, page.quality)
    else:
        picture = paint_picture(styled, wide, tall, page.quality)
    draw_clipped(canvas, picture, box, 0)
    if caption:
        _draw_caption(canvas, caption, (box[0], box[1], box[2], box[1] + told), page.unit)
    if said:
        top = box[1] + told + 0.05 * tall
        _draw_bubble(canvas, said, (box[0] + 0.06 * wide, top, box[2] - 0.06 * wide, top + 0.29 * tall), page.unit)
    canvas.drawRect(skia.Rect(*box), stroke((16, 14, 20), max(1.5, 6 * page.unit)))


def _set_lines(text: str, box: Box, largest: float = math.inf) -> tuple[list[str], float]:
    """Lines of the comic face and their letter size, as large as the box allows."""
    wide, tall = box[2] - box[0], box[3] - box[1]
    size = min(largest, 0.36 * tall if largest == math.inf else 0.8 * tall)
    while size > 4:
        lines = wrap(text, "comic", wide / size)
        if len(lines) * 1.14 * size <= tall and all(measure_line(one, "comic")[0] * size <= wide for one in lines):
            return lines, size
        size *= 0.93
    return wrap(text, "comic", wide / size), size


def _draw_bubble(canvas: Canvas, text: str, box: Box, unit: float) -> None:
    inset_x, inset_y = 0.1 * (box[2] - box[0]), 0.14 * (box[3] - box[1])
    lines, size = _set_lines(text, (box[0] + inset_x, box[1] + inset_y, box[2] - inset_x, box[3] - inset_y))
    longest = max(measure_line(one, "comic")[0] for one in lines) * size
    x, top = (box[0] + box[2]) / 2, box[1]
    half = min((box[2] - box[0]) / 2, longest / 2 + 1.1 * size)
    tall = 1.14 * size * len(lines) + 1.1 * size
    shape = skia.Path()
    shape.addRoundRect(
        skia.Rect(x - half, top, x + half, top + tall), min(0.5 * tall, 1.5 * size), min(0.5 * tall, 1.5 * size)
    )
    tail = skia.Path()
    tail.moveTo(x - 0.5 * size, top + tall - 2)
    tail.quadTo(x - 0.1 * size, top + tall + 0.7 * size, x - 0.3 * size, top + tall + 1.25 * size)
    tail.quadTo(x + 0.5 * size, top + tall + 0.7 * size, x + 0.7 * size, top + tall - 2)
    tail.close()
    bubble = skia.Op(shape, tail, skia.kUnion_PathOp)
    canvas.drawPath(bubble, fill(WHITE))
    canvas.drawPath(bubble, stroke((16, 14, 20), max(1.2, 4.5 * unit), StrokeJoin=skia.Paint.kRound_Join))
    for number, line in enumerate(lines):
        y = top + 0.55 * size + number * 1.14 * size
        write_line(
            canvas,
            line,
            (x - half, y, x + half, y + 1.14 * size),
            kind="comic",
            color=(16, 14, 20),
            align="center",
            size=size,
        )


def _draw_caption(canvas: Canvas, text: str, box: Box, unit: float) -> None:
    """A band across the panel, as high as `box` at most."""
    pad = 14 * unit
    lines, size = _set_lines(text, (box[0] + pad, box[1] + pad, box[2] - pad, box[3] - pad), largest=42 * unit)
    bottom = box[1] + 1.14 * size * len(lines) + 2 * pad
    sheet = skia.Rect(box[0], box[1], box[2], bottom)
    canvas.drawRect(sheet, fill((255, 243, 186)))
    canvas.drawLine(box[0], bottom, box[2], bottom, stroke((16, 14, 20), max(1.0, 3.5 * unit)))
    for number, line in enumerate(lines):
        y = box[1] + pad + number * 1.14 * size
        room = box[0] + pad, y, box[2] - pad, y + 1.14 * size
        write_line(canvas, line, room, kind="comic", color=(16, 14, 20), size=size)


@design("storyboard")
def draw_storyboard(page: Page) -> None:
    """Sketched frames in rows, each with its number, its shot and lines for notes."""
    canvas = page.canvas
    canvas.drawPaint(fill((250, 249, 246)))
    items = panel_items(page, 6)
    scenes = panel_scenes(page, items)
    margin = 0.03 * min(page.width, page.height)
    head = 0.075 * page.height
    title = page.title or "Storyboard"
    write_line(
        canvas, title, (margin, margin, page.width - margin, head), kind="sans", color=INK, size=0.036 * page.height
    )
    rows = panel_grid(len(items), page.width, 0.86 * page.height)
    columns = max(len(numbers) for numbers in rows)
    wide = (page.width - margin * (columns + 1)) / columns
    tall = (page.height - head - margin * (len(rows) + 0.4)) / len(rows)
    for row, numbers in enumerate(rows):
        for column, number in enumerate(numbers):
            x, y = margin + column * (wide + margin), head + 0.4 * margin + row * (tall + margin)
            frame = x, y, x + wide, y + min(0.68 * tall, wide / 1.25)
            scene = scenes[number]
            styled = scene if scene.styles else replace(scene, styles=("lineart",))
            draw_clipped(
                canvas, paint_picture(styled, frame[2] - frame[0], frame[3] - frame[1], page.quality), frame, 0
            )
            canvas.drawRect(skia.Rect(*frame), stroke(INK, max(1.0, 3.5 * page.unit)))
            item = items[number]
            text = item.label or next(iter(item.lines), None) or item.detail or SHOTS[number % len(SHOTS)]
            _draw_notes(page, f"{number + 1}. {text[:1].upper()}{text[1:]}", (x, frame[3], x + wide, y + tall))


def _draw_notes(page: Page, text: str, box: Box) -> None:
    tall = box[3] - box[1]
    room = box[0], box[1] + 0.08 * tall, box[2], box[1] + 0.6 * tall
    below = write_block(page.canvas, text, room, size=min(0.24 * tall, 26 * page.unit), color=INK)
    line: RGB = mix(INK, WHITE, 0.7)
    y = below + 0.22 * tall
    while y < box[3]:
        page.canvas.drawLine(box[0], y, box[2], y, stroke(line, max(0.7, 1.6 * page.unit)))
        y += 0.22 * tall
