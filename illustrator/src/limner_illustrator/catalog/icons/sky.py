"""Sun, moon, stars, clouds and weather."""

from limner_illustrator.catalog.face import Face
from limner_illustrator.catalog.part_area import PartArea
from limner_illustrator.catalog.records import icon

icon("closed-umbrella", nouns="closed umbrella", traits={"held_high"})
icon("cloud", nouns="cloud", traits={"celestial", "sit_on"}, height=12, support=0.14, seat=(0.5, 0.2))
icon("cloud-with-lightning", nouns="thundercloud, storm cloud", traits={"celestial"})
icon("cloud-with-lightning-and-rain", traits={"celestial"})
icon("cloud-with-rain", nouns="rain cloud", traits={"celestial"})
icon("cloud-with-snow", traits={"celestial"})
icon("comet", nouns="comet", near="asteroid, meteorite", traits={"celestial"}, height=14, home="space", glow=0.85)
icon(
    "crescent-moon",
    nouns="crescent moon, crescent",
    traits={"celestial", "sit_on"},
    height=25,
    glow=0.9,
    support=0.6,
    seat=(0.6, 0.6),
)
icon(
    "droplet",
    nouns="droplet, water drop, drop of water, raindrop, water droplet, teardrop, drop, dew drop, dewdrop, dew",
    height=0.1,
)
icon("fire", nouns="fire, flame, blaze, fireball", materials={"fire"}, height=0.7, glow=0.95)
icon("first-quarter-moon", traits={"celestial"}, glow=0.8)
icon("first-quarter-moon-face", traits={"celestial"})
icon(
    "full-moon",
    nouns="moon, full moon, 月, 月亮, 달, луна, luna, mond, lune",
    traits={"celestial"},
    height=25,
    glow=0.9,
    support=0.03,
)
icon("full-moon-face", traits={"celestial"}, glow=0.9)
icon("glowing-star", nouns="glowing star", traits={"celestial"}, height=8, glow=0.95)
icon("high-voltage", nouns="lightning bolt, lightning, thunderbolt", traits={"celestial"}, height=3, glow=0.9)
icon("last-quarter-moon", traits={"celestial"})
icon("last-quarter-moon-face", traits={"celestial"})
icon("meteor", nouns="meteor", traits={"celestial"})
icon("milky-way", nouns="milky way", traits={"celestial"}, home="space", glow=0.9)
icon("new-moon", traits={"celestial"})
icon("new-moon-face", traits={"celestial"})
icon("rainbow", nouns="rainbow", traits={"celestial"}, height=40, home="sky", glow=0.7)
icon(
    "ringed-planet",
    nouns="saturn, ringed planet",
    traits={"celestial"},
    height=30,
    home="space",
    glow=0.5,
    support=0.2,
)
icon("shooting-star", nouns="shooting star, falling star", traits={"celestial"}, glow=0.9)
icon("snowflake", nouns="snowflake", traits={"flies"}, height=0.12, home="snow")
icon(
    "snowman-without-snow",
    kinds={"creature"},
    height=1.6,
    home="snow",
    head=Face(crown=(64, 32), width=44, eyes=(65, 50), span=36, neck=(64, 66), collar=40),
)
icon("star", nouns=("star, 星, 星星, 별, звезда, étoile, stella"), traits={"celestial"}, height=8, glow=0.9)
icon("sun", nouns=("sun, 太阳, 太陽, 해, 태양, солнце, soleil"), traits={"celestial"}, height=30, glow=0.95)
icon("sun-behind-cloud", traits={"celestial"})
icon("sun-behind-large-cloud", traits={"celestial"})
icon("sun-behind-rain-cloud", traits={"celestial"})
icon("sun-behind-small-cloud", traits={"celestial"})
icon("sun-with-face", nouns="smiling sun, sun face", traits={"celestial"}, glow=0.95)
icon("thermometer", nouns="thermometer")
icon("tornado", nouns="tornado, twister, whirlwind", height=25)
icon(
    "umbrella",
    nouns="umbrella, 雨伞, 傘, 우산, зонт, зонтик, regenschirm, paraguas, parapluie, ombrello",
    traits={"held_behind", "held_high"},
    height=0.95,
    part_areas=(PartArea("handle, stick", at=(64, 76)),),
)
icon("umbrella-on-ground", home="beach", roof=0.4)
icon("umbrella-with-rain-drops", traits={"held_behind", "held_high"}, height=0.95)
icon("waning-crescent-moon", traits={"celestial"})
icon("waning-gibbous-moon", traits={"celestial"})
icon("water-wave", nouns="tsunami, tidal wave", height=2.5, home="sea")
icon("waxing-crescent-moon", traits={"celestial"})
icon("waxing-gibbous-moon", traits={"celestial"})
