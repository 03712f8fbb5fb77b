"""Words about where: settings, what else is to be seen there, and places of the world. Value -> its phrases."""

SETTINGS = {
    "underwater": (
        "underwater, under water, under the sea, under the ocean, coral reef, reef, ocean floor, sea floor, "
        "seafloor, seabed, deep sea, beneath the waves, undersea, bottom of the sea, bottom of the ocean, "
        "public aquarium, at the aquarium, under the waves, deep ocean"
    ),
    "mars": "mars, martian, on mars, red planet, martian landscape",
    "moon": "on the moon, lunar, lunar surface, surface of the moon, moon surface, the moon's surface, moonscape",
    "space": (
        "space, outer space, in space, galaxy, galaxies, nebula, cosmos, cosmic, orbit, universe, milky way, the "
        "milky way, deep space, interstellar, among the stars, through the stars, in the stars, weltraum, "
        "espacio, espace, spazio, 宇宙, 太空"
    ),
    "kitchen": "kitchen, kitchens, kitchenette, pantry, küche, cocina, 厨房",
    "bedroom": "bedroom, bedrooms, hotel room, dorm room, in bed",
    "office": "office, offices, workplace, meeting room, cubicle, conference room, boardroom, workspace",
    "classroom": "classroom, chalkboard, blackboard, whiteboard, school, schoolroom, lecture hall, university",
    "cafe": (
        "cafe, café, cafes, coffee shop, coffeehouse, diner, bar, pub, bakery, bistro, tea house, "
        "teahouse, tavern, food court"
    ),
    "library": "library, libraries, bookstore, bookshop, book store, archive",
    "stage": (
        "stage, on stage, theater, theatre, concert, concert hall, spotlight, nightclub, disco, dance floor, "
        "opera house"
    ),
    "dungeon": "dungeon, crypt, tomb, tunnel, catacombs, mine, lair, cellar, underground",
    "livingroom": (
        "living room, livingroom, lounge, sitting room, room, rooms, indoors, indoor, house interior, interior, "
        "hallway, basement, dining room, floor, parlor, inside a house, at home, wohnzimmer"
    ),
    "street": (
        "street, streets, road, roads, alley, alleyway, sidewalk, avenue, crosswalk, city street, city streets, "
        "highway, parking lot, pavement, driveway, intersection, traffic, racetrack, brick wall, stone wall, "
        "wall, walls, graffiti wall, garage, race track, calle, straße, улица, улице, rue, 街"
    ),
    "skyline": "skyline, skylines, city skyline",
    "city": (
        "city, cities, downtown, urban, metropolis, cityscape, times square, town square, plaza, big city, "
        "futuristic city, stadt, ciudad, ville, città, cidade, город, 城市, 都市"
    ),
    "village": "village, villages, town, hamlet, small town, suburb, suburban, neighborhood, settlement, dorf, pueblo",
    "beach": (
        "beach, beaches, seaside, shore, seashore, sandy beach, sand, on the shore, playa, plage, strand, praia, "
        "spiaggia, 海滩, 沙滩, пляж, ビーチ"
    ),
    "coast": "coast, coastline, coastal, cliff, cliffs, clifftop, rocky shore, bay, fjord, rocky coast",
    "waterfall": "waterfall, waterfalls, cascade",
    "lake": "lake, lakes, pond, ponds, lagoon, lakeside, lakeshore, wetlands, lago, lac, 湖",
    "river": "river, rivers, stream, creek, brook, canal, riverbank, riverside, rapids, río, fluss, rivière",
    "forest": (
        "forest, forests, woods, woodland, woodlands, grove, bamboo forest, wilderness, treetops, wald, forêt, "
        "bosque, foresta, floresta, лес, лесу, 森林, 森"
    ),
    "desert": "desert, deserts, dune, dunes, sahara, wasteland, oasis, sand dunes, wüste, désert, desierto, 沙漠",
    "snow": (
        "snow, snowy, snowy hill, tundra, ski slope, snowfield, snow-covered field, snowy field, "
        "winter wonderland, schnee, nieve, neige"
    ),
    "mountains": (
        "snowy mountain, snowy mountains, snow-capped mountains, snow capped mountains, snow-covered mountains, "
        "mountain, mountains, alps, peak, peaks, himalayas, mountain range, mountaintop, mountain top, valley, "
        "highlands, summit, mountainside, berge, montaña, montañas, montagne, 山, горы, горах"
    ),
    "farm": ("farm, farms, farmland, barnyard, ranch, farmyard, stable, paddock"),
    "crops": "crops, field of crops, crop field, farm field, farm fields",
    "garden": "garden, gardens, backyard, back yard, yard, flower bed, garten, jardín, jardin, giardino, 花园",
    "meadow": (
        "meadow, meadows, field, fields, grass, grassland, grasslands, grassy, grassy field, green field, hill, "
        "hills, hillside, hilltop, park, lawn, prairie, countryside, pasture, savanna, savannah, rolling hills, "
        "plains, steppe, flower field, field of flowers, landscape, outdoors, tennis court, golf course, "
        "basketball court, wiese, prado, parque, pré, 草原, 草地, campsite, ground"
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
        "wooden surface, counter, countertop, kitchen counter, marble surface, marble counter, "
        "windowsill, window sill, wooden board, checkered tablecloth, tablecloth"
    ),
    "abstract": "abstract, abstract art, abstract painting, abstract background, abstract shapes, fractal",
    "jungle": "jungle, jungles, rainforest, rain forest, tropical forest, dschungel, selva, 丛林",
    "swamp": "swamp, swamps, marsh, bog, bayou, everglades",
    "volcano": "volcanic landscape, lava field, volcanic island, lava lake, land of lava",
    "canyon": "canyon, canyons, grand canyon, gorge, ravine",
    "arctic": (
        "arctic, the arctic, antarctic, antarctica, north pole, south pole, iceberg, icebergs, glacier, glaciers, "
        "ice floe, frozen sea, on the ice"
    ),
    "island": "tropical island, desert island, island, islands, deserted island",
    "harbour": "harbor, harbour, pier, dock, docks, marina, port, fishing village, waterfront",
    "cave": "cave, caves, cavern, caverns, crystal cave, grotto",
    "orchard": "orchard, orchards, apple orchard",
    "cherrypark": (
        "cherry blossom park, japanese garden, under cherry blossoms, cherry orchard, under the cherry blossoms, "
        "cherry blossom garden, cherry blossom trees"
    ),
    "vineyard": "vineyard, vineyards, wine country, tuscany",
    "riceterraces": "rice field, rice fields, rice terraces, rice paddy, rice paddies, terraced fields",
    "bathroom": "bathroom, bathrooms, bathtub room, shower room, badezimmer",
    "nursery": "nursery, kids room, children's room, playroom, baby room",
    "attic": "attic, loft",
    "workshop": "workshop, garage workshop, tool shed, carpentry, workbench, toy workshop, santa's workshop",
    "laboratory": "lab, laboratory, science lab, research lab",
    "hospital": "hospital room, in a hospital, in the hospital, hospital, clinic, doctor's office, emergency room",
    "market": (
        "market, marketplace, supermarket, grocery store, farmers market, bazaar, grocery, fruit stand, "
        "market stall, in a shop, in a store"
    ),
    "church": (
        "church interior, inside a church, in a church, cathedral interior, inside a cathedral, chapel, in church"
    ),
    "castlehall": (
        "throne room, castle interior, castle hall, great hall, inside a castle, royal palace, palace interior, "
        "ballroom"
    ),
    "museum": "museum, museums, gallery, art gallery, exhibition",
    "station": "train station, railway station, subway station, train platform, metro station, bahnhof, subway",
    "pool": "swimming pool, indoor pool, poolside, pool",
    "greenhouse": "greenhouse, conservatory, botanical garden",
    "neonalley": (
        "cyberpunk alley, neon alley, cyberpunk street, cyberpunk city, neon street, neon city, neon-lit street, "
        "neon-lit alley, futuristic street"
    ),
    "rooftop": "rooftop, rooftops, roof terrace, on a roof, on the roof",
    "balcony": "balcony, balconies, terrace, veranda, porch",
    "playground": "playground, playgrounds, sandbox, schoolyard",
    "stadium": (
        "stadium, stadiums, soccer field, football field, football stadium, soccer stadium, arena, football pitch, "
        "soccer pitch, baseball field, baseball stadium"
    ),
    "circus": "circus, circus tent, circus ring, big top",
    "spaceship": (
        "inside a spaceship, spaceship interior, spacecraft interior, bridge of a spaceship, space station, "
        "inside a spacecraft, inside a space station, on a spaceship"
    ),
    "candyland": "candy land, candyland, land of sweets, candy world, land of candy, sugar land, candy kingdom",
    "heaven": "heaven, paradise in the clouds, gates of heaven, in heaven",
    "graveyard": (
        "graveyard, graveyards, cemetery, haunted house, haunted mansion, spooky forest, halloween night, "
        "haunted castle"
    ),
    "fairyvillage": (
        "fairy village, fairy-tale village, fairytale village, fairy tale village, mushroom village, "
        "gnome village, enchanted village, elf village"
    ),
    "restaurant": "restaurant, restaurants, fine dining, candlelit dinner, pizzeria, steakhouse",
    "gym": "gym, gyms, fitness studio, weight room, gymnasium",
    "airport": "airport, airports, airport terminal, departure lounge, flughafen",
    "zoo": "zoo, zoos, wildlife park, petting zoo, animal park",
}
# These name a setting only together with a preposition or when nothing else is said; they say little.
FAINT_SETTINGS = frozenset({"sky", "meadow"})

