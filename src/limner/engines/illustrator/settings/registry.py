"""Every setting by its name."""

from limner.engines.illustrator.settings.beach import beach
from limner.engines.illustrator.settings.city import city, skyline_over_water, street, village
from limner.engines.illustrator.settings.coast import coast
from limner.engines.illustrator.settings.desert import desert
from limner.engines.illustrator.settings.forest import forest
from limner.engines.illustrator.settings.inland_water import lake, river, waterfall
from limner.engines.illustrator.settings.interior import bedroom, cafe, classroom, kitchen, library, livingroom, office
from limner.engines.illustrator.settings.meadow import farm, garden, meadow
from limner.engines.illustrator.settings.mountains import high_mountains, snow_field
from limner.engines.illustrator.settings.sea import sea
from limner.engines.illustrator.settings.sky import in_the_sky
from limner.engines.illustrator.settings.space import mars, moon, space
from limner.engines.illustrator.settings.stage import Painter
from limner.engines.illustrator.settings.underwater import underwater

_NAMES = (
    "meadow mountains forest desert beach sea underwater lake river waterfall snow city street village skyline space "
    "mars moon kitchen livingroom bedroom office classroom cafe library stage studio table tabletop dungeon coast "
    "sky garden farm abstract"
)
SETTINGS: dict[str, Painter] = {
    **dict.fromkeys(_NAMES.split(), meadow),
    "beach": beach,
    "bedroom": bedroom,
    "cafe": cafe,
    "city": city,
    "classroom": classroom,
    "coast": coast,
    "desert": desert,
    "farm": farm,
    "forest": forest,
    "garden": garden,
    "kitchen": kitchen,
    "lake": lake,
    "library": library,
    "livingroom": livingroom,
    "mars": mars,
    "moon": moon,
    "mountains": high_mountains,
    "office": office,
    "river": river,
    "sea": sea,
    "sky": in_the_sky,
    "skyline": skyline_over_water,
    "snow": snow_field,
    "space": space,
    "street": street,
    "underwater": underwater,
    "village": village,
    "waterfall": waterfall,
}
