"""Flowers, trees and leaves."""

from limner_illustrator.catalog.part_area import PartArea
from limner_illustrator.catalog.records import icon

icon("blossom", nouns="daisy, blossom, marigold, chamomile", near="daffodil, buttercup", height=0.25)
icon(
    "bouquet",
    nouns="bouquet, bouquet of flowers, bunch of flowers, flowers bouquet, garland, flower crown",
    height=0.45,
)
icon("cactus", nouns="cactus, saguaro, cacti", near="aloe, succulent", height=1.6, home="desert")
icon("cherry-blossom", nouns="cherry blossom, sakura, cherry blossoms, plum blossom", height=0.2)
icon(
    "deciduous-tree",
    nouns=(
        "tree, oak tree, maple tree, apple tree, oak, big tree, elm, ash tree, fruit tree, old tree, beech, "
        "sycamore, olive tree, 木, 樹, 大树, き, 나무, árvore, albero, bäume"
    ),
    near="birch, birch tree, banyan",
    traits={"tree"},
    materials={"leaves"},
    height=6,
    part_areas=(PartArea("leaf, crown, foliage, leave", at=(64, 30)), PartArea("trunk, bark", at=(64, 108))),
)
icon("empty-nest", kinds=frozenset(), height=0.15, rim=0.5)
icon(
    "evergreen-tree",
    nouns="pine tree, evergreen, pine, fir, fir tree, spruce, conifer, cedar, redwood",
    near="cypress",
    traits={"tree"},
    height=6.5,
)
icon("fallen-leaf", nouns="fallen leaf, leaves, dead leaf", height=0.12)
icon("four-leaf-clover", nouns="four-leaf clover, four leaf clover", height=0.12)
icon(
    "herb",
    nouns="herb, basil, parsley, weed, thyme, rosemary, sage, oregano, cilantro",
    materials={"leaves"},
    height=0.2,
)
icon(
    "hibiscus",
    nouns="flower, hibiscus, wildflower, 花朵, はな, 꽃, 花々, цветы, blumen, fleurs, flores, fiore, fiori",
    near="peony, poppy, carnation, zinnia, petunia",
    height=0.25,
)
icon(
    "hyacinth",
    nouns="hyacinth, lavender",
    near="bluebell, lilac, iris, violet flower, snapdragon, crocus, foxglove",
    height=0.35,
)
icon("leaf-fluttering-in-wind")
icon("leafless-tree", nouns="bare tree, dead tree, leafless tree", traits={"tree"}, height=5)
icon(
    "lotus",
    nouns="lotus, water lily, lotus flower, waterlily, lily",
    traits={"buoyant"},
    height=0.2,
    home="lake",
)
icon("maple-leaf", nouns="maple leaf, autumn leaf", height=0.12)
icon(
    "mushroom",
    nouns="mushroom, toadstool, fly agaric",
    height=0.18,
    home="forest",
    support=0.06,
    roof=0.5,
    part_areas=(PartArea("cap, hat", at=(64, 40)), PartArea("stem, stalk", at=(64, 110))),
)
icon("nest-with-eggs", kinds=frozenset(), height=0.15, rim=0.5)
icon("palm-tree", nouns="palm tree, palm, coconut tree, date palm", traits={"tree"}, height=7, home="beach")
icon(
    "potted-plant",
    nouns="potted plant, plant, houseplant, house plant, pot plant, fern, indoor plant",
    near="monstera, flower box, window box, flowerbox, planter box",
    materials={"leaves"},
    height=0.6,
    home="livingroom",
)
icon(
    "rose",
    nouns=("rose, red rose, 玫瑰, バラ, 薔薇, 장미, роза, rosas, rosen"),
    height=0.4,
    part_areas=(PartArea("petal, blossom, flower, bloom", at=(64, 40)), PartArea("stem, leaf, leave", at=(64, 104))),
)
icon("rosette", kinds=frozenset())
icon("seedling", nouns="seed, seedling, sprout, sapling", height=0.2)
icon("shamrock", nouns="shamrock, clover", height=0.12)
icon("sheaf-of-rice", nouns="wheat, sheaf of wheat, barley")
icon(
    "sunflower",
    nouns="sunflower, 向日葵, ひまわり, 해바라기, подсолнух, sonnenblume, girasol, tournesol, girasole",
    height=1.4,
    part_areas=(
        PartArea("petal", at=(64, 14)),
        PartArea("center, centre, middle", at=(64, 56)),
        PartArea("leaf, stem, leave", at=(64, 116)),
    ),
)
icon(
    "tulip",
    nouns="tulip",
    height=0.4,
    part_areas=(PartArea("petal, blossom, flower, bloom", at=(64, 40)), PartArea("stem, leaf, leave", at=(64, 110))),
)
icon("white-flower", nouns="white flower")
icon("wilted-flower", nouns="wilted flower")
