"""Every setting by its name."""

from limner.engines.illustrator.settings.abstract import abstract
from limner.engines.illustrator.settings.accents import with_accents
from limner.engines.illustrator.settings.beach import beach
from limner.engines.illustrator.settings.city import city, skyline_over_water, street, village
from limner.engines.illustrator.settings.coast import coast
from limner.engines.illustrator.settings.crops import crops
from limner.engines.illustrator.settings.desert import desert
from limner.engines.illustrator.settings.dungeon import dungeon
from limner.engines.illustrator.settings.forest import forest
from limner.engines.illustrator.settings.galleries import greenhouse, market, museum
from limner.engines.illustrator.settings.halls import castle_hall, church, pool, station
from limner.engines.illustrator.settings.home import bedroom, kitchen, livingroom
from limner.engines.illustrator.settings.inland_water import lake, river, waterfall
from limner.engines.illustrator.settings.meadow import farm, garden, meadow
from limner.engines.illustrator.settings.mountains import high_mountains, snow_field
from limner.engines.illustrator.settings.orchards import cherry_park, orchard, rice_terraces, vineyard
from limner.engines.illustrator.settings.outings import airport, gym, restaurant, zoo
from limner.engines.illustrator.settings.public_rooms import cafe, classroom, library, office
from limner.engines.illustrator.settings.quay import harbour
from limner.engines.illustrator.settings.sea import sea
from limner.engines.illustrator.settings.service_rooms import attic, bathroom, hospital, laboratory, nursery, workshop
from limner.engines.illustrator.settings.shows import circus, spaceship, stadium
from limner.engines.illustrator.settings.sky import in_the_sky
from limner.engines.illustrator.settings.space import mars, moon, space
from limner.engines.illustrator.settings.stage import Painter
from limner.engines.illustrator.settings.stage_hall import stage_hall
from limner.engines.illustrator.settings.studio import studio
from limner.engines.illustrator.settings.table import table, tabletop
from limner.engines.illustrator.settings.tales import candy_land, cave, fairy_village, graveyard, heaven
from limner.engines.illustrator.settings.towns import balcony, neon_alley, playground, rooftop
from limner.engines.illustrator.settings.underwater import underwater
from limner.engines.illustrator.settings.wild_lands import arctic, canyon, islet, jungle, swamp, volcano

_PAINTERS: dict[str, Painter] = {
    "abstract": abstract,
    "airport": airport,
    "arctic": arctic,
    "attic": attic,
    "balcony": balcony,
    "bathroom": bathroom,
    "beach": beach,
    "bedroom": bedroom,
    "cafe": cafe,
    "candyland": candy_land,
    "canyon": canyon,
    "castlehall": castle_hall,
    "cave": cave,
    "cherrypark": cherry_park,
    "church": church,
    "circus": circus,
    "city": city,
    "classroom": classroom,
    "coast": coast,
    "crops": crops,
    "desert": desert,
    "dungeon": dungeon,
    "fairyvillage": fairy_village,
    "farm": farm,
    "forest": forest,
    "garden": garden,
    "graveyard": graveyard,
    "greenhouse": greenhouse,
    "gym": gym,
    "harbour": harbour,
    "heaven": heaven,
    "hospital": hospital,
    "island": islet,
    "jungle": jungle,
    "kitchen": kitchen,
    "laboratory": laboratory,
    "lake": lake,
    "library": library,
    "livingroom": livingroom,
    "market": market,
    "mars": mars,
    "meadow": meadow,
    "moon": moon,
    "mountains": high_mountains,
    "museum": museum,
    "neonalley": neon_alley,
    "nursery": nursery,
    "office": office,
    "orchard": orchard,
    "playground": playground,
    "pool": pool,
    "restaurant": restaurant,
    "riceterraces": rice_terraces,
    "river": river,
    "rooftop": rooftop,
    "sea": sea,
    "sky": in_the_sky,
    "skyline": skyline_over_water,
    "snow": snow_field,
    "space": space,
    "spaceship": spaceship,
    "stadium": stadium,
    "stage": stage_hall,
    "station": station,
    "street": street,
    "studio": studio,
    "swamp": swamp,
    "table": table,
    "tabletop": tabletop,
    "underwater": underwater,
    "village": village,
    "vineyard": vineyard,
    "volcano": volcano,
    "waterfall": waterfall,
    "workshop": workshop,
    "zoo": zoo,
}
SETTINGS: dict[str, Painter] = {name: with_accents(painter) for name, painter in _PAINTERS.items()}
