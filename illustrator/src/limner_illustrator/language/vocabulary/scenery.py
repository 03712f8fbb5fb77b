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
    "graffiti": "wallgraffiti",
    "moss": "wallmoss",
    "ivy": "wallivy",
    "light:pink": "pink light, rosy light, pink glow",
    "light:golden": "golden light, golden glow, honey-colored light",
    "light:warm": "warm light, warm glow, warm lighting",
    "light:candle": "candlelight, candle light, candlelit, by candlelight",
    "light:blue": "blue light, blue hour, blue glow",
    "light:purple": "purple light, violet light, purple glow",
    "light:moon": "moonlight, moonlit, by moonlight",
    "light:neon": "neon light, neon lights, neon glow",
}
