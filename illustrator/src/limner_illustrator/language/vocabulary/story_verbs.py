"""Verbs that stories are told with, so that "finds" begins a moment and "apples" does not."""

_VERBS = """
accept add admire adopt agree aim annoy answer appear argue arrive ask attack awake bake bark bathe beat become beg
begin believe bite blame blink bloom blow board boil bounce bow break breathe bring brush build bump burn burst bury
buy call calm camp care carry catch cause celebrate change chase chat cheer chew choose chop clap clean climb close
collapse collect come complain confess confuse connect cook copy count crack crash crawl create cross cry cut dance
debug decide defeat deliver deploy destroy dig discover dive do double doze drag draw dream dress drink drive drop
drown dry eat embrace emerge end enjoy enter escape examine excite exit explain explode explore faint fall fear feed
feel fetch fight fill find finish fix flee float fly fold follow forget forgive freeze frown gallop gather get giggle
give glow go grab greet grin groan grow growl guard guess guide hand hatch hate have hear help hide hit hold hop hope
howl hug hunt hurry ignore imagine insist invent invite jog join jump keep kick kiss knit knock know land laugh launch
lead lean leap learn leave lend lick lie lift light like listen live look lose love lower make marry measure meditate
meet melt meow merge miss mix mourn move nap need notice offer open order overhear oversleep overslept pack paint
panic park peek perform pet phone pick pilot plan plant play plead point poke polish pop pounce pour pout practice
praise pray prepare present press pretend promise propose protect protest pull push put quit race rain raise reach
react read realise realize receive refuse relax release remember repair reply rescue rest retire return reveal ride
ring rise roar rob roll row ruin run rush sail save say scare scold score scream search see sell send serve set shake
share shine shoot shop short-circuit shout show shrink shrug sigh sing sink sip sit skate ski sleep slide slip smash
smell smile snatch sneak sneeze sniff snore snow soar sob solve speak spill spin splash spot spray spread sprint
sprout stand stare start stay steal step stir stop stretch struggle study stumble surf surprise swallow sweat sweep
swim swing take talk taste teach tear tease tell thank think throw tickle tie tiptoe toast touch trade train transform
trap travel trick trip try tuck turn type undress unlock use vanish visit vote wag wait wake walk wander want warm
warn wash watch water wave weep whisper whistle win wish wonder work worry wrap wreck write yawn yell
"""
STORY_VERBS = frozenset(_VERBS.split())
_DOUBLED_TEXT = """
bat beg begin chat chop clap cut debug dig drag drop drum forget get grab grin hit hop hug jog knit nap nod pet plan
pop put quit rob run set shop sip sit skip slip sob spin spot step stir stop swim tap trap trip wag win wrap
"""
_DOUBLED = frozenset(_DOUBLED_TEXT.split())
_IRREGULAR = {"have": "has", "do": "does", "go": "goes"}


def to_gerund(verb: str) -> str:
    """Of an infinitive: "swim". A gerund stays."""
    verb = verb.lower()
    if verb.endswith("ing") and verb not in STORY_VERBS:
        return verb
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ing"
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    return f"{verb[:-1]}ing" if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")) else f"{verb}ing"


def to_third_person(verb: str) -> str:
    """Of an infinitive: "tries"."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{verb}s"


THIRD_PERSONS = {to_third_person(verb): verb for verb in sorted(STORY_VERBS)}
GERUNDS = {to_gerund(verb): verb for verb in sorted(STORY_VERBS)}


def find_infinitive(word: str) -> str | None:
    """Of a verb in the third person, known or not: "short-circuits"."""
    word = word.lower()
    if word in THIRD_PERSONS:
        return THIRD_PERSONS[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "'s", "’s")):
        return None
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("shes", "ches", "sses", "xes", "zzes")) else word[:-1]
