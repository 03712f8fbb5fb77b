"""Edits of a Scene: faces, single copies, scenery, and what cannot be drawn where it is asked for."""

from dataclasses import replace

import pytest

from limner_illustrator.edit.scene_edit import edit_scene
from limner_illustrator.language.parser import parse
from limner_illustrator.scene import Scene


def nouns(scene: Scene) -> list[str]:
    return [
        f"{f'{one.count} ' if one.count > 1 else ''}{f'{one.color} ' if one.color else ''}{one.noun}"
        for one in scene.entities
    ]


def related(scene: Scene) -> set[tuple[str, str, str]]:
    return {(scene.entity(one.subject).noun, one.kind, scene.entity(one.object).noun) for one in scene.relations}


def test_one_of_several_changes_alone():
    edited, note = edit_scene(parse("two cats on a sofa", seed=0), "make one of them black")
    assert nouns(edited) == ["cat", "sofa", "black cat"]
    assert ("cat", "on", "sofa") in related(edited)
    assert note is None


@pytest.mark.parametrize(
    ("prompt", "instruction", "look"),
    [
        ("a boy", "make him smile", "happy"),
        ("a woman in a park", "give her a sad face", "sad"),
        ("a girl", "she should look surprised", "surprised"),
        ("a man on a chair", "close his eyes", "closed-eyes"),
    ],
)
def test_face_of_a_person_changes(prompt, instruction, look):
    edited, note = edit_scene(parse(prompt, seed=0), instruction)
    assert edited.entities[0].attributes == (look,)
    assert note is None


def test_face_of_an_animal_stays_with_a_note():
    edited, note = edit_scene(parse("an owl on a tree", seed=0), "close its eyes")
    assert nouns(edited) == ["owl", "tree"]
    assert "cannot change" in note


def test_sleeping_animal_wakes():
    edited, note = edit_scene(parse("a sleeping cat", seed=0), "wake it up")
    assert nouns(edited) == ["cat"]
    assert note is None


def test_scenery_of_the_backdrop_can_be_removed():
    edited, note = edit_scene(parse("a fox in a meadow", seed=0), "remove the sun and the trees")
    assert edited.absent == ("sun", "tree", "bush")
    assert note is None
    edited, note = edit_scene(parse("a cat in a living room", seed=0), "remove the window")
    assert (edited.absent, note) == (("window",), None)
    _, note = edit_scene(parse("a cat in a living room", seed=0), "remove the floor")
    assert note == "The floor is part of the background and stays."


def test_neighbour_of_what_is_on_a_table_is_on_it_too():
    edited, _ = edit_scene(parse("a cup of tea on a table", seed=0), "add a plate of cookies next to the cup")
    assert ("plate of cookies", "on", "table") in related(edited)


def test_summer_melts_the_snow():
    edited, _ = edit_scene(parse("a fox in the snow", seed=0), "make it summer")
    assert (edited.backdrop, edited.season) == ("meadow", "summer")


def test_gift_in_spanish_is_worn():
    edited, _ = edit_scene(parse("a rabbit in a garden", seed=0), "dale al conejo un sombrero rojo")
    assert ("rabbit", "wearing", "hat") in related(edited)


def test_what_sits_on_a_back_rides():
    edited, note = edit_scene(parse("an elephant by a lake", seed=0), "add a small bird on its back")
    assert related(edited) == {("bird", "riding", "elephant")}
    assert note is None


def test_part_that_a_drawing_can_lack_is_removed():
    edited, _ = edit_scene(parse("a snowman with a scarf", seed=0), "take off the scarf")
    assert edited.entities[0].attributes == ("scarfless",)


@pytest.mark.parametrize(
    ("prompt", "instruction", "said"),
    [
        ("a family at the beach", "let the kids play with a ball", "Nothing called “kid”"),
        ("a bear on a bed", "put a blue blanket on the bed", "cannot be drawn"),
        ("a cat on a sofa", "add a lamp in the top right corner", "not at the top"),
    ],
)
def test_what_cannot_be_drawn_there_is_noted(prompt, instruction, said):
    _, note = edit_scene(parse(prompt, seed=0), instruction)
    assert said in note


def test_only_one_counts():
    edited, _ = edit_scene(parse("four ducks on a pond", seed=0), "only one duck please")
    assert nouns(edited) == ["duck"]


def test_bowl_of_oranges_is_put_on_the_table():
    edited, _ = edit_scene(parse("a kitchen table with a vase", seed=0), "add a bowl of oranges on the table")
    assert ("bowl", "on", "kitchen table") in related(edited)


