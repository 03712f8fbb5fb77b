"""Fruit and vegetables."""

from limner_illustrator.catalog.records import icon

icon("avocado", nouns="avocado, guacamole", height=0.11)
icon("banana", nouns="banana, bunch of bananas, plantain", height=0.17)
icon("beans", nouns="bean, beans, kidney bean")
icon("bell-pepper", nouns="bell pepper, pepper, paprika, capsicum", height=0.11)
icon("blueberries", nouns="blueberry, blueberries, berry", near="currant", height=0.05)
icon("broccoli", nouns="broccoli", height=0.16)
icon(
    "brown-mushroom",
    nouns="brown mushroom, champignon, button mushroom, portobello",
    kinds={"food", "plant"},
    height=0.12,
    home="forest",
    support=0.06,
    roof=0.5,
)
icon("carrot", nouns="carrot", height=0.2)
icon("cherries", nouns="cherry, cherries", height=0.06)
icon("chestnut", nouns="chestnut", near="acorn, hazelnut")
icon("coconut", nouns="coconut", height=0.13, home="beach")
icon("cucumber", nouns="cucumber, zucchini, courgette", height=0.2)
icon("ear-of-corn", nouns="corn, ear of corn, maize, sweetcorn, corn on the cob", height=0.22)
icon("eggplant", nouns="eggplant, aubergine", height=0.2)
icon("garlic", nouns="garlic", height=0.06)
icon("ginger-root", nouns="ginger")
icon("grapes", nouns="grape, grapes, bunch of grapes", height=0.16)
icon("green-apple", nouns="green apple", height=0.09)
icon("hot-pepper", nouns="chili pepper, chilli, hot pepper, jalapeno, red chili, chile", height=0.12)
icon("kiwi-fruit", nouns="kiwi, kiwi fruit", height=0.06)
icon(
    "leafy-green",
    nouns="lettuce, cabbage, spinach, kale, leafy green, bok choy, salad leaf, arugula",
    near="okra",
)
icon("lemon", nouns="lemon", height=0.08)
icon("lime", nouns="lime", height=0.07)
icon("mango", nouns="mango", height=0.11)
icon("melon", nouns="melon, cantaloupe, honeydew")
icon("olive", nouns="olive", height=0.03)
icon("onion", nouns="onion, red onion, shallot", height=0.08)
icon("pea-pod", nouns="pea, peas, pea pod")
icon("peach", nouns="peach, apricot, nectarine", height=0.08)
icon("peanuts", nouns="peanut, nut", near="almond, cashew")
icon("pear", nouns="pear", height=0.11)
icon("pickle", nouns="pickle, gherkin")
icon("pineapple", nouns="pineapple", height=0.3)
icon("potato", nouns="potato, baked potato", height=0.09)
icon(
    "red-apple",
    nouns="apple, red apple, fruit, piece of fruit, リンゴ, 林檎, 사과, яблоки, äpfel, maçã, mela",
    near="guava",
    height=0.09,
)
icon("root-vegetable", nouns="radish, beet, beetroot, vegetable")
icon("strawberry", nouns="strawberry", height=0.05)
icon("tangerine", nouns="orange, tangerine, mandarin, clementine", near="grapefruit", height=0.08)
icon("tomato", nouns="tomato, cherry tomato", height=0.08)
icon("watermelon", nouns="watermelon, slice of watermelon", height=0.28)
