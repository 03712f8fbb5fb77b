"""Adjectives that a picture would show, and the drawings that look like that by themselves."""

from fnmatch import fnmatchcase

_VISIBLE_TEXT = """
old ancient antique aged weathered worn modern futuristic medieval victorian gothic renaissance baroque steampunk
traditional rustic retro vintage
american british german italian spanish french japanese chinese indian russian european asian african mexican korean
greek roman egyptian viking english turkish persian arabic
wet dirty muddy dusty messy torn ripped tattered patched stained cracked broken shattered chipped rotten moldy
melting burnt charred crumpled wrinkled bent twisted tangled knotted frayed peeling rusty
striped spotted dotted checkered plaid patterned floral embroidered carved engraved ornate intricate decorated
round square triangular oval rectangular hexagonal curved flat pointed spiral heart-shaped star-shaped
thin thick long narrow wide heavy open closed empty full hairy spiky
shiny glossy glittery sparkly sparkling shimmering iridescent translucent transparent holographic
abandoned ruined haunted enchanted crowded bustling busy
first second third fourth fifth last
angry sad furious scared hungry tired sleepy evil sick injured wounded pregnant muscular skinny
one-eyed two-headed three-headed
spooky creepy scary surreal psychedelic
mirror motif pattern patterns
"""
VISIBLE = frozenset(_VISIBLE_TEXT.split())
"""Listed where they describe a thing whose drawing does not show them."""
DARK_MOODS = frozenset({
    "sad", "sadness", "gloomy", "melancholic", "melancholy", "angry", "furious", "violent", "menacing", "ominous",
    "eerie", "spooky", "creepy", "scary", "horror", "gothic", "nightmare", "haunting", "surreal", "psychedelic",
    "chaotic", "chaos", "apocalyptic", "apocalypse", "explosion", "doom", "dreamlike", "otherworldly",
})  # fmt: skip
"""Moods that change nothing in a picture of things, although they would be seen."""
PATTERNS_OF_CLOTHES = frozenset({"striped", "stripy", "polka", "dotted", "spotted"})
LIGHT_LOOKS = frozenset({
    "volumetric", "rim", "dramatic", "harsh", "moody", "side", "split", "hard", "butterfly", "flickering", "strobe",
    "dappled", "diffused", "colored", "coloured", "ring",
})  # fmt: skip
"""Listed before "light" or "lighting"."""
UNSEEN_EFFECTS = frozenset({
    "lens flare", "lens flares", "light leak", "light leaks", "dutch angle", "chiaroscuro", "anamorphic",
    "anamorphic lens", "muted palette", "pastel palette", "limited palette", "limited color palette", "high key",
    "high key lighting", "low key", "low key lighting", "character sheet", "character turnaround", "model sheet",
    "dust and scratches", "halftone dots", "white border", "black border", "drop shadow", "eye contact",
    "catchlight", "catchlights", "film strip style", "rice paper", "panorama", "panoramic", "pixar", "pixar style",
    "disney", "disney style",
})  # fmt: skip
"""Words about the picture itself that change nothing in it."""

