"""Designs of games, and sets of small pictures: what prompts call them."""

from limner_illustrator.language.vocabulary.graphic_terms import GraphicTerms, design_terms

GAME_DESIGNS: dict[str, GraphicTerms] = {
    "sprite-sheet": design_terms(
        "a sprite sheet",
        "sprite sheet, spritesheet, sprite atlas, sprite-sheet, animation frames, walk cycle, run cycle, "
        "animation sheet, game sprites, sprite set, walking animation, running animation, game asset sheet, game icons",
    ),
    "tile-set": design_terms(
        "a tile set of a game",
        "tileset, tile set, game tileset, game tiles, tile sheet, tilesheet, pixel art tileset, terrain tiles, ground "
        "tiles, rpg tileset, 2d tileset, platformer tileset, terrain tileset, tilemap",
    ),
    "icon-set": design_terms(
        "a set of icons",
        "icon set, set of icons, icon pack, icon sheet, icon collection, icons set, pack of icons, collection of "
        "icons, avatar set, set of avatars, avatar pack, avatar icons, avatar collection",
        ambiguous="icons",
    ),
    "flash-card": design_terms(
        "a set of flash cards",
        "flash card, flashcard, flash cards set, alphabet card, vocabulary card, picture card, memory card game, "
        "memory game cards, memory game card, matching game cards, matching cards, vocabulary flashcard, "
        "alphabet flashcard, alphabet flash card, learning card, montessori card",
    ),
    "trading-card": design_terms(
        "a trading card",
        "trading card, pokemon style trading card, pokémon style card, collectible card, collectable card, "
        "game card, pokemon card, pokémon card, trading card game card, tcg card, magic "
        "card, card game card, collector card, fantasy card",
    ),
    "game-screen": design_terms(
        "a screen of a game",
        "game ui, game hud, game menu, game screen, game interface, game main menu, game inventory, inventory screen, "
        "inventory ui, game inventory screen, game inventory ui, rpg inventory, main menu screen, title screen, game "
        "title screen, game over screen, level select screen, level select, hud for, hud of, video game ui, video game "
        "menu, video game hud, mobile game ui, rpg ui, rpg menu, game user interface, pause menu, main menu ui, "
        "start screen for a game, main menu for a game, video game interface, video game title screen, "
        "video game inventory, mobile game screen, game ui design, game ui mockup, game start screen, "
        "health bar ui, rpg health bar, game health bar, pixel art health bar, boss health bar, mana bar ui",
        ambiguous="hud, health bar, mana bar",
    ),
    "playing-card": design_terms(
        "a playing card",
        "playing card, playing card design, poker card",
    ),
    "emoji-set": design_terms(
        "a set of emoji",
        "emoji set, set of emojis, set of emoji, emoji pack, emojis, emoji sheet, emoji of, emote set, twitch emotes, "
        "emotes, discord emotes, emoji collection, reaction set, emoticons, emoticon set, smiley set, set of smileys, "
        "expression sheet, facial expressions sheet, emoji stickers, emoji with, emoji",
    ),
}
"""By the name of the kind in the registry of graphics."""
