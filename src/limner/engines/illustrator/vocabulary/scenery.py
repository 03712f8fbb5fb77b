"""Words about where: settings, what else is to be seen there, and places of the world. Value -> its phrases."""

SETTINGS = {
    "underwater": (
        "underwater, under water, under the sea, under the ocean, coral reef, reef, ocean floor, sea floor, "
        "seafloor, seabed, deep sea, beneath the waves, undersea, bottom of the sea, bottom of the ocean, "
        "aquarium, under the waves, deep ocean"
    ),
    "mars": "mars, martian, on mars, red planet, martian landscape",
    "moon": "on the moon, lunar, lunar surface, surface of the moon, moon surface, the moon's surface, moonscape",
    "space": (
        "space, outer space, in space, galaxy, galaxies, nebula, cosmos, cosmic, orbit, universe, milky way, the "
        "milky way, deep space, interstellar, among the stars, through the stars, in the stars, weltraum, "
        "espacio, espace, spazio, 宇宙, 太空"
    ),
    "kitchen": "kitchen, kitchens, kitchenette, pantry, küche, cocina, 厨房",
    "bedroom": "bedroom, bedrooms, hotel room, nursery, kids room, dorm room, in bed",
    "office": "office, offices, workplace, meeting room, cubicle, conference room, boardroom, workspace",
    "classroom": "classroom, chalkboard, blackboard, whiteboard, school, schoolroom, lab, laboratory, lecture hall, university",
    "cafe": (
        "cafe, café, cafes, coffee shop, coffeehouse, restaurant, diner, bar, pub, bakery, bistro, tea house, "
        "teahouse, tavern, food court"
    ),
    "library": "library, libraries, bookstore, bookshop, book store, archive",
    "stage": (
        "stage, on stage, theater, theatre, concert, concert hall, circus, spotlight, nightclub, disco, dance "
        "floor, opera house"
    ),
    "dungeon": (
        "dungeon, cave, caves, cavern, crypt, tomb, tunnel, catacombs, mine, throne room, castle interior, lair, "
        "cellar, underground"
    ),
    "livingroom": (
        "living room, livingroom, lounge, sitting room, room, rooms, indoors, indoor, house interior, interior, "
        "hallway, attic, basement, dining room, bathroom, floor, parlor, "
        "inside a house, at home, wohnzimmer, museum, gallery"
    ),
    "street": (
        "street, streets, road, roads, alley, alleyway, sidewalk, avenue, crosswalk, city street, city streets, "
        "highway, parking lot, pavement, driveway, intersection, traffic, racetrack, brick wall, stone wall, "
        "wall, walls, graffiti wall, garage, race track, calle, straße, улица, улице, rue, 街"
    ),
    "skyline": "skyline, skylines, city skyline",
    "city": (
        "city, cities, downtown, urban, metropolis, cityscape, times square, town square, plaza, big city, "
        "rooftop, rooftops, futuristic city, stadt, ciudad, ville, città, cidade, город, 城市, 都市"
    ),
    "village": (
        "village, villages, town, hamlet, small town, marketplace, market, suburb, suburban, neighborhood, "
        "settlement, dorf, pueblo"
    ),
    "beach": (
        "beach, beaches, seaside, tropical island, desert island, island, shore, seashore, sandy beach, sand, on "
        "the shore, playa, plage, strand, praia, spiaggia, 海滩, 沙滩, пляж, ビーチ"
    ),
    "coast": (
        "coast, coastline, coastal, cliff, cliffs, clifftop, rocky shore, harbor, harbour, pier, bay, fjord, "
        "dock, docks, marina, rocky coast"
    ),
    "waterfall": "waterfall, waterfalls, cascade",
    "lake": "lake, lakes, pond, ponds, lagoon, swimming pool, pool, lakeside, lakeshore, wetlands, lago, lac, 湖",
    "river": "river, rivers, stream, creek, brook, canal, riverbank, riverside, rapids, río, fluss, rivière",
    "forest": (
        "forest, forests, woods, woodland, woodlands, jungle, rainforest, rain forest, grove, swamp, bamboo "
        "forest, wilderness, treetops, wald, forêt, bosque, foresta, floresta, лес, лесу, 森林, 森"
    ),
    "desert": (
        "desert, deserts, dune, dunes, sahara, canyon, wasteland, oasis, grand canyon, sand dunes, wüste, "
        "désert, desierto, 沙漠"
    ),
    "snow": (
        "snow, snowy, snowy hill, tundra, arctic, the arctic, antarctic, antarctica, north pole, south pole, "
        "iceberg, icebergs, glacier, glaciers, ski slope, snowfield, snow-covered field, snowy field, winter "
        "wonderland, schnee, nieve, neige"
    ),
    "mountains": (
        "snowy mountain, snowy mountains, snow-capped mountains, snow capped mountains, snow-covered mountains, "
        "mountain, mountains, alps, peak, peaks, himalayas, mountain range, mountaintop, mountain top, valley, "
        "highlands, summit, mountainside, volcanic landscape, berge, montaña, montañas, montagne, 山, горы, горах"
    ),
    "farm": (
        "farm, farms, farmland, barnyard, ranch, farmyard, rice field, rice fields, wheat field, wheat fields, "
        "corn field, cornfield, vineyard, field of wheat, pumpkin patch, stable, paddock"
    ),
    "garden": (
        "garden, gardens, backyard, back yard, yard, orchard, greenhouse, flower bed, garten, jardín, jardin, "
        "giardino, 花园"
    ),
    "meadow": (
        "meadow, meadows, field, fields, grass, grassland, grasslands, grassy, grassy field, green field, hill, "
        "hills, hillside, hilltop, park, lawn, prairie, countryside, pasture, savanna, savannah, rolling hills, "
        "plains, steppe, flower field, field of flowers, landscape, outdoors, playground, tennis court, soccer "
        "field, football field, baseball field, stadium, golf course, basketball court, wiese, prado, parque, pré, 草原, 草地, "
        "campsite, ground"
    ),
    "sea": (
        "sea, seas, ocean, oceans, waves, open water, high seas, on the water, open sea, at sea, wave, meer, "
        "mer, mar, mare, море, 海"
    ),
    "sky": (
        "in the sky, in the clouds, above the clouds, in the air, in mid-air, in midair, midair, mid-air, "
        "through the sky, across the sky, sky, skies, on a cloud, among the clouds, through the air, through the "
        "clouds, air"
    ),
    "studio": (
        "studio, plain background, white background, simple background, solid background, blank background, "
        "studio lighting, studio shot, product shot, product photo, gray background, grey background, black "
        "background, neutral background, gradient background, pastel background, colored background, colorful "
        "background, plain white background, studio background, clean background"
    ),
    "tabletop": "tabletop, table top",
    "table": (
        "wooden surface, counter, countertop, kitchen counter, marble surface, marble counter, shelf, "
        "windowsill, window sill, wooden board, checkered tablecloth, tablecloth"
    ),
    "abstract": "abstract, abstract art, abstract painting, abstract background, abstract shapes, fractal",
}
# These name a setting only together with a preposition or when nothing else is said; they say little.
FAINT_SETTINGS = frozenset({"sky", "meadow"})

