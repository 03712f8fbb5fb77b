"""Verbs: each form -> the action that sets the pose and the relation to the object."""

from dataclasses import dataclass

from limner_illustrator.language.vocabulary.activities import ACTIVITIES
from limner_illustrator.language.vocabulary.task_verbs import TASK_VERBS
from limner_illustrator.scene import RelationKind


@dataclass(frozen=True, slots=True)
class Verb:
    action: str | None
    """The action of the subject. None leaves the pose unchanged."""
    relation: RelationKind | None = None
    """The relation of the subject to a direct object ("holding an umbrella")."""


# Action -> other forms of the verb. The action itself is the -ing form.
_POSES = {
    "sitting": (
        "sits, sit, sat, seated, perched, perching, perches, resting, rests, relaxing, relaxes, lounging, "
        "lounges, squatting, sentado, sentada, sitzt, assis, assise, sitzend"
    ),
    "sleeping": (
        "sleeps, sleep, asleep, napping, naps, snoozing, dozing, snoring, snores, "
        "durmiendo, duerme, schläft, schlafend, dormant"
    ),
    "lying": "lies, lying down, laying, lays, laying down, reclining, sprawled, curled up, curled",
    "running": (
        "runs, run, ran, sprinting, sprints, galloping, gallops, jogging, jogs, racing, races, dashing, rushing, "
        "charging, trotting, corriendo, corre, rennt, läuft, speeding, fleeing"
    ),
    "jumping": (
        "jumps, jump, jumped, leaping, leaps, leap, hopping, hops, bouncing, bounces, skipping, springt, salta, "
        "saltando, pouncing"
    ),
    "flying": (
        "flies, flew, soaring, soars, gliding, glides, hovering, hovers, floating, floats, levitating, "
        "levitates, fliegt, fliegend, vuela, volando, drifting, drifts, swooping, diving down, "
        "landing, touching down, taking off, lifting off, descending, ascending"
    ),
    "swimming": "swims, swim, swam, diving, dives, snorkeling, scuba diving, schwimmt, nadando, paddling, bathing",
    "dancing": "dances, danced, twirling, spinning gracefully, spins gracefully, "
    "waltzing, breakdancing, tanzt, bailando, performing ballet, pirouetting",
    "standing": (
        "stands, stand, stood, standing up, shaking hands, shakes hands, waiting, waits, "
        "posing, poses, steht, leaning, leans, guarding, guards"
    ),
    "walking": (
        "walks, walked, strolling, strolls, wandering, wanders, hiking, hikes, marching, marches, exploring, "
        "explores, crossing, crosses, stalking, prowling, roaming, roams, geht, camina, caminando, crawling, "
        "crawls, sneaking, tiptoeing, climbing, climbs, climb"
    ),
    "waving": "waves at, waves hello, waving hello, greeting, greets, saluting, salutes, cheering, cheers",
    "smiling": "smiles, smiled, grinning, grins, laughing, laughs, giggling, chuckling",
    "crying": "cries, weeping, sobbing, sobs",
    "singing": "sings, sang, singing a song",
    "rearing": "rears, rearing up, rears up, rearing on its hind legs, standing on its hind legs, bucking",
    "sliding": "slides, sliding on its belly, sliding on their bellies, belly sliding",
    "barking": "barks, barked, woofing",
    "howling": (
        "howls, howled, roaring, roars, screaming, screams, shouting, shouts, yelling, meowing, yawning, yawns"
    ),
    "cooking": "kocht, cocinando",
    "skiing": "skis down, snowboarding",
    "surfing": "surfs",
    "skating": "skates, ice skating, ice-skating, roller skating, figure skating",
    "thinking": "thinks, pondering, ponders, contemplating, meditating, meditates, praying, prays, daydreaming",
    "talking": "talks, chatting, chats, speaking, whispering, whispers, arguing, debating",
    "working": "working, typing, types, coding, studying, studies, drawing on, repairing, fixing, gardening, welding",
    "exploding": "explodes, erupting, erupts, burning, burns, on fire, blazing",
    "glowing": "glows, shining, shines, sparkling, glittering, gleaming, illuminated",
    "blooming": "blooms, blossoming",
    "falling": "falls, tumbling, dropping, spilling",
    "grazing": "grazes",
    "fishing": "fishes",
    "playing": "plays, played, playing together, spielt, juega, jugando, joue, frolicking, romping",
    "fighting": (
        "fights, wrestling, battling, battles, sparring, boxing, dueling, duelling, attacking, attacks, brawling"
    ),
    "hugging": "hugs, hugged, embracing, embraces, cuddling, cuddles, snuggling, kissing, kisses",
    "marrying": "getting married",
}
_RELATIONS: dict[RelationKind, dict[str, str]] = {
    "riding": {"riding": (
    "riding, rides, ridden, rode, riding on, rides on, on the back of, riding on the back of, on top of the "
    "back of, mounted on, reitet, montando, pedaling, riding in"
)},
    "in": {"riding": "driving, drives, drove, driving in, piloting, pilots, rowing, sailing in, steering"},
    "wearing": {"": "wearing, wears, wore, dressed in, clad in, adorned with, sporting, trägt, wearing only, "
    "trying on, tries on, putting on, puts on"},
    "holding": {
        "": (
    "holding, holds, held, sharing, shares, carrying, carries, grasping, clutching, clutches, gripping, "
    "wielding, wields, "
    "brandishing, lifting, lifts, using, uses, swinging, showing, juggling, juggles, delivering, "
    "delivers, offering, offers, selling, sells, throwing, throws, giving, gives, handing, hands over, "
    "brings, bringing, sharing, shares, steals, stealing, serves, serving, knitting, knits, planting, plants a, "
    "breathing, breathes, spitting, blowing, blows, shooting, catching, catches, tossing, hält, sosteniendo"
),
        "reading": "reading, reads, liest, leyendo, lit un",
        "playing": "playing the, plays the, strumming, playing a, playing an, plays a, plays an",
        "cooking": "cooking, cooks, stirring, preparing, grilling, frying",
        "waving": "waving, waves, waving a",
        "painting": "painting, paints, writing, writes, sketching a, drawing a",
    },
    "eating": {
        "eating": (
    "eating, eats, ate, devouring, munching, munching on, biting, chewing, chewing on, licking, licks, "
    "nibbling, nibbling on, nibbles, isst, frisst, comiendo, come una, mange, tasting, feasting on"
),
        "drinking": "drinking, drinks, drank, sipping, sips, trinkt, bebiendo, boit, drinking from, sipping from",
    },
    "looking_at": {
        "": (
    "looking at, looks at, staring at, stares at, watching, watches, gazing at, gazes at, admiring, admires, "
    "observing, observes, facing, pointing at, looking through, looking into, gazing into, looking up at, "
    "gazing up at, listening to, listen to, listens to, look at, watch, smelling, sniffing, inspecting, "
    "looking toward, looking towards, aiming at, aims at"
),
        "fighting": (
    "fighting, fighting with, fights with, fighting over, fights over, fighting against, battling, "
    "attacking, slaying"
),
        "barking": "barking at, barks at",
        "running": "charging at, charges at, charging toward, charging towards, running at",
        "howling": "howling at, howls at, howling to, roaring at, roars at, hissing at, growling at",
        "talking": "talking to, talking with, speaking to, arguing with, chatting with",
        "waving": "waving at, waving to",
    },
    "flying_over": {"flying": (
    "flying over, flies over, soaring over, soars over, hovering over, hovers over, gliding over, floating "
    "over, floating above, flying above, hovering above, soaring above, flies above"
)},
    "above": {"jumping": "jumping over, jumps over, leaping over, leaps over, hopping over"},
    "left": {"running": "chasing, chases, chased, pursuing, running after"},
    "right": {"running": (
    "running from, runs from, running away from, runs away from, fleeing from, fleeing, flees, flees from, "
    "escaping from"
)},
    "beside": {
        "": (
    "cutting, cuts, slicing, slices, decorating, decorates, painting over, pulling, pulls, petting, pets,"
    " feeding, feeds, touching, helping, next to each other "
    "with, meeting, accompanied by, walking with, together with, along with, followed by, leading, washing"
),
        "running": "kicking, kicks, pushing, pushes, herding",
        "walking": "walking a, walking the, walking his, walking her, walks a, walks the, walks his, walks her",
        "playing": "playing with, plays with",
        "dancing": "dancing with, dances with",
        "hugging": "hugging, hugs, kissing, kisses, embracing, cuddling with",
    },
    "on": {
        "fishing": "fishing from, fishing off",
        "walking": "climbing, climbs, climbing up, crossing, crosses",
        "skating": "skateboarding on, surfing on",
    },
}  # fmt: skip