ACCENTS = {
    "stars": (
        "stars, starry, starlight, starlit, star field, starfield, constellations, constellation, under the stars, "
        "beneath the stars, below the stars, under a starry sky, starry night, starry sky"
    ),
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
    "light:pink": "pink light, rosy light, pink glow",
    "light:golden": "golden light, golden glow, honey-colored light",
    "light:warm": "warm light, warm glow, warm lighting",
    "light:candle": "candlelight, candle light, candlelit, by candlelight",
    "light:blue": "blue light, blue hour, blue glow",
    "light:purple": "purple light, violet light, purple glow",
    "light:moon": "moonlight, moonlit, by moonlight",
    "light:neon": "neon light, neon lights, neon glow",
}
PLACES = {
    "paris": "paris, parisian, eiffel tower, the eiffel tower, france, 巴黎, パリ",
    "london": "london, big ben, tower bridge, england",
    "tokyo": "tokyo, japan, japanese street, shibuya, 東京, 东京",
    "kyoto": "kyoto",
    "fuji": "mount fuji, mt fuji, fuji",
    "china": "great wall, great wall of china, the great wall, china",
    "dubai": "dubai, burj khalifa",
    "hollywood": "hollywood, hollywood sign, hollywood hills",
    "machu picchu": "machu picchu, inca ruins",
    "mexico": "mexico, chichen itza, mayan pyramid, mayan temple",
    "pisa": "pisa, leaning tower, leaning tower of pisa",
    "stonehenge": "stonehenge",
    "alps": "alps, the alps, swiss alps, alpine village",
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
    "berlin": "berlin, brandenburg gate",
    "barcelona": "barcelona, sagrada familia",
    "hong kong": "hong kong",
    "greece": "greece, santorini, athens, parthenon",
}
PLACE_SETTINGS = {
    "egypt": "desert",
    "venice": "river",
    "greece": "coast",
    "rio": "beach",
    "amsterdam": "river",
    "alps": "village",
    "china": "mountains",
    "fuji": "lake",
    "machu picchu": "mountains",
    "mexico": "desert",
    "pisa": "meadow",
    "hollywood": "meadow",
    "stonehenge": "meadow",
}