_NATURAL: dict[str, str] = {
    "round": "*ball* *moon* *sun* *globe* *earth* *clock* *plate* *pizza* *coin* *button* *donut* *doughnut* *cookie* "
    "*orange* *apple* *wheel* *ring* *drum* *cherries* *tomato* *melon* *egg* *glasses* *owl* *pancakes* *cake* "
    "*bubble* *balloon* *lollipop* *cd* *disc* *target* *fishbowl* *crystal* *record* *bowl* *cup* *pie* *peach* "
    "*lemon* *tangerine* *kiwi* *planet* *shield* *medal* *mirror* *rug*",
    "square": "*box* *gift* *package* *window* *chess* *die* *dice* *calendar* *cube* *frame*",
    "flat": "*pancakes* *plate* *pizza* *screen* *television* *monitor* *laptop* *phone* *rug*",
    "curved": "*banana* *bow* *croissant* *rainbow* *moon* *horn* *bridge*",
    "striped": "*zebra* *tiger* *honeybee* *bee* *barber* *candy-cane* *wasp* *tropical-fish* *clownfish* *lighthouse* "
    "*watermelon* *awning* *stall* *lemonade-stand* *circus* *tent* *raccoon* *beach-umbrella* *umbrella-on-ground*",
    "spotted": "*leopard* *ladybug* *lady-beetle* *giraffe* *cheetah* *dalmatian* *mushroom* *cow* *deer* *domino*",
    "spiky": "*hedgehog* *cactus* *pineapple* *porcupine* *urchin* *stegosaurus* *blowfish* *durian* *mace*",
    "hairy": "*mammoth* *yak* *ape* *gorilla* *spider* *bison* *bear* *coconut* *monkey* *orangutan*",
    "long": "*snake* *giraffe* *train* *bridge* *limousine* *scarf* *dachshund* *eel* *worm* *rope* *ladder* *bench* "
    "*dining-table* *boa* *bus* *road* *pier* *baguette* *crocodile* *rails*",
    "thin": "*needle* *thread* *stick* *pencil* *snake* *worm* *candle* *pole*",
    "thick": "*books* *rope* *tree* *book* *elephant*",
    "pointed": "*hat* *cone* *needle* *pencil* *arrow* *pyramid* *dagger* *sword* *wizard* *witch* *gnome*",
    "shiny": "*gem* *diamond* *crystal* *trophy* *medal* *star* *crown* *ring* *coin* *glowing*",
    "sparkling": "*gem* *diamond* *crystal* *star* *ring* *sparkler* *fireworks* *crown*",
    "shimmering": "*gem* *diamond* *crystal* *star*",
    "old": "old-* *tall-clock* *mantelpiece-clock* "
    "*skull* *castle* *lamp* *radio* *typewriter* *scroll* *gramophone* *windmill* *lantern* "
    "*postal-horn* *headstone* *ruin* *pyramid* *mummy* *dinosaur* *carriage* *hourglass* *sundial*",
    "ancient": "*scroll* *amphora* *pyramid* *temple* *column* *ruin* *mummy* *dinosaur* *classical* *moai* *statue* "
    "*castle* *fossil* *sphinx* *wizard*",
    "antique": "*gramophone* *typewriter* *lamp* *clock* *radio* *amphora* *carriage*",
    "medieval": "*castle* *knight* *crossed-swords* *shield* *dagger* *catapult* *carriage* *king* *queen* *dragon*",
    "modern": "*laptop* *phone* *computer* *television* *skyscraper* *office* *robot* *drone* *electric* *tablet* "
    "*headphone* *smartwatch*",
    "futuristic": "*robot* *rocket* *flying-saucer* *spaceship* *astronaut* *drone* *satellite* *hologram* *alien*",
    "traditional": "*pagoda* *torii* *kimono* *temple* *shrine* *geisha* *samurai* *lantern* *castle* *windmill* "
    "*igloo* *teepee*",
    "rustic": "*barn* *wood* *log* *cabin* *hut* *windmill* *basket* *bread* *barrel*",
    "japanese": "*pagoda* *torii* *samurai* *geisha* *kimono* *sushi* *bento* *ninja* *dolls* *castle* *bonsai* *koi*",
    "chinese": "*lantern* *dragon* *dumpling* *pagoda* *chopsticks* *takeout* *panda*",
    "egyptian": "*pyramid* *pharaoh* *mummy* *sphinx* *camel*",
    "greek": "*temple* *classical* *column* *amphora*",
    "roman": "*temple* *classical* *column* *gladiator* *amphora* *centurion* *roman* *colosseum*",
    "viking": "*viking* *longship*",
    "mexican": "*taco* *burrito* *sombrero* *cactus* *pinata*",
    "indian": "*sari* *elephant* *curry*",
    "african": "*elephant* *lion* *giraffe* *zebra*",
    "open": "*open-* *umbrella* *clam* *flower* *rose* *tulip* *blossom* *hibiscus* *sunflower* *mailbox* *treasure* "
    "*laptop* *toolbox* *jar*",
    "closed": "*closed-* *door* *locked* *box* *package* *gift* *envelope* *chest*",
    "full": "*full-moon* *moon* *treasure*",
    "angry": "*angry* *pouting* *ogre* *goblin* *dragon* *boar* *bull*",
    "evil": "*devil* *imp* *vampire* *villain* *ogre* *goblin* *demon* *skull* *witch*",
    "scary": "*ghost* *skull* *vampire* *zombie* *ogre* *goblin* *clown* *spider* *skeleton* *demon* *monster*",
    "spooky": "*ghost* *skull* *vampire* *zombie* *jack-o* *skeleton* *bat* *haunted* *witch* *coffin* *headstone*",
    "creepy": "*ghost* *skull* *zombie* *spider* *skeleton* *vampire* *clown* *goblin*",
    "muscular": "*strong* *bodybuilder* *bull* *gorilla* *weight* *boxer* *wrestler* *superhero*",
    "carved": "*jack-o* *statue* *moai* *totem* *pumpkin*",
    "glittery": "*disco* *gem* *tiara*",
    "checkered": "*chess* *chequered* *checkered*",
    "heavy": "*anvil* *weight* *elephant* *rock* *hippo* *rhino* *truck* *safe* *chest* *kettlebell* *dumbbell*",
    "wrinkled": "old-* *elephant* *walrus* *walnut* *pug*",
    "wide": "*river* *sofa* *road*",
    "transparent": "*bubble* *glass* *jellyfish* *window* *fishbowl* *ice*",
    "translucent": "*bubble* *glass* *jellyfish* *window* *fishbowl* *ice*",
    "heart-shaped": "*heart*",
    "star-shaped": "*star*",
    "burnt": "*match*",
    "wet": "*fish* *dolphin* *whale* *seal* *frog* *otter* *octopus* *shark* *turtle*",
    "blooming": "*flower* *rose* *tulip* *blossom* *hibiscus* *sunflower* *bouquet* *lotus* *cherry* *lily* *daisy* "
    "*orchid* *plant*",
    "lit": "*candle* *lamp* *lantern* *bulb* *torch* *fire* *jack-o* *christmas-tree* *chandelier*",
}  # fmt: skip
_PATTERNS = {look: patterns.split() for look, patterns in _NATURAL.items()}


def is_natural(look: str, drawing: str) -> bool:
    """Whether the drawing looks like that in every picture: a zebra is striped, the moon is round."""
    name = drawing.partition(":")[2]
    return any(fnmatchcase(name, pattern) for pattern in _PATTERNS.get(look, ()))