def test_both_swap_places_without_being_named():
    edited, note = edit_scene(parse("a princess and a frog", seed=0), "swap their positions")
    assert related(edited) == {("frog", "left", "princess")}
    assert note is None


def test_light_with_things_is_two_commands():
    edited, _ = edit_scene(parse("a koala in a tree", seed=0), "make it night with stars")
    assert nouns(edited) == ["koala", "tree"]
    assert (edited.time, edited.accents) == ("night", ("stars",))


def test_mood_of_the_picture_is_its_light():
    edited, _ = edit_scene(parse("a castle on a hill", seed=0), "make it look spooky")
    assert (edited.time, edited.weather) == ("night", "fog")


def test_scenery_is_not_added_as_a_target():
    edited, note = edit_scene(parse("a deer in a forest", seed=0), "add a hunter behind the tree")
    assert nouns(edited) == ["deer", "hunter"]
    assert "part of the background" in note


@pytest.mark.parametrize("instruction", ["mettre un chapeau à la chèvre", "poner un sombrero a la cabra"])
def test_infinitive_gives_a_hat(instruction):
    edited, _ = edit_scene(parse("a goat on a mountain", seed=0), instruction)
    assert [one.kind for one in edited.relations] == ["wearing"]


@pytest.mark.parametrize(
    ("prompt", "instruction", "expected"),
    [
        ("a frog in a teacup", "add a hat", ("frog", "wearing", "hat")),
        ("a dog wearing a party hat", "take off the hat and add sunglasses", ("dog", "wearing", "sunglasses")),
        ("a mouse in a kitchen", "put a frying pan in his hand", ("mouse", "holding", "frying pan")),
        ("a boy and a girl", "put a flower in the girl's hand", ("girl", "holding", "flower")),
        ("a frog", "put a crown on the head of the frog", ("frog", "wearing", "crown")),
        ("a bear", "put a crown on its head and a red scarf around its neck", ("bear", "wearing", "scarf")),
        ("a cat and a dog", "give the cat a hat and the dog a red ball", ("dog", "holding", "ball")),
    ],
)
def test_added_things_are_worn_and_held(prompt, instruction, expected):
    edited, note = edit_scene(parse(prompt, seed=0), instruction)
    assert expected in related(edited)
    assert note is None


def test_hat_with_a_place_of_its_own_is_not_worn():
    edited, _ = edit_scene(parse("a cat", seed=0), "add a hat on the floor")
    assert related(edited) == set()


def test_hats_for_several_are_one_for_each():
    edited, _ = edit_scene(parse("a boy and a girl in a park", seed=0), "add hats")
    assert related(edited) == {("boy", "wearing", "hat"), ("girl", "wearing", "hat")}


def test_more_of_one_thing_and_another_thing_are_both_added():
    edited, note = edit_scene(parse("a jellyfish underwater", seed=0), "add three more jellyfish and a turtle")
    assert nouns(edited) == ["4 jellyfish", "turtle"]
    assert note is None


@pytest.mark.parametrize(
    "instruction",
    ["make the tiger look at the viewer", "turn the tiger around", "wag its tail", "turn on the headlights"],
)
def test_what_no_drawing_can_do_adds_nothing(instruction):
    edited, note = edit_scene(parse("a tiger in the jungle", seed=0), instruction)
    assert nouns(edited) == ["tiger"]
    assert note is not None


def test_open_mouth_is_no_further_mouth():
    edited, note = edit_scene(parse("a tiger in the jungle", seed=0), "make it bigger and open its mouth")
    assert nouns(edited) == ["tiger"]
    assert "cannot change" in note


def test_named_place_is_replaced_by_another_one():
    edited, note = edit_scene(parse("an astronaut on the moon", seed=0), "replace the moon with mars")
    assert edited.backdrop == "mars"
    assert note is None


def test_reader_of_a_replaced_book_holds_what_replaces_it():
    edited, _ = edit_scene(parse("a wizard reading a book", seed=0), "replace the book with a crystal ball")
    assert edited.entities[0].action == "holding"
    assert ("wizard", "holding", "crystal ball") in related(edited)


def test_replacement_on_a_desk_is_not_higher_than_the_desk():
    edited, _ = edit_scene(parse("a desk with a coffee mug", seed=0), "swap the mug for a cactus")
    assert next(one.size for one in edited.entities if one.noun == "cactus") < 1


