"""Verbs of single tasks that have a pose of their own: relation to the object -> action -> forms of the verb."""

from limner_illustrator.scene import RelationKind

_WHOSE = ("his", "her", "their", "the", "its")


def _of_each(*phrases: str) -> str:
    """The phrases with each possessive: "crossing * arms"."""
    return ", ".join(phrase.replace("*", whose) for phrase in phrases for whose in _WHOSE)


TASK_VERBS: dict[RelationKind | None, dict[str, str]] = {
    "holding": {
        "picturing": "picturing",
        "opening": "opening, opens, unwrapping, unwraps, unboxing, opening up",
        "hula-hooping": "spinning, twirling, hula hooping with",
        "carrying": "loading, loads, unloading, unloads",
    },
    "beside": {
        "milking": "milking, milks",
        "trimming": "shearing, shears",
        "grooming": "grooming, grooms, brushing, brushing a, brushing the, currying",
        "measuring": "measuring, measures, taking measurements of, taking the measurements of",
        "picking": "picking, picks, plucking",
        "working-on": (
            "hanging laundry on, hanging clothes on, hanging washing on, hanging up laundry on, hanging the "
            "laundry on, hanging wet clothes on, hanging out laundry on, hanging up clothes on, hanging sheets on, "
            "hanging the washing on, carving, carves, sculpting, sculpts, chiseling, decorating, decorates, lighting, "
            "lights, assembling, changing, changes, replacing, replaces, installing, inspecting, inspects, dusting, "
            "wiping, polishing"
        ),
        "conducting": "conducting an, conducting the, conducting a, conducts an, conducts the, conducts a",
    },
    None: {
        "conducting": "conducting, conducts",
        "sneaking": "sneaking, sneaks, tiptoeing, tiptoes, creeping, creeps, sneaking up, on tiptoe, on tiptoes",
        "rock-climbing": "rock climbing, rock-climbing, bouldering, climbing a rock wall, climbing a climbing wall, "
        "climbing the rock wall, climbing a cliff, climbing a rock face, climbing a steep cliff, climbing the cliff, "
        "scaling a cliff, wall climbing",
        "tightrope": "balancing on a tightrope, walking on a tightrope, walking a tightrope, walking the tightrope, "
        "tightrope walking, crossing a tightrope, balancing on a rope, walking across a tightrope, walks a tightrope, "
        "balancing on the tightrope, balancing on a wire, balancing on a high wire, walking on a high wire",
        "balancing": "balancing, balances, balancing on one leg, balancing on one foot, standing on one leg, "
        "standing on one foot",
        "voting": "voting, votes, casting a vote, casting a ballot, casting her vote, casting his vote, casting their "
        "votes, casting votes, casting ballots",
        "hula-hooping": "hula hooping, hula-hooping, doing the hula hoop, doing hula hoop, hooping",
        "arms-crossed": _of_each("crossing * arms", "with * arms crossed", "folding * arms", "with * arms folded")
        + ", with arms crossed, with crossed arms, with folded arms, arms crossed, with arms folded, arms folded",
        "hands-on-hips": _of_each("with * hands on * hips", "putting * hands on * hips")
        + ", with hands on hips, hands on hips, with hands on her hips, with hands on his hips",
        "hands-on-belly": _of_each(
            "holding * belly", "touching * belly", "holding * baby bump", "cradling * belly", "rubbing * belly",
            "holding * stomach", "touching * baby bump", "cradling * baby bump", "rubbing * stomach",
        ),
        "shrugging": _of_each("shrugging * shoulders") + ", shrugging, shrugs",
        "facepalming": "facepalming, doing a facepalm, face palming, covering his face, covering her face",
        "showering": "taking a shower, showering, having a shower, taking a hot shower, takes a shower, taking a cold "
        "shower, taking showers, showers in",
        "spiking": "spiking a volleyball, spiking the volleyball, hitting a volleyball, playing volleyball, plays "
        "volleyball, playing beach volleyball",
        "fishing": "casting a line, casting his line, casting her line, casting a fishing line, casting his fishing "
        "line, casting her fishing line, reeling in his line, casting a fishing rod",
    },
}  # fmt: skip
