"""Words before and after lettering that stands without quotation marks."""

from typing import Literal

_SAYS = (
    "saying, says, say, that says, that say, which says, who says, that said, reading, reads, that reads, which reads, "
    "that read, with the text, with text, the text, with the words, with the word, the words, the word, words, "
    "with the message, with the letters, with the inscription, inscribed, inscribed with, with the phrase, the phrase, "
    "with the caption, with the slogan, the slogan, with the tagline, the tagline, with the headline, the headline, "
    "with headline, headline, with the heading, with the title, with title, title text, with the lettering, lettering, "
    "bearing the words, bearing the name, that spells, that spells out, spelling, spelling out, labeled, labelled, "
    "labeled with, labelled with, labeled as, labelled as, marked, marked with, stamped, stamped with, engraved, "
    "engraved with, embroidered with, printed with, emblazoned with, with the sign, the sign, with the number, "
    "written on it, with the quote, the quote, with the motto, with the greeting, announcing, announces, tagline, "
    "slogan, caption, proclaiming"
)
_NAMES = (
    "named, called, nicknamed, christened, dubbed, branded, branded as, with the name, by the name "
    "of, whose name is, the name, under the name"
)
_TITLES = "titled, entitled"
_SHORT = "the letter, a letter, letter, the number, number, the letters, letters"
CUES: dict[str, Literal["says", "title", "name", "for", "short"]] = {
    **{cue.strip(): "says" for cue in _SAYS.split(",")},
    **{cue.strip(): "name" for cue in _NAMES.split(",")},
    **{cue.strip(): "title" for cue in _TITLES.split(",")},
    **{cue.strip(): "short" for cue in _SHORT.split(",")},
    "for": "for",
    "for the": "for",
}
LONGEST_CUE = max(len(cue.split()) for cue in CUES)
AMBIGUOUS_CUES = frozenset({
    "reading", "reads", "marked", "stamped", "engraved", "words", "say", "title text", "spelling", "headline",
    "announcing", "announces", "branded", "slogan", "caption", "tagline", "lettering", "inscribed", "who says",
    "marked with", "stamped with", "engraved with", "printed with", "the sign", "saying", "the name",
})  # fmt: skip
"""Cues only after something that carries lettering: "a sign reading Open", not "a man reading Hamlet"."""
LETTERED = frozenset({
    "sign", "signboard", "signpost", "banner", "poster", "label", "board", "billboard", "chalkboard", "blackboard",
    "whiteboard", "plaque", "shirt", "t-shirt", "tshirt", "tee", "hoodie", "sweater", "jersey", "cap", "hat", "apron",
    "mug", "cup", "cake", "cookie", "neon", "headline", "text", "word", "letter", "lettering", "tombstone",
    "gravestone", "headstone", "grave", "note", "card", "postcard", "sticker", "badge", "button", "pin", "patch",
    "door", "doormat", "mat", "screen", "flag", "tag", "tattoo", "graffiti", "wall", "billboards", "book", "cover",
    "magazine", "newspaper", "menu", "ticket", "envelope", "box", "crate", "package", "parcel", "bag", "bottle", "jar",
    "can", "barrel", "shop", "store", "cafe", "café", "restaurant", "bakery", "bar", "pub", "hotel", "diner",
    "storefront", "bookstore", "boutique", "salon", "market", "stand", "truck", "van", "bus", "train", "ship", "boat",
    "yacht", "sailboat", "plane", "rocket", "spaceship", "car", "logo", "icon", "app", "brand", "company", "startup",
    "emblem", "monument", "statue", "certificate", "trophy", "medal", "ring", "locket", "scoreboard", "license plate",
    "plate", "balloon", "pillow", "blanket", "speech", "bubble", "thought", "letters", "invitation", "flyer", "album",
    "novel", "game", "film", "movie", "band", "brewery", "winery", "beer", "wine", "perfume", "cereal", "marquee",
    "awning", "window", "facade", "arch", "gate", "placard", "pennant", "display", "monitor", "laptop", "phone",
    "planet", "school", "library", "cinema", "theater", "theatre", "club", "gym", "farm", "ranch", "inn", "tavern",
    "house", "teahouse", "coffeehouse", "parlor", "parlour", "lounge", "gallery", "museum", "zoo", "stadium", "station",
    "airport", "hospital", "bookshop", "kitchen", "office", "bistro", "pizzeria", "harbor", "marina",
    "coin", "stamp", "scroll", "parchment", "map", "tombstones", "coffin", "cornerstone", "stone", "dog tag", "collar",
})  # fmt: skip
"""Things with lettering, whose name is written on them."""
BRANDED_MEDIA = frozenset({
    "logo", "logotype", "wordmark", "poster", "banner", "flyer", "flier", "sign", "signage", "billboard", "label",
    "packaging", "emblem", "badge", "icon", "cover", "menu", "ticket", "invitation", "storefront", "shopfront",
    "branding", "advert", "advertisement", "ad", "header", "card", "letterhead", "app", "website", "homepage",
})  # fmt: skip
"""Media of which "for" names the brand: "a logo for Acme Robotics"."""
COMPANIES = frozenset({
    "company", "startup", "brand", "inc", "agency", "studio", "app", "corporation", "corp", "llc", "group", "bank",
    "foundation", "conference", "festival", "team",
})  # fmt: skip
JOINS = frozenset({
    "of", "the", "and", "to", "for", "a", "an", "in", "on", "at", "de", "la", "le", "du", "des", "von", "van",
    "der", "my", "your", "is", "it", "no", "not", "or", "from", "n", "del", "y", "et", "und", "x", "vs", "v",
})  # fmt: skip
"""Small words between the capitalized words of lettering: "Closed for Lunch"."""
GREETINGS = frozenset(
    {"happy", "welcome", "thank", "thanks", "congratulations", "hello", "hi", "dear", "merry", "good", "get"}
)
"""First words of lettering that goes on after a comma: "Happy Birthday, Anna"."""
NAME_JOINS = JOINS - {"in", "on", "at", "for", "from", "a", "an", "is", "it", "to", "no", "not"} | {"for"}
ABBREVIATIONS = frozenset({"co.", "inc.", "ltd.", "st.", "mr.", "mrs.", "ms.", "dr.", "jr.", "no.", "bros.", "mt."})
"""Words whose full stop ends no sentence."""
ENDS = frozenset({
    "with", "while", "that", "which", "who", "written", "painted", "printed", "on", "in", "at", "above", "over",
    "under", "below", "beneath", "near", "next", "beside", "behind", "between", "inside", "outside", "by", "against",
    "along", "across", "around", "through", "hanging", "standing", "glowing", "lying", "leaning", "mounted", "nailed",
    "worn", "held", "made", "placed", "surrounded", "floating", "sailing", "sitting", "running", "sleeping", "walking",
    "located", "and", "as", "where", "when", "from", "using", "featuring", "flying", "wearing", "holding", "during",
    "after", "before", "set", "drawn", "shown", "illuminated", "lit", "carved", "engraved", "embroidered", "stamped",
    "playing", "riding", "driving", "swimming", "chasing", "jumping", "looking", "eating",
    "drinking", "waving", "dancing", "posing", "resting", "docked", "moored", "parked", "orbiting", "landing",
})  # fmt: skip
"""Words that end lettering without capitals."""
WRITTEN = ("written", "painted", "printed", "embroidered", "engraved", "stamped", "carved", "spelled", "in neon")