@pytest.mark.parametrize(
    ("prompt", "instruction", "color", "attributes"),
    [
        ("a queen on a throne", "make her dress green", "green", ()),
        ("a man in a park", "make his shirt red", None, ("red-shirt",)),
        ("a knight", "paint the boots blue", None, ("blue-boots",)),
        ("a mermaid on a rock", "make her hair green", None, ("green-hair",)),
    ],
)
def test_usual_clothes_and_hair_take_another_color(prompt, instruction, color, attributes):
    edited, note = edit_scene(parse(prompt, seed=0), instruction)
    assert (edited.entities[0].color, edited.entities[0].attributes) == (color, attributes)
    assert note is None


def test_another_one_is_one_of_those_that_were_named():
    edited, note = edit_scene(
        parse("four cupcakes on a plate", seed=0), "make one of the cupcakes pink and remove another"
    )
    assert nouns(edited) == ["2 cupcake", "plate", "pink cupcake"]
    assert note is None


def test_bowl_of_soup_is_the_bowl():
    edited, _ = edit_scene(parse("a bowl of soup on a table", seed=0), "add a spoon to the right of the bowl")
    assert ("spoon", "right", "bowl of soup") in related(edited)
    assert "bowl" not in nouns(edited)


@pytest.mark.parametrize(
    ("instruction", "title", "texts"),
    [
        ('change the headline to "Blue Note Live"', "Blue Note Live", ()),
        ("change the title to Blue Note Live", "Blue Note Live", ()),
        ('add the date "May 5" at the bottom', "Jazz Night", ("May 5",)),
    ],
)
def test_texts_of_a_poster_may_name_colors(instruction, title, texts):
    edited, note = edit_scene(parse("a poster for a jazz night with a saxophone", seed=0), instruction)
    assert (edited.graphic.title, edited.texts) == (title, texts)
    assert note is None


@pytest.mark.parametrize(
    "instruction",
    ["make one cat black and the other white", "paint one of the cats black and the other one white"],
)
def test_one_and_the_other_take_a_color_each(instruction):
    edited, note = edit_scene(parse("two cats in a garden", seed=0), instruction)
    assert nouns(edited) == ["black cat", "white cat"]
    assert note is None


def test_any_word_for_the_place_names_the_backdrop():
    edited, note = edit_scene(replace(parse("a desk", seed=0), backdrop="bedroom"), "turn the room into a kitchen")
    assert (edited.backdrop, edited.accents) == ("kitchen", ())
    assert note is None


def test_animal_in_a_tree_is_in_the_tree():
    edited, _ = edit_scene(parse("a girl reading under a tree", seed=0), "put a squirrel in the tree")
    assert ("squirrel", "in", "tree") in related(edited)


def test_things_without_an_article_are_given():
    edited, note = edit_scene(parse("a raccoon", seed=0), "give the raccoon sunglasses and a red cap")
    assert related(edited) == {("raccoon", "wearing", "sunglasses"), ("raccoon", "wearing", "cap")}
    assert note is None


def test_people_named_with_a_thing_on_a_desk_stand_beside_it():
    edited, _ = edit_scene(parse("a classroom with a teacher", seed=0), "add three students and a globe on the desk")
    assert {("student", "beside", "desk"), ("globe", "on", "desk")} <= related(edited)


def test_hands_are_empty_when_what_they_held_is_removed():
    edited, _ = edit_scene(parse("a gardener with a lantern", seed=0), "remove the lantern")
    assert [(one.noun, one.action) for one in edited.entities] == [("gardener", "standing")]


def test_pattern_that_no_drawing_takes_is_noted():
    edited, note = edit_scene(parse("a girl holding an umbrella", seed=0), "make the umbrella yellow with polka dots")
    assert nouns(edited) == ["girl", "yellow umbrella"]
    assert "polka dots" in note


@pytest.mark.parametrize(
    ("instruction", "time", "added"),
    [
        ("change it to night with a full moon", "night", "full moon"),
        ("turn this into a snowy night with an owl", "night", "owl"),
        ("make it a sunny morning with a rainbow", "dawn", "rainbow"),
        ("change the scene to a rainy evening and add a boat", "sunset", "boat"),
    ],
)
def test_another_hour_with_a_thing_keeps_the_scene(instruction, time, added):
    edited, _ = edit_scene(parse("a cottage by a lake in summer", seed=0), instruction)

    assert [one.noun for one in edited.entities] == ["cottage", added]
    assert edited.time == time
    assert edited.backdrop == "lake"


def test_change_to_a_thing_still_replaces():
    edited, _ = edit_scene(parse("a cottage by a lake", seed=0), "change it to a castle with a moat")

    assert "castle" in edited.entities[0].noun