def _make_verbs() -> dict[str, Verb]:
    forms: dict[str, Verb] = {}
    for relation, activities in (*TASK_VERBS.items(), *ACTIVITIES.items()):
        for action, phrases in activities.items():
            for form in phrases.split(","):
                forms.setdefault(form.strip(), Verb(action, relation))
    for kind, actions in _RELATIONS.items():
        for action, phrases in actions.items():
            for form in phrases.split(","):
                forms.setdefault(form.strip(), Verb(action or None, kind))
    for action, phrases in _POSES.items():
        for form in [action, *phrases.split(",")]:
            forms.setdefault(form.strip(), Verb(action))
    return forms


_HANDLED_TEXT = """
pour open close peel fix repair chop fetch knock sew knead mix wipe clean sweep fold unwrap wrap polish shake squeeze
break pick gather collect harvest deliver photograph make carve sculpt untie unlock unload unpack assemble construct
create invent examine tickle sharpen install whisk arrange discover bury drag steal grab seize snatch tear
bang smash strike tap twirl sprinkle scoop light ignite pop crush balance inflate peel
"""
_ONLY_ING_TEXT = """
brush comb saw milk draw iron trim shear crack rake shovel hammer nail drill measure weigh count sort stack load pack
tie press tow turn spin twist bend roast toast brew boil dust vacuum scrub groom sign stamp mail film record aim weave
mend nurse find scratch water lock roll season serve garnish hang hide hunt pluck plant
"""
_HANDLED, _ONLY_ING = _HANDLED_TEXT.split(), _ONLY_ING_TEXT.split()
"""Verbs, and those whose other forms are nouns more often: "plants"."""
_DOUBLED = frozenset({"trim", "wrap", "unwrap", "chop", "drag", "spin", "grab"})
_PARTICLES = {
    "knock": "over", "pick": "up", "chop": "up", "dig": "up", "roll": "up", "wrap": "up", "clean": "up", "tear": "up",
    "open": "up", "pour": "out", "turn": "over",
}  # fmt: skip


