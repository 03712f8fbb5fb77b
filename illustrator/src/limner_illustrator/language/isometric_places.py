"""What stands on the block of an isometric place of which the prompt names no thing: the racks of a server room."""

from dataclasses import replace

from limner_illustrator.art_styles.registry import styles_named
from limner_illustrator.scene import Entity, Scene

_FURNITURE: dict[str, tuple[tuple[str, str, int], ...]] = {
    "serverroom": (("server rack", "own:server-rack", 4),),
    "library": (("bookshelf", "own:bookshelf", 3), ("armchair", "own:armchair", 1)),
    "office": (("desk", "own:desk", 2), ("desktop computer", "noto:desktop-computer", 1)),
    "bedroom": (("bed", "own:bed", 1), ("wardrobe", "own:wardrobe", 1)),
    "livingroom": (("sofa", "own:sofa", 1), ("bookshelf", "own:bookshelf", 1)),
    "kitchen": (("stove", "own:stove", 1), ("table", "own:table", 1)),
    "bathroom": (("bathtub", "noto:bathtub", 1), ("toilet", "noto:toilet", 1)),
    "classroom": (("desk", "own:desk", 3),),
    "cafe": (("table", "own:table", 2), ("potted plant", "noto:potted-plant", 1)),
    "forest": (("pine tree", "noto:evergreen-tree", 5),),
    "farm": (("barn", "own:barn", 1), ("cow", "noto:cow", 2)),
    "city": (("office building", "noto:office-building", 3),),
    "street": (("house", "noto:house", 2),),
    "village": (("house", "noto:house", 3),),
    "garden": (("tree", "noto:deciduous-tree", 2), ("tulip", "noto:tulip", 4)),
    "park": (("tree", "noto:deciduous-tree", 3), ("bench", "own:bench", 1)),
    "warehouse": (("box", "noto:package", 5),),
    "gym": (("dumbbell", "own:dumbbell", 3),),
    "beach": (("palm tree", "noto:palm-tree", 2), ("beach umbrella", "noto:umbrella-on-ground", 1)),
    "island": (("palm tree", "noto:palm-tree", 3), ("rock", "noto:rock", 2)),
    "restaurant": (("dining table", "own:dining-table", 2), ("potted plant", "noto:potted-plant", 1)),
    "snow": (("pine tree", "noto:evergreen-tree", 4), ("snowman", "noto:snowman", 1)),
    "campsite": (("tent", "noto:tent", 2), ("campfire", "own:campfire", 1)),
    "pinewood": (("pine tree", "noto:evergreen-tree", 5),),
    "jungle": (("palm tree", "noto:palm-tree", 4),),
    "desert": (("cactus", "noto:cactus", 4),),
}
"""By the name of the backdrop: noun, drawing, count."""


def furnish_block(scene: Scene) -> Scene:
    """The scene with the usual things of its place, where an isometric picture would show bare ground."""
    things = _FURNITURE.get(scene.backdrop or "")
    is_block = any(style.is_composed for style in styles_named(scene.styles[:1]))
    if "empty" in scene.prompt.lower():
        return scene
    if scene.entities or scene.graphic is not None or not things or not is_block:
        return scene
    for noun, drawing, count in things:
        thing = Entity(id=scene.next_id(), noun=noun, drawing=drawing, count=count)
        scene = replace(scene, entities=(*scene.entities, thing))
    return scene
