"""All own drawings by name, and which icons shine by themselves."""

from limner_illustrator.subjects.objects.cake import CAKE
from limner_illustrator.subjects.objects.costume import COSTUME
from limner_illustrator.subjects.objects.devices import DEVICES
from limner_illustrator.subjects.objects.dragon import DRAGON
from limner_illustrator.subjects.objects.flames import FLAMES
from limner_illustrator.subjects.objects.furniture import FURNITURE
from limner_illustrator.subjects.objects.garden import GARDEN
from limner_illustrator.subjects.objects.headgear import HEADGEAR
from limner_illustrator.subjects.objects.kitchen import KITCHEN
from limner_illustrator.subjects.objects.machines import MACHINES
from limner_illustrator.subjects.objects.nature import NATURE
from limner_illustrator.subjects.objects.odds import ODDS
from limner_illustrator.subjects.objects.outdoors import OUTDOORS
from limner_illustrator.subjects.objects.perches import PERCHES
from limner_illustrator.subjects.objects.plates import PLATES
from limner_illustrator.subjects.objects.ramen import RAMEN
from limner_illustrator.subjects.objects.rides import RIDES
from limner_illustrator.subjects.objects.room import ROOM
from limner_illustrator.subjects.objects.seats import SEATS
from limner_illustrator.subjects.objects.small import SMALL
from limner_illustrator.subjects.objects.street import STREET
from limner_illustrator.subjects.objects.things import THINGS
from limner_illustrator.subjects.objects.towers import TOWERS
from limner_illustrator.subjects.objects.vessels import VESSELS
from limner_illustrator.subjects.objects.wonders import WONDERS
from limner_illustrator.subjects.subject import Drawing

OBJECTS: dict[str, Drawing] = {
    **ODDS,
    **MACHINES,
    **DRAGON,
    **SMALL,
    **STREET,
    **HEADGEAR,
    **COSTUME,
    **WONDERS,
    **DEVICES,
    **RIDES,
    **VESSELS,
    **GARDEN,
    **CAKE,
    **FLAMES,
    **FURNITURE,
    **KITCHEN,
    **NATURE,
    **OUTDOORS,
    **PERCHES,
    **PLATES,
    **RAMEN,
    **ROOM,
    **SEATS,
    **THINGS,
    **TOWERS,
}
"""A name of the lexicon's `own:` -> its drawing."""

GLOWING_ICONS: dict[str, float] = {
    "candle": 0.8,
    "fire": 0.95,
    "sun": 0.95,
    "sun-with-face": 0.95,
    "full-moon": 0.9,
    "full-moon-face": 0.9,
    "crescent-moon": 0.9,
    "first-quarter-moon": 0.8,
    "star": 0.9,
    "glowing-star": 0.95,
    "shooting-star": 0.9,
    "sparkles": 0.95,
    "fireworks": 1.0,
    "sparkler": 0.9,
    "light-bulb": 0.8,
    "diya-lamp": 0.7,
    "red-paper-lantern": 0.7,
    "jack-o-lantern": 0.45,
    "high-voltage": 0.9,
    "comet": 0.85,
    "flashlight": 0.4,
    "mirror-ball": 0.4,
    "rainbow": 0.7,
    "rocket": 0.15,
    "ringed-planet": 0.5,
    "milky-way": 0.9,
    "firecracker": 0.3,
    "police-car-light": 0.6,
    "vertical-traffic-light": 0.3,
    "christmas-tree": 0.25,
    "crystal-ball": 0.4,
}
"""How much they hold off the dark of the scene, 0..1."""
