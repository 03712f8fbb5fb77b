"""Moods of the simple faces that designs give to things, and the words for them."""

DEFAULT_FACE = "happy"
MOODS: dict[str, str] = {
    "laughing": "laughing, laugh, lol, laughing out loud, grinning, giggling, joyful, rofl, excited",
    "crying": "crying, cry, sobbing, weeping",
    "sad": "sad, unhappy, upset, disappointed",
    "angry": "angry, mad, furious, grumpy, rage, annoyed",
    "sleepy": "sleepy, tired, sleeping, asleep, sleep, exhausted, yawning",
    "love": "love, in love, heart eyes, loving, lovestruck",
    "surprised": "surprised, shocked, amazed, astonished, wow, surprise",
    "cool": "cool, with sunglasses, sunglasses",
    "winking": "winking, wink",
    "thinking": "thinking, think, thoughtful, curious",
    "sick": "sick, ill, nauseous",
    "shy": "shy, blushing, embarrassed",
    "confused": "confused, puzzled, unsure",
    "scared": "scared, afraid, frightened, terrified, worried, nervous, anxious",
    "silly": "silly, goofy, tongue out, playful",
    "bored": "bored, unimpressed, meh, neutral",
    "happy": "happy, smiling, smile, smiley, glad, cheerful, cute, kawaii, smiley face, adorable, friendly",
}
"""Moods -> the words for them, separated by commas; the first that a text has is its mood."""
EMOJI_SET = ("happy", "laughing", "love", "sad", "angry", "surprised", "sleepy", "winking", "cool")
"""The faces of a set that names none."""
