"""Every setting by its name."""

from limner.engines.illustrator.settings.abstract import abstract
from limner.engines.illustrator.settings.accents import with_accents
from limner.engines.illustrator.settings.beach import beach
from limner.engines.illustrator.settings.city import city, skyline_over_water, street, village
from limner.engines.illustrator.settings.coast import coast
from limner.engines.illustrator.settings.desert import desert
from limner.engines.illustrator.settings.dungeon import dungeon
from limner.engines.illustrator.settings.forest import forest
from limner.engines.illustrator.settings.halls import castle_hall, church, greenhouse, market, museum, pool, station
from limner.engines.illustrator.settings.home import bedroom, kitchen, livingroom
from limner.engines.illustrator.settings.inland_water import lake, river, waterfall
from limner.engines.illustrator.settings.meadow import farm, garden, meadow
from limner.engines.illustrator.settings.mountains import high_mountains, snow_field
from limner.engines.illustrator.settings.orchards import cherry_park, orchard, rice_terraces, vineyard
from limner.engines.illustrator.settings.public_rooms import cafe, classroom, library, office
from limner.engines.illustrator.settings.quay import harbour
from limner.engines.illustrator.settings.sea import sea
from limner.engines.illustrator.settings.service_rooms import attic, bathroom, hospital, laboratory, nursery, workshop
from limner.engines.illustrator.settings.sky import in_the_sky
from limner.engines.illustrator.settings.space import mars, moon, space
from limner.engines.illustrator.settings.stage import Painter
from limner.engines.illustrator.settings.stage_hall import stage_hall
from limner.engines.illustrator.settings.studio import studio
from limner.engines.illustrator.settings.table import table, tabletop
from limner.engines.illustrator.settings.tales import candy_land, cave, fairy_village, graveyard, heaven
from limner.engines.illustrator.settings.towns import balcony, circus, neon_alley, playground, rooftop, spaceship, stadium
from limner.engines.illustrator.settings.underwater import underwater
from limner.engines.illustrator.settings.wild_lands import arctic, canyon, islet, jungle, swamp, volcano

_PAINTERS: dict[str, Painter] = {
    "vineyard": vineyard,
    "stadium": stadium,
    "spaceship": spaceship,
    "rooftop": rooftop,
    "riceterraces": rice_terraces,
    "playground": playground,
    "orchard": orchard,
    "neonalley": neon_alley,
    "circus": circus,
    "cherrypark": cherry_park,
    "balcony": balcony,
    "station": station,
    "pool": pool,
    "museum": museum,
    "market": market,
    "greenhouse": greenhouse,
    "church": church,
    "castlehall": castle_hall,
    "workshop": workshop,
    "nursery": nursery,
    "laboratory": laboratory,
    "hospital": hospital,
    "bathroom": bathroom,
    "attic": attic,
    "heaven": heaven,
    "graveyard": graveyard,
    "fairyvillage": fairy_village,
    "cave": cave,
    "candyland": candy_land,
    "volcano": volcano,
    "swamp": swamp,
    "jungle": jungle,
    "island": islet,
    "canyon": canyon,
    "arctic": arctic,
    "abstract": abstract,
    "beach": beach,
    "bedroom": bedroom,
    "cafe": cafe,
    "city": city,
    "classroom": classroom,
    "coast": coast,
    "desert": desert,
    "dungeon": dungeon,
    "farm": farm,
    "forest": forest,
    "garden": garden,
    "harbour": harbour,
    "kitchen": kitchen,
    "lake": lake,
    "library": library,
    "livingroom": livingroom,
    "mars": mars,
    "meadow": meadow,
    "moon": moon,
    "mountains": high_mountains,
    "office": office,
    "river": river,
    "sea": sea,
    "sky": in_the_sky,
    "skyline": skyline_over_water,
    "snow": snow_field,
    "space": space,
    "stage": stage_hall,
    "street": street,
    "studio": studio,
    "table": table,
    "tabletop": tabletop,
    "underwater": underwater,
    "village": village,
    "waterfall": waterfall,
}
SETTINGS: dict[str, Painter] = {name: with_accents(painter) for name, painter in _PAINTERS.items()}
