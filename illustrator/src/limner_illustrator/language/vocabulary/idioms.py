"""Idioms -> the literal phrase that is read in their place."""

from limner_illustrator.language.vocabulary import other_things

IDIOMS = {
    # activities by their visible objects
    "having a picnic": "sitting on a picnic blanket with a picnic basket and a sandwich",
    "have a picnic": "sitting on a picnic blanket with a picnic basket and a sandwich",
    "having picnic": "sitting on a picnic blanket with a picnic basket and a sandwich",
    "picnicking": "sitting on a picnic blanket with a picnic basket and a sandwich",
    "picnic scene": "a picnic blanket with a picnic basket and a sandwich",
    **{
        f"{opening}picnic {place}": f"a picnic blanket with a picnic basket and a sandwich {place}"
        for opening in ("a ", "")
        for place in ("by", "in", "at", "near", "on", "under", "beside")
    },
    **{
        f"neon sign of {article}": f"black background , neon style , {article}"
        for article in ("a", "an", "the", "two", "three")
    },
    # Names of emoji that are whole landscapes.
    "night with stars": "night , stars",
    "bridge at night": "bridge , at night",
    "cityscape at dusk": "skyline at dusk",
    "sunrise over mountains": "mountains at sunrise",
    "sunrise over the mountains": "mountains at sunrise",
    "beach with umbrella": "beach with an umbrella",
    "snow-capped mountain": "snow-capped mountains",
    "snow capped mountain": "snow-capped mountains",
    "holding a match": "holding a matchstick",
    "striking a match": "holding a matchstick",
    "lighting a match": "holding a matchstick",
    "lit match": "matchstick",
    "burning match": "matchstick",
    **{
        f"{heap} of gold{coins}": "pile of gold coins"
        for heap in ("pile", "heap", "hoard", "mountain", "mound", "stash")
        for coins in ("", " coins")
    },
    "propped against": "leaning against",
    "propped up against": "leaning against",
    "after rain": "with puddles",
    "after the rain": "with puddles",
    "after a storm": "with puddles",
    "after the storm": "with puddles",
    "castle made of sand": "sandcastle",
    "castle of sand": "sandcastle",
    "castle built of sand": "sandcastle",
    "hanging on a hook": "hanging on the wall",
    "hanging from a hook": "hanging on the wall",
    "hanging on a nail": "hanging on the wall",
    "hanging on a peg": "hanging on the wall",
    "tied to": "near",
    "tied up at": "near",
    "moored at": "near",
    "moored to": "near",
    "having tea": "drinking tea",
    "having coffee": "drinking coffee",
    "having a drink": "drinking a cocktail",
    "having breakfast": "eating pancakes",
    "having lunch": "eating a sandwich",
    "set for dinner": "",
    "set for two": "",
    "set for tea": "",
    "set for breakfast": "",
    "having dinner": "eating spaghetti",
    "eating dinner": "eating spaghetti",
    "eating lunch": "eating a sandwich",
    "eating breakfast": "eating pancakes",
    "having a party": "celebrating with balloons",
    "playing soccer": "kicking a soccer ball",
    "playing football": "kicking a soccer ball",
    "playing volleyball": "catching a volleyball",
    "playing hockey": "holding a hockey stick",
    "playing music": "playing the guitar",
    "playing catch": "catching a ball",
    "chopping wood": "holding an axe beside a log",
    "dark skin": "brown skin",
    "dark skinned": "african",
    "dark-skinned": "african",
    "light skin": "pale skin",
    "fair skin": "pale skin",
    "light skinned": "pale",
    "light-skinned": "pale",
    "casting a spell": "holding a magic wand",
    "casting spells": "holding a magic wand",
    "brushing its teeth": "holding a toothbrush",
    "ringing a bell": "holding a bell",
    "building a sandcastle": "sitting beside a sandcastle",
    "building sandcastles": "sitting beside a sandcastle",
    "building a sand castle": "sitting beside a sandcastle",
    # fields by their crop
    "cornfield": "field of corn",
    "cornfields": "field of corn",
    "corn maze": "field of corn",
    "wheatfield": "field of wheat",
    "pumpkin patch": "field of pumpkins",
    "strawberry patch": "field of strawberries",
    "cabbage patch": "field of cabbages",
    # phrases that would be misread
    "not only": "",
    "not just": "",
    "but also": "and",
    "nothing but": "only",
    "nothing else": "",
    "no matter": "",
    "not far from": "near",
    "with nobody": "without people",
    "with no one": "without people",
    "painting on a wall": "framed picture on a wall",
    "painting on the wall": "framed picture on the wall",
    "painting hanging on a wall": "framed picture on a wall",
    "painting hanging on the wall": "framed picture on the wall",
    "paintings on a wall": "three framed pictures on a wall",
    "paintings on the wall": "three framed pictures on the wall",
    "picture on the wall": "framed picture on the wall",
    "pictures on the wall": "three framed pictures on the wall",
    "picture on a wall": "framed picture on a wall",
    "punk rock": "punk",
    "rock band": "band",
    "rock star": "singer",
    "rock concert": "concert",
    "can see": "see",
    "can be seen": "stands",
    "as well as": "and",
    "along with": "and",
    "one of them": "one",
    "ball of yarn": "yarn",
    "mid air": "midair",
    "in bed": "in a bed",
    "in bed with": "in a bed while holding",
    "in his bed": "in a bed",
    "in her bed": "in a bed",
    "sick in bed": "lying in a bed",
    "a piggyback ride": "on his shoulders",
    "piggyback": "on his shoulders",
    "piggybacking": "carrying on his shoulders",
    "in a pillow fight": "holding pillows",
    "having a pillow fight": "holding pillows",
    "in a snowball fight": "throwing snowballs",
    "having a snowball fight": "throwing snowballs",
    "cheerleader with pompoms": "cheerleader",
    "cheerleaders with pompoms": "cheerleaders",
    "trick or treating": "holding jack-o-lanterns",
    "trick-or-treating": "holding jack-o-lanterns",
    "on horseback": "riding a horse",
    "painting her nails": "doing her nails",
    "painting her fingernails": "doing her nails",
    "painting her toenails": "doing her nails",
    "skateboarding": "riding a skateboard",
    "snowboarding": "riding a snowboard",
    "surfing": "riding a surfboard in the sea",
    "surfing on a surfboard": "riding a surfboard in the sea",
    "surfing in the sea": "riding a surfboard in the sea",
    "cycling": "riding a bicycle",
    "biking": "riding a bicycle",
    "horseback riding": "riding a horse",
    "surfing a wave": "riding a surfboard in the sea",
    "surfing a wave on a surfboard": "riding a surfboard in the sea",
    "surfing a wave on top of a surfboard": "riding a surfboard in the sea",
    "taking off": "flying",
    "takes off": "flying",
    "ice cream parlor": "cafe",
    "ice cream parlour": "cafe",
}
_SURFED = "riding a surfboard in the sea"
_SIZES = ("", "big ", "huge ", "giant ", "massive ", "large ", "perfect ")