ACCENTS = {
    "stars": "stars, starry, starlight, starlit, star field, starfield, constellations, constellation",
    "aurora": "aurora, aurora borealis, northern lights, polar lights",
    "clouds": "clouds, fluffy clouds, white clouds",
    "fireworks": "fireworks, firework display",
    "lanterns": "floating lanterns, paper lanterns, sky lanterns",
    "fireflies": "fireflies, glowing fireflies, lightning bugs",
    "flowers": "blossoms, wildflowers, cherry blossoms, wild flowers, sakura, blooming flowers",
    "trees": "trees",
    "snow": (
        "snow, snowy, snow-covered, snow covered, snow-capped, snowy mountain, snowy mountains, snow-capped "
        "mountains, snow capped mountains, snow-covered mountains"
    ),
    "bubbles": "soap bubbles, bubbles",
    "smoke": "smoke, steam, smoky",
    "confetti": "confetti",
}
PLACES = {
    "paris": "paris, parisian, eiffel tower, the eiffel tower, france, 巴黎, パリ",
    "london": "london, big ben, tower bridge, england",
    "tokyo": "tokyo, japan, japanese street, shibuya, kyoto, mount fuji, mt fuji, 東京, 东京",
    "new york": (
        "new york, new york city, nyc, manhattan, brooklyn, statue of liberty, the statue of liberty, times "
        "square, empire state building"
    ),
    "venice": "venice, gondola, venetian",
    "egypt": "egypt, pyramid, pyramids, egyptian, giza, sphinx, cairo, pyramids of giza",
    "rome": "rome, colosseum, coliseum, ancient rome, the colosseum",
    "san francisco": "san francisco, golden gate, golden gate bridge",
    "rio": "rio, rio de janeiro",
    "sydney": "sydney, sydney opera house",
    "moscow": "moscow, red square, kremlin",
    "india": "india, taj mahal, the taj mahal, mumbai, delhi",
    "amsterdam": "amsterdam, holland",
    "berlin": "berlin",
    "barcelona": "barcelona",
    "hong kong": "hong kong",
    "greece": "greece, santorini, athens, parthenon",
}
PLACE_SETTINGS = {"egypt": "desert", "venice": "river", "greece": "coast", "rio": "beach", "amsterdam": "river"}
