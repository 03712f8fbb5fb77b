"""What an activity makes of its object: what is held for it, and what is drawn in the object's place."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.catalog import kinds
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.language.handling import height_of, is_bitten, is_furniture, is_too_large_to_hold, is_worked_on
from limner_illustrator.language.looks_of_people import is_clothing
from limner_illustrator.language.mention import Group, Item, Link, Mention, Pending
from limner_illustrator.language.own_sports import play_own_sport
from limner_illustrator.language.relation_rules import is_seat
from limner_illustrator.language.simultaneous import MOODS
from limner_illustrator.language.token import Token
from limner_illustrator.language.verb_senses import choose_sense
from limner_illustrator.language.vocabulary.verbs import HANDLING, VERBS
from limner_illustrator.scene import Entity
from limner_illustrator.subjects.figures.activities import (
    WHEELCHAIR,
    pose_with,
)
from limner_illustrator.subjects.figures.creatures import ORDINARY, has_arms, holds_upright
from limner_illustrator.subjects.figures.looks import FEMALE, MALE
from limner_illustrator.subjects.natural_size import natural_height

_INTO = ("in", "into", "on", "onto", "over")
_INTO_VESSELS = frozenset({"pouring", "mixing", "cooking", "washing", "kneading", "chopping"})
_BOOKS = frozenset({"noto:closed-book", "noto:books", "noto:open-book"})
_FLOWERS = frozenset({"noto:hibiscus", "noto:rose", "noto:tulip", "noto:blossom", "noto:cherry-blossom"})
_PLURAL = frozenset({"noto:shopping-bags", "noto:books", "noto:grapes", "noto:cherries", "noto:clinking-beer-mugs"})
"""Drawings that show several of a thing already."""
_MOVING = frozenset({"running", "walking", "swimming", "dancing", "jumping"})
"""What a companion does, too: "jogging with her dog"."""
_PENS = frozenset({"noto:crayon", "noto:pencil", "noto:pen", "noto:fountain-pen"})
_TOY_SIZE = 0.12
"""Of a toy train or car, where a real one is 1."""
_MAX_STEMS = 4
_BLADES = frozenset({"noto:crossed-swords", "noto:dagger", "own:longsword", "own:rapier", "own:katana", "own:scimitar"})
_CHILDREN = frozenset({"figure:child", "figure:boy", "figure:girl", "figure:teenager"})
_MAX_ON_SHOULDER_M = 0.8
_GROOMING = frozenset({"shaving", "combing", "making-up", "brushing-teeth"})
_FORGED = frozenset({"sword", "blade", "horseshoe", "metal", "iron", "steel", "dagger", "axe", "armor", "armour"})
_KITCHEN_WORK = frozenset({"serving", "cooking", "chopping", "carrying", "baking"})
_SERVED_FISH = 0.5
_ON_A_STICK = frozenset({"marshmallow", "marshmallows", "sausage", "hotdog", "dog", "corn"})
_SPIED_THROUGH = frozenset({"spyglass", "binoculars", "binocular", "monocular", "telescope"})
_DRAWING = frozenset({"drawing", "painting", "sketching", "draws", "paints"})
_MIN_CLASS = 3
_MAX_FED_M = 0.65
_REMOTE_CONTROLLED = frozenset({"drone", "drones", "quadcopter"})
_COMPUTERS = frozenset({"noto:desktop-computer", "noto:laptop"})
_DRESSED_IN = frozenset({"in", "with", "wearing", "wears"})
_CHASING = frozenset({"chasing", "chases", "pursuing", "running after"})
_PANS = frozenset({"noto:frying-pan", "noto:cooking", "noto:shallow-pan-of-food"})
_LANDING = frozenset({"pulling", "pulls", "reeling", "hauling", "reeling in", "pulling in", "hauling in", "landing"})
"""What is done with a fish that was caught, and bread in the oven."""
_MOUTHS = frozenset({"beak", "mouth", "teeth", "talons", "claws", "trunk"})
_CUPS = frozenset({
    "tea", "coffee", "cocoa", "beer", "wine", "juice", "cocktail", "smoothie", "lemonade", "soda", "milkshake",
    "espresso", "cappuccino", "latte", "champagne", "martini",
})  # fmt: skip
_PUSHED = frozenset({
    "stroller", "pram", "baby carriage", "buggy", "shopping cart", "wheelbarrow", "lawn mower", "lawnmower", "trolley",
    "baby stroller", "pushchair", "cart",
})  # fmt: skip


def adapt_to_activity(subject: Mention, relation: str, target: Mention, text: str) -> str:
    """The relation between a doer and an object; `text` is the word that links them. Changes both where needed."""
    if text in _DRESSED_IN and is_clothing(subject, target):
        return relation
    relation = choose_sense(subject, play_own_sport(subject, relation, target), target, text)
    if relation == "front" and text == "before" and subject.action in ("kneeling", "bowing"):
        relation = "looking_at" if kinds.is_animate(target.drawing) else relation
    if relation == "front" and _speaks_to(subject, target):
        subject.action, relation = "talking", "looking_at"
    if subject.action == "flying" and target.drawing == "own:kite":
        subject.action, relation = "holding", "holding"
    if relation == "holding" and "hand" in target.attributes and kinds.is_animate(target.drawing):
        # "holding a baby's hand" does not hold the baby.
        subject.action, relation = "holding-hands", "beside"
    if target.noun.startswith("toy ") and kinds.is_vehicle(target.drawing):
        target.size = min(target.size, _TOY_SIZE)
    if subject.action == "waving" and relation == "holding":
        relation = _place_waving(target, text)
    if subject.action in ("painting", "writing", "scribbling") and target.drawing in _PENS:
        subject.action = "scribbling" if subject.action == "scribbling" else "writing"
        target.count = 1
    if (
        text.split()[-1:] == ["with"]
        and subject.action in _MOVING
        and kinds.is_animate(target.drawing)
        and target.action is None
    ):
        target.action = subject.action
    if subject.action == "chopping" and not kinds.is_food(target.drawing):
        is_hair = kinds.is_animate(target.drawing) and not kinds.lives_in_water(target.drawing)
        if is_hair or not kinds.is_animate(target.drawing):
            subject.action, relation = "hairdressing" if is_hair else None, "beside" if is_hair else relation
    if subject.action in _GROOMING and relation in ("beside", "doing") and kinds.is_animate(target.drawing):
        subject.action = "hairdressing" if subject.action == "shaving" else "tending"
    if relation == "eating" and target.drawing == "noto:pot-of-food":
        target.drawing = "noto:bowl-with-spoon"
    relation = _take_with(subject, relation, target, text)
    if text in _DRAWING and subject.action == "painting" and kinds.is_animal(target.drawing):
        relation = "holding"  # on the easel
    if text in HANDLING and kinds.is_person(subject.drawing) and kinds.is_person(target.drawing):
        subject.action = subject.action or "tending"
    if text in ("sharing", "shares", "using") and relation == "holding" and is_furniture(target):
        relation = "in" if target.drawing == "own:bathtub" else "on" if is_seat(target) else "beside"
    if text in ("racing", "races") and "mount" in thing_of(target.drawing).traits:
        subject.action, relation = "riding", "riding"
    if subject.action == "lifting" and kinds.is_person(target.drawing):
        subject.action, relation = "hugging", "beside"
    if relation == "eating" and is_bitten(target, text):
        subject.action, relation = None, "beside"
    is_leash = kinds.is_person(subject.drawing) and kinds.is_animal(target.drawing)
    if subject.action == "leading" and not is_leash:
        # Only people lead only animals on a leash.
        subject.action = "walking"
        if kinds.is_animate(target.drawing):
            target.action = target.action or "walking"
    if relation == "in" and target.drawing in _PANS and kinds.is_person(subject.drawing):
        subject.action = "cooking" if subject.action in (None, "throwing", "tossing-up") else subject.action
        relation = "holding"
    is_caught = kinds.lives_in_water(target.drawing) or kinds.is_food(target.drawing)
    if text in _LANDING and kinds.is_person(subject.drawing) and is_caught:
        subject.action, relation = None, "holding"
    if text in _CHASING and kinds.is_animate(target.drawing):
        target.action = target.action or ("flying" if kinds.flies(target.drawing) else "running")
        if kinds.flies(target.drawing) and relation == "left" and not kinds.flies(subject.drawing):
            relation = "looking_at"  # it flies above
    if subject.action == "catching" and kinds.is_animal(subject.drawing):
        if kinds.lives_in_water(target.drawing):
            subject.action, relation = None, "eating"
        elif not kinds.is_animate(target.drawing):
            subject.action, relation = "jumping", "eating"
    if subject.action == "pulling" and kinds.is_animal(subject.drawing) and not kinds.is_animate(target.drawing):
        subject.action = "walking"
    if subject.action == "feeding" and text in VERBS and not kinds.is_animate(target.drawing):
        # "feeding carrots to a pony"
        subject.action, relation, target.count = "giving", "holding", 1
    is_idle = subject.action in (None, "standing", "sitting") and kinds.is_person(subject.drawing)
    if target.drawing in _COMPUTERS and relation == "looking_at" and is_idle:
        subject.action, relation = "typing", "holding"
    if relation == "in" and target.noun.split()[-1] == "mirror" and kinds.is_animate(subject.drawing):
        relation = "looking_at"
    if relation == "on" and target.noun.split()[-1] == "wheel" and kinds.is_animal(subject.drawing):
        relation = "in"  # that of a hamster
    if target.drawing == "noto:sled" and relation in ("in", "on") and kinds.is_person(subject.drawing):
        relation = "riding"
    if subject.action == "toasting" and target.noun.split()[-1] in _ON_A_STICK:
        subject.action = "roasting"
    if subject.action == "roasting" and text in VERBS and target.noun.split()[-1] not in _ON_A_STICK:
        subject.action = "baking"
    if text in ("looking through", "looks through") and target.noun.split()[-1] in _SPIED_THROUGH:
        subject.action, relation = "spying", "holding"
    if subject.action == "lying" and text in ("laying", "lays"):
        # "Laying bricks" is work.
        subject.action, relation = None, "beside"
    if subject.action == "hammering" and target.noun.split()[-1] in _FORGED:
        subject.action, relation = "forging", "holding"
    if subject.action in _KITCHEN_WORK and kinds.lives_in_water(target.drawing) and relation in ("holding", "eating"):
        target.size = min(target.size, _SERVED_FISH)
    if subject.action == "tending" and not kinds.is_animate(target.drawing) and text in VERBS:
        subject.action, relation = None, "beside" if is_worked_on(target) else "holding"
    if subject.action == "mixing" and relation == "doing" and not is_too_large_to_hold(target):
        relation = "holding"
    if subject.action in _INTO_VESSELS and text in _INTO:
        relation = "beside" if target.drawing == "own:barbecue" else "holding"
    if subject.action == "fighting" and target.drawing in _BLADES:
        # One sword each, in the hand.
        subject.action, relation, target.drawing, target.count = "fencing", "holding", "noto:dagger", subject.count
    is_bunch = target.drawing in _FLOWERS and target.count > 1 and (target.count > _MAX_STEMS or not target.numbered)
    if relation == "holding" and is_bunch and kinds.is_person(subject.drawing):
        target.drawing, target.count = "noto:bouquet", 1
    if subject.action == "feeding" and _is_fed_by_hand(target):
        subject.action = "tending"
    if (subject.action == "feeding" or text.startswith("feed")) and target.drawing == "noto:dove":
        # On the ground, and without the twig of peace.
        target.drawing, target.color = "noto:bird", target.color or "gray"
    if subject.action == "washing" and text.startswith("wash") and _is_washed_outside(target):
        # It does not fit in the basin of the pose.
        subject.action, relation = "scrubbing" if kinds.is_person(subject.drawing) else None, "beside"
    if relation in ("in", "on") and target.drawing == WHEELCHAIR and kinds.is_person(subject.drawing):
        relation = "riding"
    if relation == "riding" and is_seat(target):
        # A swing is ridden in Korean and Japanese.
        subject.action, relation = "sitting", "on"
    if relation == "holding" and text in ("sharing", "shares") and kinds.is_food(target.drawing):
        relation = "eating"
    if subject.action == "chopping" and target.noun.split()[-1] in ("cake", "pie", "pizza", "ribbon"):
        # The pose has a kitchen board.
        is_cut = target.noun.split()[-1] != "ribbon"
        subject.action, relation = "slicing" if is_cut else None, "beside"
    if subject.action == "rowing" and target.drawing == "noto:sailboat":
        target.drawing = "noto:canoe"
    if subject.action == "singing" and target.drawing == "noto:microphone":
        relation = "holding"
    if subject.action == "carrying" and target.noun.split()[-1] == "tray":
        subject.action = "serving"
    if subject.action == "teaching" and relation == "beside" and subject.drawing != "figure:teacher":
        # Without a class there is no blackboard.
        subject.action = "talking" if target.count == 1 else "teaching"
    if relation == "with" and kinds.is_person(subject.drawing) and target.noun in _PUSHED:
        subject.action, relation = "pushing", "beside"
    if subject.action == "sitting" and text.startswith(("play", "strum")) and pose_with(target.noun, target.drawing):
        subject.action = "playing"
        subject.attributes.append("sitting")
    if subject.action == "playing" and target.drawing == "own:chess" and _has_hands(subject):
        target.drawing = "own:chess-table"
    if subject.action == "lying" and target.drawing in _BOOKS and relation in ("with", "holding"):
        subject.action = "reading"
    if subject.action == "reading" and target.drawing in _BOOKS:
        target.drawing = "noto:open-book"
    return relation


def _speaks_to(speaker: Mention, group: Mention) -> bool:
    """Whether somebody in front of a group, as a teacher of the class, does nothing else."""
    are_people = kinds.is_person(speaker.drawing) and kinds.is_person(group.drawing)
    is_free = speaker.action in (None, "standing", "talking")
    return are_people and is_free and speaker.count == 1 and group.count >= _MIN_CLASS


def _is_fed_by_hand(target: Mention) -> bool:
    """Whether it is too large to be fed by throwing crumbs, as ducks are."""
    is_large = kinds.is_animate(target.drawing) and height_of(target) > _MAX_FED_M
    return kinds.is_person(target.drawing) or is_large


def _place_waving(target: Mention, text: str) -> str:
    """Who waves from a horse, a train or a bench does not wave it."""
    if text.endswith("from") and "mount" not in thing_of(target.drawing).traits and kinds.is_vehicle(target.drawing):
        return "in"
    if "mount" in thing_of(target.drawing).traits:
        return "riding"
    return "on" if is_seat(target) else "holding"


def _take_with(subject: Mention, relation: str, target: Mention, text: str) -> str:
    """What "walking with an umbrella" and "flying a drone" have in their hands, or sit in."""
    if kinds.is_animate(target.drawing) or not kinds.is_person(subject.drawing):
        return relation
    if text.endswith(" with") and relation == "beside" and subject.action in (*_MOVING, "waltzing"):
        subject.action = "dancing" if subject.action == "waltzing" else subject.action
        return "with"
    if subject.action == "flying" and text in ("flying", "flies", "piloting"):
        if target.noun.split()[-1] in _REMOTE_CONTROLLED:
            subject.action = "gaming"
            return "below"
        if kinds.is_vehicle(target.drawing) and kinds.flies(target.drawing):
            subject.action = None
            return "in"
    return relation


def read_roles(items: Sequence[Item]) -> list[Item]:
    """Reads "a horse as a doctor" as a horse that is dressed as one."""
    read = list(items)
    for at in range(1, len(read) - 1):
        before, token, after = read[at - 1 : at + 2]
        if not isinstance(token, Token) or token.text != "as":
            continue
        if isinstance(before, Mention) and isinstance(after, Mention) and _can_act_as(before, after):
            read[at] = replace(token, kind="dressed", value="dressed")
    return read


def _can_act_as(actor: Mention, role: Mention) -> bool:
    acts = kinds.is_animate(actor.drawing) and not kinds.is_person(actor.drawing)
    family, _, kind = role.drawing.partition(":")
    return acts and family == "figure" and kind not in ORDINARY


def find_referent(pronoun: str, seen: Sequence[Mention]) -> Mention | None:
    """The one of two or more people that "he" or "she" means."""
    people = [one for one in seen if kinds.is_person(one.drawing)]
    wanted = {"he": MALE, "she": FEMALE}.get(pronoun)
    if wanted is None or len(people) < 2:
        return None
    named = [one for one in people if not wanted.isdisjoint({*one.noun.split(), one.drawing.partition(":")[2]})]
    if not named:
        # "a farmer and his wife, he holds a fork": the one who is not the woman
        opposite = FEMALE if wanted is MALE else MALE
        named = [one for one in people if opposite.isdisjoint({*one.noun.split(), one.drawing.partition(":")[2]})]
        named = named if len(named) < len(people) else []
    return named[0] if len(named) == 1 else None


def carry_on_body(links: list[Link], group: Group, part: str, pending: Pending | None) -> None:
    """Makes "a woman with a baby in her arms" hold the baby, and "a child on dad's shoulders" ride there."""
    for link in links[-1:] if part in _MOUTHS else ():
        if link.subject.action == "holding-up":
            link.subject.action = None
    named = [link.object for link in links if [link.object] == group and kinds.is_animate(link.object.drawing)]
    last = named or [link.object for link in links[-1:] if kinds.is_animate(link.object.drawing)]
    for at, link in enumerate(links):
        if part in ("back", "head") and link.kind == "holding" and _is_on(pending) and _is_laden_animal(link):
            link.subject.action = None
            links[at] = Link(link.object, "on", link.subject)
        if link.object not in last:
            continue
        if part in ("arms", "lap") and link.kind == "beside":
            links[at] = replace(link, kind="holding")
        if part == "shoulder" and link.kind == "on" and kinds.is_person(link.subject.drawing):
            # "crying on her friend's shoulder"
            links[at] = replace(link, kind="beside")
            link.subject.attributes += [link.subject.action] if link.subject.action in MOODS else []
            link.subject.action = "hugging"
            continue
        if part in ("shoulder", "shoulders") and link.kind == "on" and _perches(link):
            links[at] = replace(link, kind="riding")
            continue
        if part not in ("shoulder", "shoulders", "back") or not kinds.is_person(link.subject.drawing):
            continue
        if link.kind == "on":
            links[at] = replace(link, kind="riding")
        elif link.kind in ("beside", "holding") and _is_on(pending) and _is_light(link.object):
            links[at] = Link(link.object, "riding", link.subject)


def _perches(link: Link) -> bool:
    """Whether a small animal sits on a person: "a cat on a witch's shoulder"."""
    return kinds.is_animal(link.subject.drawing) and kinds.is_person(link.object.drawing) and _is_light(link.subject)


def fit_to_holder(holder: Mention, found: str, thing: Mention) -> None:
    """Lets an animal stand up to drink from a cup, or to hold a thing if it is drawn whole, unless with its mouth, and
    gives a child a scooter of its size.
    """
    if found == "riding" and thing.noun == "scooter" and holder.drawing in _CHILDREN:
        thing.drawing = "noto:kick-scooter"
    if found == "riding" and thing.count > holder.count and not thing.numbered:
        thing.count = holder.count  # none without a rider
    free = holder.action in (None, "standing", "holding") and not _MOUTHS.intersection(holder.attributes)
    if found == "eating" and thing.noun.split()[-1] in _CUPS and _has_hands(holder):
        holder.action = holder.action if kinds.is_person(holder.drawing) else "sipping"
    if found == "holding" and thing.drawing in _PLURAL and not thing.numbered:
        thing.count = holder.count
    is_sword = thing.drawing == "noto:dagger" and "sword" in thing.noun
    if found == "holding" and is_sword and holder.action in (None, "standing", "holding") and _has_hands(holder):
        holder.action = "wielding"
    if found == "holding" and free and not kinds.is_animate(thing.drawing) and holds_upright(holder.drawing):
        holder.action = "playing" if pose_with(thing.noun, thing.drawing) else "holding-up"


def _is_laden_animal(link: Link) -> bool:
    """Whether an animal has a thing: "a hedgehog carrying an apple on its back"."""
    return kinds.is_animal(link.subject.drawing) and not kinds.is_animate(link.object.drawing)


def _is_on(pending: Pending | None) -> bool:
    return pending is not None and pending.kind == "on"


def _is_light(rider: Mention) -> bool:
    if kinds.is_person(rider.drawing):
        return True
    return natural_height(Entity(id="e0", noun=rider.noun, drawing=rider.drawing)) <= _MAX_ON_SHOULDER_M


def _has_hands(doer: Mention) -> bool:
    return kinds.is_person(doer.drawing) or has_arms(doer.drawing.partition(":")[2])


def _is_washed_outside(target: Mention) -> bool:
    return kinds.is_animate(target.drawing) or kinds.is_vehicle(target.drawing) or is_too_large_to_hold(target)