def _name_wave(wave: str) -> str:
    """The scenery of a wave that is said to be high."""
    return " greatwave" if wave.split(maxsplit=1)[0] in ("big", "huge", "giant", "massive", "large") else ""


_WAVES = [f"{size}{wave}" for size in _SIZES for wave in ("wave", "waves")]
IDIOMS |= {
    f"{who}{verb} {article}{wave}{on}": ("surfer in the sea" if who else _SURFED) + _name_wave(wave)
    for who in ("surfer ", "")
    for verb in ("riding", "surfing", "rides", "surfs")
    for article in ("a ", "the ", "")
    for wave in _WAVES
    for on in ("", " on a surfboard", " on top of a surfboard", " on the surfboard")
}
IDIOMS |= {
    f"{blow} {whose}candles{on}": "puffing behind a table with " + ("" if on else "a birthday cake")
    for blow in ("blowing out", "blows out", "blow out", "blowing")
    for whose in ("", "the ", "her ", "his ", "their ", "birthday ", "the birthday ")
    for on in ("", " on", " of")
}
IDIOMS |= {
    f"{verb} {the}{stroke}": "swimming"
    for verb in ("doing", "swimming")
    for the in ("the ", "")
    for stroke in ("butterfly", "butterfly stroke", "backstroke", "breaststroke", "front crawl", "crawl", "freestyle")
}
IDIOMS |= {
    f"{on} {kind}{shoes}": "skating"
    for on in ("on", "in", "wearing", "with")
    for kind in ("ice ", "roller ", "")
    for shoes in ("skates", "blades")
}
IDIOMS |= {"on rollerblades": "skating", "wearing rollerblades": "skating", "rollerblading": "skating"}
IDIOMS |= {f"palm of {whose} hand": "hand" for whose in ("a", "his", "her", "the")} | {"hand palm": "hand"}
IDIOMS |= other_things.ADJECTIVES
