"""Prepositions by relation, and the function words that structure a sentence."""

from limner_illustrator.scene import RelationKind

PREPOSITIONS: dict[RelationKind, str] = {
    "left": (
    "left of, to the left of, on the left of, on the left side of, to the left side of, at the left of, a la "
    "izquierda de, links von, à gauche de"
),
    "right": (
    "right of, to the right of, on the right of, on the right side of, to the right side of, a la derecha "
    "de, rechts von, à droite de"
),
    "above": "above, over, high above, hanging over, hanging above, up above, suspended above, floating over",
    "below": "below, underneath the feet of, lower than",
    "under": (
        "under, beneath, underneath, hanging from, dangling from, suspended from, "
        "in the shade of, sheltered by, debajo de, bajo, unter, sous"
    ),
    "behind": "behind, in back of, hiding behind, peeking from behind, hidden behind, detrás de, hinter, derrière",
    "front": (
        "in front of, before, in the front of, at the foot of, at the base of, at the bottom of, "
        "delante de, frente a, vor, devant"
    ),
    "beside": (
    "next to, beside, near, by, alongside, at the side of, close to, adjacent to, side by side with, by the "
    "side of, against, around, at, junto a, al lado de, neben, à côté de, bei, and next to, opposite, across "
    "from, shining on, shines on, shining onto, leaning on, leans on, leaning against, leans against, "
    "at the edge of, on the edge of, by the edge of, on the bank of, on the banks of, at the bank of, on the "
    "shore of, on the shores of, at the shore of, along, overlooking, bordering, beside the waters of"
),
    "on": (
    "on the roof of, on the rooftop of, on the head of, on the nose of, on the shoulder of, on the shoulders of, "
    "on the arm of, on the antlers of, on the horns of, on top of, at the top of, on, atop, upon, onto, sobre, en cima "
    "de, encima de, auf, sur, on top, across the top of, wrapped around, coiled around"
),
    "in": (
    "in, inside, inside of, within, into, in the middle of, through, among, amongst, out of, emerging from, "
    "coming out of, peeking out of, dentro de, en, dans, im, trapped in, hatching from, growing in, growing "
    "out of, amid"
),
    "around": (
        "on each side of, on either side of, on both sides of, at each side of, at either side of, at both sides of"
    ),
}  # fmt: skip
PARTS_IN_RELATIONS = frozenset({"nose", "shoulder", "shoulders", "arm", "antlers", "horns"})
"""Where a thing "on the nose of" another is not drawn exactly."""
SHAPED_LIKE = (
    "in the shape of, shaped like, in the form of, that looks like, which looks like, that look like, "
    "looking like, resembling, resembles, looks like, in the style and shape of, in shape of, designed like, "
    "formed like, imitating, forming"
)
MADE_OF = (
    "made of, made out of, made from, built of, built from, built out of, constructed of, constructed from, "
    "carved from, carved out of, carved of, crafted from, sculpted from, woven from, folded from"
)
DRESSED_AS = (
    "dressed as, dressed like, dressed up as, disguised as, dressed up like, cosplaying as, in the role of, "
    "acting as, working as"
)
BETWEEN = "between, in between"
WITH = (
    "with, containing, holding in it, filled with, full of, topped with, decorated with, covered with, "
    "covered in, served with, featuring, including, that has, which has, has, having, con, mit, avec, "
    "garnished with, loaded with, carrying a load of"
)
SURROUNDED = "surrounded by, encircled by, amidst, surrounded with"
NEGATIONS = (
    "no, without, not, without any, with no, but no, but not, except, excluding, don't include, do not include, don't "
    "draw, do not draw, avoid, free of, never, minus, instead of, rather than, there is no, there are no, sin, ohne, "
    "sans, devoid of, lacking, and no, or no, nobody, no one, no-one, neither, nor, exclude, leave out, leaving out, "
    "omit, omitting, isn't, aren't, doesn't have, don't have, do not have, does not have, has no, have no, having no, "
    "is not, are not, not a, not an, not any, lacks, missing a, missing an, missing its, missing his, missing her, "
    "clear of, empty of, stripped of, no longer, don't show, do not show, don't add, do not add, without having, "
    "without showing, not wearing, isn't wearing, not holding, nothing"
)
BREAKS = "while, where, when, whereas, as, but, then, meanwhile, there is, there are, there's, we see, including"
ANDS = "and, &, plus, y, und, et, e, as well as, и, ja, och, en wereld, と, 和"
PRONOUNS = "it, him, her, them, itself, himself, herself, themselves, he, she, they, each other, this, that one"
TEXT_CUES = (
    "saying, says, say, that says, that say, which says, reading, that reads, reads, with the text, with "
    "text, the text, text, with the words, with the word, the words, the word, labeled, labelled, labeled "
    "with, titled, with the title, with the name, that spells, spelling, written, with the message, with the "
    "letters, with the inscription, inscribed with, with the phrase, with the caption, with the slogan, with "
    "the lettering, that said, bearing the words, with the number, printed with, engraved with"
)
NAME_CUES = "named, called, nicknamed"
AMBIENT_ADJECTIVES = frozenset(
    {
        "snowy",
        "snow-covered",
        "snow covered",
        "moonlit",
        "sunlit",
        "starry",
        "grassy",
        "foggy",
        "misty",
        "rainy",
        "sunny",
        "stormy",
        "autumnal",
        "wintry",
    }
)
"""Adjectives of time or weather that also modify the next noun."""
ADJECTIVES_IN_LY = frozenset({
    "curly", "ugly", "silly", "lonely", "friendly", "elderly", "holy", "woolly", "wooly", "smelly", "deadly",
    "ghostly", "lovely", "jolly",
})  # fmt: skip
FILLERS = frozenset({
    "very", "really", "quite", "so", "too", "and", "well", "beautifully", "highly", "extremely", "just", "freshly",
    "that", "which", "who", "to", "also", "one", "of", "different", "types", "kinds", "sorts", "type", "kind",
    "sort", "colored", "coloured", "parked", "same", "other", "usual", "various",
})  # fmt: skip
