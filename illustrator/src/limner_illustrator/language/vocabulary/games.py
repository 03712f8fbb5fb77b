"""Screens of games: their forms, where they take place, and what their players carry."""

FORMS: tuple[tuple[str, str], ...] = (
    ("inventory", r"inventory|backpack screen|item (?:screen|menu)|equipment|loot"),
    ("over", r"game over|you (?:died|lose|lost)|defeat|victory|you win"),
    ("levels", r"level select|level map|world map screen|levels screen|stage select"),
    ("hud", r"\bhud\b|heads[- ]up|gameplay|in[- ]game|health bar|scoreboard|screenshot"),
    ("menu", r""),
)
"""The form and the words of the prompt; the last is for all others."""

WORLDS: tuple[tuple[str, str, str], ...] = (
    (r"space|galax|alien|sci-?fi|asteroid|spaceship|shooter", "a rocket and a planet in space", "Star Drift"),
    (r"rac(?:e|ing)|kart|driving|cars?\b|rally", "a race car on a road", "Turbo Road"),
    (r"pirate|ship\b|naval|ocean|sea\b", "a pirate ship on the sea at sunset", "Black Tide"),
    (r"zombie|horror|survival|haunted|ghost", "a haunted house at night in the fog", "After Dark"),
    (r"farm|harvest|garden|cozy|village", "a farm with a cow and a barn", "Little Acres"),
    (r"soccer|football", "a soccer ball on a stadium field", "Final Whistle"),
    (r"basketball|tennis|golf|sports?\b", "a trophy in a stadium", "Match Day"),
    (r"western|cowboy", "a cowboy in the desert at sunset", "Dust Trail"),
    (r"ninja|samurai|japan", "a ninja and a pagoda at night", "Silent Blade"),
    (r"cyberpunk|neon|hacker|futuristic", "a neon city at night", "Neon Zero"),
    (r"jungle|adventure|explor|tomb|treasure", "an explorer in the jungle", "Lost Vale"),
    (r"puzzle|match[- ]?3|candy|bubble|kids|casual|trivia|quiz|word", "balloons and candy in the sky", "Sweet Shift"),
    (r"platform|jump|arcade|retro|8[- ]?bit|pixel", "a mushroom and a castle on a meadow", "Hop Quest"),
    (
        r"medieval|knight|castle|strategy|kingdom|war\b|tower defense",
        "a knight and a castle on a meadow",
        "Crown of Iron",
    ),
    (r"dungeon|crawler|rogue", "a skeleton in a dungeon", "Deep Below"),
    (r"", "a dragon and a castle in the mountains at sunset", "Ember Crown"),
)
"""Words of the prompt -> the scene and a name; the last is for all others."""

LOOT = (
    "a sword, a shield, a potion, a key, a gold coin, a bow and arrow, a crown, a gem, a book, a candle, a map, "
    "an apple"
)
SPACE_LOOT = (
    "a battery, a rocket, a satellite, a key, a gem, a robot, a wrench, a compass, a flashlight, a telescope, a gear, "
    "a magnet"
)
