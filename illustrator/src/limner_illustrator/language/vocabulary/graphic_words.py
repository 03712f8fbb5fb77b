"""Words around the name of a graphic: what may open a prompt, what says that a real thing is meant, how it looks."""

_OPENING_TEXT = """
hero section concept conceptual diagram chart graph
mockup mock mockups wireframe wireframes prototype interface
a an the this that these some my our your their its i we you he she it me us them please pls kindly can could would
will should need needs want wants like love make makes create creates draw draws generate generates design designs
show shows produce render build give gives sketch illustrate visualize visualise visualizing plot display present
prepare provide craft develop output write paint model imagine have has get let's lets of for with as into in image
picture illustration graphic graphics drawing photo screenshot figure visual vector svg png slide poster rendering
render depiction example sample version kind type set new simple clean modern minimal minimalist minimalistic flat
professional elegant beautiful nice good great detailed colorful colourful basic stylish sleek hi hello hey high
quality resolution resolution fidelity low hd 4k 2d 3d ui ux web mobile to up do using use following below above
based on data from here is are there ein eine einen zeichne erstelle un una une crea crée dessine dibuja
einem mir mach mache generiere erzeuge generar crear haz hazme génère générez faites fais créez créer montre um uma
crie faça gere desenhe disegna genera mostra un' een maak teken generuj narysuj stwórz нарисуй создай сделай bir çiz
oluştur
"""
OPENING = frozenset(_OPENING_TEXT.split())
"""Words that may stand before the noun phrase of the graphic."""

_DETERMINERS_TEXT = """
a an the this that my our your their his her one another some each ein eine un una une
"""
DETERMINERS = frozenset(_DETERMINERS_TEXT.split())

ROLES = frozenset({"as", "into", "using", "via", "through"})
"""Words after which the noun phrase of the graphic may stand: "show sales as a pie chart"."""

_PLACING_TEXT = """
with on onto at near beside behind under above below holding holds holding pointing points looking looks standing
sitting next front inside wearing presenting presents teaching drawing watching eating riding beneath against over
between around hanging beside leaning writing explaining
"""
PLACING = frozenset(_PLACING_TEXT.split())
"""Words before the name of a graphic that make it a thing in a scene: "a woman pointing at a bar chart"."""

_REAL_TEXT = """
wooden wood oak marble glass stone egyptian ancient egypt giza aztec mayan louvre kitchen dining coffee picnic round
garden car truck vehicle cockpit plane boat aircraft vintage antique rusty brass plastic metal kitchenware desk wall
hanging water fire camera street real photorealistic photo photograph cinematic desert landscape dog cat man woman
boy girl person people
sphere cube torus terrain mesh skull
nautical star eye birth natal astrology treasure tattooed robot child kid businessman businesswoman teacher student
scientist
"""
REAL = frozenset(_REAL_TEXT.split())
"""Words that say that a real thing is meant where the name is ambiguous."""

_COMPOUNDS_TEXT = """
tattoo icon icons logo logos agency developer developers designer designers engineer restaurant sticker shirt mug
cake girl boy man woman building room office company robot phone emoji symbol lamp cloth
"""
COMPOUNDS = frozenset(_COMPOUNDS_TEXT.split())
"""Words that make another thing of the name before them: "a mobile app icon"."""

LOOKS = {
    "dark": (
        "dark mode, dark theme, dark themed, dark background, on a dark background, on dark background, dark ui, "
        "night mode, dark style, in dark, dark color scheme, dark colour scheme, dark design, dark dashboard"
    ),
    "pastel": "pastel, pastel colors, pastel colours, pastel palette, pastel tones, soft colors, soft colours",
    "hand-drawn": (
        "hand-drawn, hand drawn, handdrawn, sketchy, sketched, sketch style, doodle, doodle style, doodled, "
        "whiteboard, whiteboard style, on a whiteboard, napkin sketch, on a napkin, on paper, on notebook paper, "
        "in pencil, pencil sketch, marker, excalidraw, excalidraw style, hand-sketched, rough sketch, handwritten, "
        "wobbly, wobbly lines, crayon, paper sketch, low-fidelity sketch, drawn by hand, hand lettered"
    ),
    "chalkboard": "chalkboard, on a chalkboard, blackboard, on a blackboard, chalk, chalk style, in chalk",
    "blueprint": "blueprint, blueprint style, as a blueprint",
    "neon": "neon, neon colors, neon colours, cyberpunk, glowing, neon style, synthwave, futuristic",
    "monochrome": (
        "monochrome, black and white, black & white, grayscale, greyscale, gray tones, grey tones, in grays, in greys, "
        "shades of gray, shades of grey, b&w"
    ),
}
"""How a graphic is drawn -> its phrases, longest first wherever they overlap."""

_PLAIN_STYLES_TEXT = """
template templates benefits kids
vertical horizontal top below above beneath bottom left right center middle table mo per-month jan feb mar apr jun jul
aug sep tasks oct nov dec concept conceptual statistics animated
tip tips way ways reason reasons fact facts mockup wireframe prototype app apps diagram chart
simple clean modern minimal minimalist minimalistic flat professional elegant beautiful nice detailed colorful
colourful basic stylish sleek corporate business vector 2d svg high quality resolution hd 4k style styled design
designed illustration graphic graphics look looking white background plain vibrant bright bold clear crisp sharp
readable legible easy understand creative cool aesthetic aesthetics labeled labelled labels label legend axis axes
title titled with without infographic presentation powerpoint slide keynote fancy tidy neat informative visual
visually appealing attractive well organized organised structured layout typography icons color colors colours
colour palette scheme theme themed tones contemporary material google apple ios android tailwind bootstrap figma
dribbble behance trending ui ux screen page responsive user-friendly friendly intuitive of the a an and or in on for
to at by is are as be from that which this it its me my our your please show shows showing comparing compare
comparison displaying displays display illustrating depicting representing about describing explaining visualizing
tracking using use containing including include includes featuring has have made create make draw generate build
render produce image picture can could you i want need would like some data values value chart graph diagram plot
each every other another per vs versus between over through across into their where when then if else only also just
very highly different various multiple several few many single small large big three four five six seven eight two
one ten twelve section sections part parts item items step steps stage stages level levels circle circles bar bars
line lines slice slices box boxes node nodes arrow arrows column columns row rows point points branch branches
quadrant quadrants layer layers phase phases category categories named called entitled reading says text texts
number numbers numbered percentages percentage percent respectively week weeks day days month months year years
quarter quarters cluster clusters group groups trend correlation otherwise retry repeat again back loop return yes
no breakdown distribution overview
"""
_JOINTS_TEXT = """
de y et und von mit des du la el der die das den dem les le los las con para por par pro zu zum zur im pour avec sur
über für en un una une ein eine e o ou oder entre zwischen nach según selon
both portrait landscape toggle toggles switches how thema tema thème
d l sobre under her his him them manages managing manage reports reporting leads leading team teams
del à au aux dans cómo cómo wie einem eines dos tres cuatro cinco seis zwei drei vier fünf sechs deux
trois quatre cinq card cards della delle dello degli dei nella negli tra fra e il lo gli da das do dos na nas no nos
entre com het van de naar per w z i na dla и в на по для ile ve için sul sulla
"""
"""Small words of other languages."""
PLAIN_STYLES = frozenset(_PLAIN_STYLES_TEXT.split() + _JOINTS_TEXT.split())
"""Words that need not be shown by name."""
