"""Shows things on a table from above on its top, which is all that is seen of the table."""

from dataclasses import replace

from limner_illustrator.scene import Scene

_TABLES = frozenset({"own:desk", "own:table", "own:dining-table"})
_ROOMS = frozenset({None, "table", "tabletop", "office", "livingroom", "kitchen"})


def lay_flat(scene: Scene) -> Scene:
    """The scene with the tabletop as its place, instead of a table that a view from above would show from the side."""
    tables = {one.id for one in scene.entities if one.drawing in _TABLES}
    laid = {one.subject for one in scene.relations if one.object in tables and one.kind == "on"}
    rest = tuple(one for one in scene.entities if one.id not in tables)
    if scene.view != "top" or scene.backdrop not in _ROOMS or not tables or not laid:
        return scene
    kept = {one.id for one in rest}
    relations = tuple(one for one in scene.relations if {one.subject, one.object} <= kept)
    return replace(scene, entities=rest, relations=relations, backdrop="tabletop")
