"""All own drawings by name, and which icons shine by themselves."""

from limner.engines.illustrator.subjects.objects.cake import CAKE
from limner.engines.illustrator.subjects.objects.costume import COSTUME
from limner.engines.illustrator.subjects.objects.devices import DEVICES
from limner.engines.illustrator.subjects.objects.dragon import DRAGON
from limner.engines.illustrator.subjects.objects.flames import FLAMES
from limner.engines.illustrator.subjects.objects.furniture import FURNITURE
from limner.engines.illustrator.subjects.objects.garden import GARDEN
from limner.engines.illustrator.subjects.objects.headgear import HEADGEAR
from limner.engines.illustrator.subjects.objects.kitchen import KITCHEN
from limner.engines.illustrator.subjects.objects.machines import MACHINES
from limner.engines.illustrator.subjects.objects.nature import NATURE
from limner.engines.illustrator.subjects.objects.odds import ODDS
from limner.engines.illustrator.subjects.objects.outdoors import OUTDOORS
from limner.engines.illustrator.subjects.objects.perches import PERCHES
from limner.engines.illustrator.subjects.objects.plates import PLATES
from limner.engines.illustrator.subjects.objects.ramen import RAMEN
from limner.engines.illustrator.subjects.objects.rides import RIDES
from limner.engines.illustrator.subjects.objects.room import ROOM
from limner.engines.illustrator.subjects.objects.seats import SEATS
from limner.engines.illustrator.subjects.objects.small import SMALL
from limner.engines.illustrator.subjects.objects.street import STREET
from limner.engines.illustrator.subjects.objects.things import THINGS
from limner.engines.illustrator.subjects.objects.towers import TOWERS
from limner.engines.illustrator.subjects.objects.vessels import VESSELS
from limner.engines.illustrator.subjects.objects.wonders import WONDERS
from limner.engines.illustrator.subjects.subject import Drawing

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
