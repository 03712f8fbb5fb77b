"""What can be seen in any place: stars, snow, coloured light. Value -> its phrases."""

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
    "puddles": (
        "puddle, puddles, rain puddle, rain puddles, wet street, wet streets, wet pavement, wet asphalt, wet road, "
        "rain-slicked, rain slicked, wet cobblestones"
    ),
    "bubbles": "soap bubbles, bubbles",
    "smoke": "smoke, steam, smoky",
    "confetti": "confetti",
    "fairylights": (
        "fairy lights, fairy light, string lights, string light, strings of lights, string of lights, christmas "
        "lights, xmas lights, light string, light chain, twinkle lights, festoon lights, garland of lights"
    ),
    "sunbeams": (
        "light through, sunlight through, light streaming through, sunlight streaming through, light shining through, "
        "light coming through, light falling through, sunbeams, sunbeam, sun rays, rays of light, "
        "rays of sunlight, light rays, shafts of light, shaft of light, god rays, beams of light, streaming sunlight"
    ),
    "path": (
        "path leading to, path leading up to, path to, path up to, path, paths, footpath, garden path, winding path, "
        "stone path, cobblestone path, dirt path, gravel path, pathway, trail, hiking trail, walkway, dirt road, "
        "gravel road, cobblestone road, winding trail"
    ),
    "lightning": (
        "lightning, thunder, thunderstorm, thunderstorms, lightning storm, thunder and lightning, lightning strikes, "
        "lightning strike, lightning striking, flashes of lightning, bolts of lightning, lightning flashing"
    ),
    "milkyway": "milky way, the milky way",
    "bluehour": "blue hour, the blue hour, nautical twilight, civil twilight",
    "sandstorm": "sandstorm, sandstorms, sand storm, dust storm, dust storms, blowing sand, swirling sand, haboob",
    "petals": (
        "petals, falling petals, flower petals, cherry blossom petals, rose petals, petals falling, "
        "sakura petals, cherry petals, petals drifting, cherry blossom petals falling, cherry blossoms falling, "
        "falling cherry blossoms, petals floating in the air, petals in the wind"
    ),
    "fallingleaves": (
        "leaves falling, falling leaves, autumn leaves falling, falling autumn leaves, swirling leaves, "
        "leaves swirling, leaves in the wind, leaves blowing, drifting leaves, leaves drifting, leaves are falling"
    ),
    "contrails": (
        "contrail, contrails, vapor trail, vapor trails, vapour trail, vapour trails, chemtrails, "
        "condensation trails, condensation trail"
    ),
    "deep": (
        "deep sea, deep ocean, deepest ocean, abyss, abyssal, ocean abyss, ocean trench, depths of the ocean, "
        "depths of the sea, dark depths, deep underwater"
    ),
    "desert": "desert road, desert highway",
    "coast": "coastal road, coast road, seaside road",
    "forest": "forest road",
    "graffiti": "wallgraffiti",
    "moss": "wallmoss",
    "ivy": "wallivy",
    "greatwave": "greatwave",
    "wind": "windy, windswept, blustery, gusty, breezy, strong wind, strong winds, gusts of wind, gust of wind, gale",
    "light:pink": "pink light, rosy light, pink glow",
    "light:golden": "golden light, golden glow, honey-colored light",
    "light:warm": "warm light, warm glow, warm lighting",
    "light:candle": "candlelight, candle light, candlelit, by candlelight",
    "light:blue": "blue light, blue glow",
    "light:purple": "purple light, violet light, purple glow",
    "light:moon": "moonlight, moonlit, by moonlight",
    "light:neon": "neon light, neon lights, neon glow",
}
_TOGETHER = """
meadow farm crops garden park hilltop mountains village orchard vineyard suburb graveyard playground campsite \
cherrypark lake river sky snow barn greenhouse pool poolgarden moat riceterraces zoo fair swamp highway
city street market alley neonalley nightmarket cafe restaurant skyline rooftop suburb parkinglot \
balcony station snow buildingsite arcade fair park cinema church museum stadium sky windowsill harbour \
village wall garage highway townsquare courtyard gasstation
beach coast sea island harbour sky village underwater jungle
space moon mars spaceship sky
arctic snow icerink mountains sea forest sky
desert savanna sky mountains
forest lake campsite park orchard jungle waterfall swamp snow mountains
jungle river swamp lagoon
waterfall river mountains gorge hotspring
canyon gorge river desert
highway coast sea beach desert canyon savanna forest redwoods jungle mountains valley meadow snow farm crops \
vineyard hilltop
valley river village mountains farm meadow crops vineyard forest sky
fjord mountains sea village snow
lagoon beach island jungle sea
oasis desert savanna
cave pool poolgarden lake river
hotspring snow mountains forest
bamboo forest garden cherrypark park
zengarden garden beach
neongrid beach sky mountains
redwoods pinewood birchwood forest mountains river lake snow
livingroom bedroom kitchen balcony windowsill garden cafe table tabletop
"""
PLACES_TOGETHER = tuple(frozenset(line.split()) for line in _TOGETHER.strip().splitlines())
"""Places of which one drawing shows the other, or does not contradict it: a river runs through a meadow."""
WATERS = frozenset({"lake", "river", "sea", "waterfall"})
DRY_PLACES = frozenset({
    "meadow", "farm", "crops", "garden", "hilltop", "mountains", "village", "orchard", "vineyard", "suburb",
    "graveyard", "campsite", "street", "city", "alley", "market", "skyline", "townsquare", "courtyard", "forest",
    "pinewood", "birchwood", "redwoods", "desert", "ruins", "snow", "balcony", "rooftop", "barn",
})  # fmt: skip
"""Those that show no water, whatever else the prompt names."""
