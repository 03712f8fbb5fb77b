"""Every setting by its name."""

from limner_illustrator.backdrops.abstract import abstract
from limner_illustrator.backdrops.accents import with_accents
from limner_illustrator.backdrops.beach import beach
from limner_illustrator.backdrops.city import city, skyline_over_water, street, village
from limner_illustrator.backdrops.coast import coast
from limner_illustrator.backdrops.crops import crops
from limner_illustrator.backdrops.desert import desert
from limner_illustrator.backdrops.dungeon import dungeon
from limner_illustrator.backdrops.forest import forest
from limner_illustrator.backdrops.galleries import greenhouse, market, museum
from limner_illustrator.backdrops.halls import castle_hall, church, pool, station
from limner_illustrator.backdrops.home import bedroom, kitchen, livingroom
from limner_illustrator.backdrops.inland_water import lake, river, waterfall
from limner_illustrator.backdrops.meadow import farm, garden, meadow
from limner_illustrator.backdrops.mountains import high_mountains, snow_field
from limner_illustrator.backdrops.orchards import cherry_park, orchard, rice_terraces, vineyard
from limner_illustrator.backdrops.outings import airport, gym, restaurant, zoo
from limner_illustrator.backdrops.public_rooms import cafe, classroom, library, office
from limner_illustrator.backdrops.quay import harbour
from limner_illustrator.backdrops.sea import sea
from limner_illustrator.backdrops.service_rooms import attic, bathroom, hospital, laboratory, nursery, workshop
from limner_illustrator.backdrops.shows import circus, spaceship, stadium
from limner_illustrator.backdrops.sky import in_the_sky
from limner_illustrator.backdrops.space import mars, moon, space
from limner_illustrator.backdrops.stage import Painter
from limner_illustrator.backdrops.stage_hall import stage_hall
from limner_illustrator.backdrops.studio import studio
from limner_illustrator.backdrops.table import table, tabletop
from limner_illustrator.backdrops.tales import candy_land, cave, fairy_village, graveyard, heaven
from limner_illustrator.backdrops.towns import balcony, neon_alley, playground, rooftop
from limner_illustrator.backdrops.underwater import underwater
from limner_illustrator.backdrops.wild_lands import arctic, canyon, islet, jungle, swamp, volcano

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
