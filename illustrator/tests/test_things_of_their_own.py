"""Common nouns have a drawing of their own, neither a generic form nor the icon of something else."""

import random

import numpy as np
import pytest

from limner_illustrator.canvas.light import make_light
from limner_illustrator.language.parser import read
from limner_illustrator.subjects.sprite import sprite

OWN = {
    "robin": "robin", "cardinal": "cardinal", "blue jay": "bluejay", "kingfisher": "kingfisher",
    "hummingbird": "hummingbird", "heron": "heron", "ostrich": "ostrich", "pelican": "pelican", "puffin": "puffin",
    "toucan": "toucan", "seagull": "seagull", "pangolin": "pangolin", "anteater": "anteater", "platypus": "platypus",
    "red panda": "lesser-panda", "capybara": "capybara", "okapi": "okapi", "mole": "mole",
    "triceratops": "triceratops", "stegosaurus": "stegosaurus", "pterodactyl": "pterodactyl",
    "loch ness monster": "plesiosaur", "manta ray": "manta-ray", "anglerfish": "anglerfish", "sea urchin": "sea-urchin",
    "narwhal": "narwhal", "walrus": "walrus", "moth": "moth", "praying mantis": "mantis", "cocoon": "cocoon",
    "meerkat": "meerkat", "prairie dog": "prairie-dog", "ferret": "ferret",
    "trebuchet": "trebuchet", "catapult": "catapult", "siege tower": "siege-tower", "katana": "katana",
    "trident": "trident", "war hammer": "war-hammer", "scepter": "scepter", "revolver": "pistol", "torpedo": "torpedo",
    "forklift": "forklift", "dump truck": "dump-truck", "unicycle": "unicycle", "sleigh": "sleigh",
    "jetpack": "jetpack", "bulldozer": "bulldozer", "viking ship": "longship", "gondola": "gondola-boat",
    "container ship": "container-ship", "zeppelin": "airship", "biplane": "biplane", "space shuttle": "space-shuttle",
    "steering wheel": "steering-wheel", "coffee maker": "coffee-maker", "french press": "french-press",
    "colander": "colander", "tongs": "tongs", "peeler": "peeler", "mortar and pestle": "mortar-and-pestle",
    "gumball machine": "gumball-machine", "tea bag": "tea-bag", "cello": "cello", "tuba": "tuba",
    "bagpipes": "bagpipes", "xylophone": "xylophone", "gong": "gong", "harmonica": "harmonica", "lyre": "lyre",
    "vacuum cleaner": "vacuum-cleaner", "coat hanger": "hanger", "piggy bank": "piggy-bank",
    "observatory": "observatory", "silo": "silo", "granary": "granary", "water tower": "water-tower",
    "watchtower": "watchtower", "clock tower": "clock-tower", "obelisk": "obelisk", "ziggurat": "ziggurat",
    "yurt": "yurt", "outhouse": "outhouse", "oil rig": "oil-rig", "totem pole": "totem",
    "doorknob": "door-knob", "cat tree": "cat-tree", "sundial": "sundial", "metronome": "metronome",
    "möbius strip": "mobius-strip", "klein bottle": "klein-bottle", "tesseract": "tesseract",
    "penrose triangle": "penrose-triangle", "rubik's cube": "rubiks-cube", "slinky": "slinky", "lava lamp": "lava-lamp",
    "orrery": "orrery", "armillary sphere": "armillary-sphere", "astrolabe": "astrolabe", "gyroscope": "gyroscope",
    "newton's cradle": "newtons-cradle", "pendulum": "pendulum", "tesla coil": "tesla-coil",
    "bunsen burner": "bunsen-burner", "theremin": "theremin", "compass rose": "compass-rose",
    "dreamcatcher": "dreamcatcher", "mandala": "mandala", "weather vane": "weather-vane",
    "spinning top": "spinning-top", "origami crane": "origami-crane", "axolotl": "axolotl", "sextant": "sextant",
    "dragon fruit": "dragon-fruit", "fig": "fig", "persimmon": "persimmon", "papaya": "papaya", "lychee": "lychee",
    "starfruit": "starfruit", "artichoke": "artichoke", "leek": "leek", "turnip": "turnip", "rhubarb": "rhubarb",
    "power drill": "power-drill", "chisel": "chisel", "spirit level": "spirit-level", "tape measure": "tape-measure",
    "vise": "bench-vise", "lawn mower": "lawn-mower", "kettlebell": "kettlebell", "stapler": "stapler",
    "binder": "ring-binder", "hole punch": "hole-punch", "highlighter": "highlighter", "router": "wifi-router",
    "filing cabinet": "filing-cabinet", "microchip": "microchip", "cassette tape": "cassette", "blender": "blender",
    "hard drive": "hard-drive", "domino": "domino-tiles",
    "bamboo": "bamboo", "dandelion": "dandelion", "orchid": "orchid", "weeping willow": "willow", "baobab": "baobab",
    "viaduct": "viaduct", "aqueduct": "aqueduct",
}  # fmt: skip
"""Noun -> its drawing."""


@pytest.mark.parametrize(("noun", "drawing"), OWN.items())
def test_noun_draws_itself_without_a_note(noun, drawing):
    reading = read(f"a {noun}", seed=1)

    assert [one.drawing for one in reading.scene.entities] == [f"own:{drawing}"]
    assert reading.omissions.note() is None


def test_arches_of_a_viaduct_are_open():
    reading = read("a viaduct", seed=1)
    alpha = sprite(reading.scene.entities[0], 120, make_light("day", "clear", random.Random(1)), reading.scene)[..., 3]
    foot = alpha[round(0.85 * np.nonzero(alpha.any(axis=1))[0].max())]
    assert 0.4 < (foot < 20).mean() < 0.9


@pytest.mark.parametrize("prompt", ["a low poly fox made in blender", "a blender render of a fox"])
def test_program_blender_is_no_kitchen_machine(prompt):
    assert [one.noun for one in read(prompt, seed=1).scene.entities] == ["fox"]


@pytest.mark.parametrize("prompt", ["a pangolin curled up in a ball", "an armadillo rolled into a tight ball"])
def test_curled_up_animal_is_no_ball_beside_it(prompt):
    reading = read(prompt, seed=1)

    assert [one.action for one in reading.scene.entities] == ["lying"]
    assert reading.omissions.note() is None