def _make_forms(verb: str) -> tuple[str, str]:
    """ "chopping", "chops"."""
    stem = verb[:-1] if verb.endswith("e") else verb + verb[-1] if verb in _DOUBLED else verb
    stem = f"{stem[:-1]}y" if verb.endswith("tie") else stem
    third = (
        f"{verb[:-1]}ies"
        if verb.endswith("y")
        else f"{verb}es"
        if verb.endswith(("sh", "ch", "ss", "x"))
        else f"{verb}s"
    )
    return f"{stem}ing", third


def _make_handling() -> frozenset[str]:
    forms = {form for verb in _HANDLED for form in _make_forms(verb)} | {_make_forms(verb)[0] for verb in _ONLY_ING}
    moved = {f"{form} {particle}" for verb, particle in _PARTICLES.items() for form in _make_forms(verb)}
    return frozenset(forms | moved)


HANDLING = _make_handling()
"""Verbs of what is done with the hands: their object is held, or is next to the doer if it is large or an animal."""
NOUNS_OR_VERBS = {
    "building": Verb("working-on", "beside"),
    "drawing": Verb("painting", "holding"),
    "painting": Verb("painting", "beside"),
}
"""Nouns that are verbs between a noun and an article: "a knight drawing his sword"."""
VERBS = {
    **{form: Verb(None, "holding") for form in HANDLING},
    **_make_verbs(),
    "performing": Verb(None, "beside"),
    "performs": Verb(None, "beside"),
}
# Forms that are also nouns. They are verbs only directly after their subject.
VERBS_OR_NOUNS = frozenset({
    "flies", "over", "races", "crosses", "waves", "skates", "studies", "types", "pets", "blows", "hands", "shoots",
    "lies", "bat", "drinks", "cooks", "watches", "paints", "runs", "jumps", "walks", "dances", "dives", "plays",
    "rests", "stands", "drawing", "painting", "kisses", "hugs", "falls", "climbs", "burns", "howls", "cries",
    "sings", "grins", "smiles", "reads", "rides", "lifts", "shows", "pilots", "guards", "pulls", "feeds", "hops",
    "leaps", "recording", "wrapping", "packing", "hunting", "milking", "brewing", "fixes",
    "picks", "slices", "fries",
    "washes", "makes", "breaks", "tears", "shakes", "repairs", "cleans", "folds", "wraps",
})  # fmt: skip
INFINITIVES = {
    "wear": "wearing", "hold": "holding", "carry": "carrying", "ride": "riding", "eat": "eating",
    "drink": "drinking", "read": "reading", "play": "playing", "wave": "waving hello", "smile": "smiling",
    "fly": "flying", "sleep": "sleeping", "sit": "sitting", "stand": "standing", "dance": "dancing",
    "run": "running", "jump": "jumping", "swim": "swimming", "walk": "walking", "sing": "singing", "cook": "cooking",
    "look at": "looking at", "watch": "watching", "chase": "chasing", "hug": "hugging", "kiss": "kissing",
    "fight": "fighting", "climb": "climbing", "laugh": "laughing", "cry": "crying", "lie": "lying",
    "drive": "driving", "float": "floating", "surf": "surfing", "skate": "skating", "howl": "howling",
    "think": "thinking", "rest": "resting", "relax": "relaxing", "lie down": "lying down", "sit down": "sitting",
    "bring": "holding", "throw": "throwing", "pass": "walking", "see": "looking at", "chat": "talking",
    "wait": "waiting", "hop": "hopping", "bark": "barking", "graze": "grazing", "play with": "playing with",
    "stand up": "standing", "paint": "painting", "push": "pushing", "pull": "pulling", "kick": "kicking",
}  # fmt: skip
