"""Abstract designs: movements, motifs of backgrounds, and shapes, as prompts call them."""

MOVEMENTS = {
    "bauhaus": r"bauhaus",
    "swiss": r"swiss(?:[- ]style)?|international typographic(?: style)?|helvetica style",
    "memphis": r"memphis(?: group| style| design)?",
    "deco": r"art[- ]deco|gatsby",
    "constructivist": r"constructivis[tm]|suprematis[tm]|soviet avant[- ]garde|kandinsky(?:[- ]style)?|malevich",
    "destijl": r"de stijl|mondrian(?:[- ](?:style|inspired))?|neoplasticism",
    "op-art": r"op[- ]art|optical illusion|moir[ée]",
    "mid-century": r"mid-?century(?:[- ]modern)?|atomic age",
}
"""Movements of design that compose geometric shapes -> regular expressions of their names."""
MOTIFS = {
    "retro-grid": r"(?:neon |perspective )?grid (?:and|with|under) (?:an? |the )?(?:\w+ )?sun"
    r"|(?:retro|synthwave|vaporwave|neon|80s|outrun|perspective|retro ?wave)(?: \w+)? (?:grid|sun|wave)"
    r"|neon grid|synthwave|vaporwave|retro ?wave|outrun",
    "low-poly": r"low[- ]?poly(?:gon(?:al)?)?|polygonal|faceted|triangulated|crystalline",
    "mesh": r"mesh gradients?|gradient mesh(?:es)?|auroras?(?: gradient)?|blurred gradients?|holographic",
    "topographic": r"topograph(?:ic|ical|y)(?: (?:map|contour|lines?|pattern))*|contour (?:lines?|map)"
    r"|topo (?:lines?|map)",
    "circuit": r"circuit(?: ?boards?| lines?| traces?)*|pcb|motherboard traces",
    "plexus": r"plexus|connected (?:dots|nodes|points|lines)"
    r"|(?:network|constellation) (?:of )?(?:lines|dots|nodes|particles)"
    r"|dots (?:connected by|and) lines|particle network|digital network",
    "halftone": r"half-?tone(?: dots?)?|comic dots|ben-?day dots",
    "bokeh": r"bokeh(?: lights?| circles?)?|blurred lights",
    "confetti": r"confetti|sprinkles",
    "cubes": r"isometric cubes?|cubes|3d blocks",
    "layers": r"paper[- ]?cut(?:[- ]?out)? (?:layers|waves|shapes)|layered paper|cut paper layers",
    "waves": r"(?:flowing |layered |soft |smooth |abstract |sine |liquid )*"
    r"(?:waves|wavy|wave shapes?|curves|swooshes|swoosh)|liquid|fluid(?: shapes?)?",
    "ribbons": r"(?:flowing|curved|wavy|thin|fine) lines|line art waves|ribbons|guilloche|sound ?waves?",
    "blobs": r"(?:organic |amoeba |amorphous |rounded |liquid )*blobs?|organic shapes|fluid blobs",
    "rays": r"sun ?bursts?|star ?bursts?|sun ?rays|radial rays|rays|light rays|radiating lines",
    "rings": r"concentric (?:circles|rings)|rings|ripples?|target circles",
    "hexagons": r"hexagons?|hexagonal|honeycomb",
    "grid-lines": r"grid lines?|graph paper|line grid|(?:square|thin|subtle|fine) grid|blueprint grid|grid background",
    "dot-grid": r"dot(?:ted)? grid|dot matrix|grid of dots|polka dots?|dots?|dotted",
    "stripes": r"(?:diagonal |vertical |horizontal )?(?:stripes?|striped|lines)",
    "noise": r"noise|grain|grainy|static|film grain|speckle[sd]?",
    "wash": r"watercolou?rs?(?: splash(?:es)?| wash(?:es)?| stains?| blots?)?|ink wash|alcohol ink",
    "strokes": r"brush ?strokes?|paint strokes?|paint(?:ed)? splatters?|ink splash(?:es)?|expressionis[tm]",
    "triangles": r"triangles?|triangular",
    "gradient": r"gradients?|ombr[eé]|colou?r fade|duotone",
}
"""Motifs of abstract backgrounds, the special ones first -> regular expressions of their names."""
SHAPES = {
    "quarter": r"quarter[- ]circles?|quadrants?|arcs?|curves",
    "half": r"semi-?circles?|half[- ]circles?|half[- ]moons?",
    "circle": r"circles?|circular(?: shapes?)?|discs?|spheres?|orbs?|ovals?|ellipses?",
    "triangle": r"triangles?|triangular",
    "square": r"squares?|rectangles?|blocks?|boxes|quadrilaterals?",
    "stripes": r"stripes?|bars|lines|diagonals?|diagonal lines",
    "rings": r"rings?|concentric circles|donuts?",
    "dots": r"dots?|polka dots?",
    "zigzag": r"zig-?zags?|chevrons?|lightning bolts?",
    "squiggle": r"squiggl(?:es?|y lines?)|wavy lines|squiggly|doodles?|scribbles?|waves?",
    "cross": r"crosses|plus signs?|pluses|x shapes?",
    "diamond": r"diamonds?|rhomb(?:us|uses|i)",
    "star": r"stars?|starbursts?",
    "hexagon": r"hexagons?|polygons?",
    "leaf": r"leaf shapes?|petals?|petal shapes?",
}
"""Shapes of compositions -> regular expressions of their names."""
FORMS_TEXT = r"""
abstract geometric geometry geometrical background backgrounds backdrop wallpaper wallpapers texture textures
composition compositions artwork art design graphic pattern poster print shapes shape elements element forms form
overlapping intersecting interlocking layered layers simple bold big large small tiny thick thin soft smooth flowing
subtle minimal minimalist minimalistic modern clean flat 2d 3d vector colorful colourful vibrant bright dark light
desktop phone mobile website web site landing page hero section slide presentation app screen lock header banner cover
fullhd full hd 4k 8k hi-res high resolution quality seamless tileable tile tiling repeating horizontal vertical square
wide widescreen portrait landscape 16:9 9:16 1:1 4:3 style styled inspired contemporary futuristic digital tech
technology elegant professional corporate business playful fun dynamic energetic calm calming dreamy aesthetic trendy
creative random scattered floating arranged composed grid asymmetrical symmetrical balanced negative space empty room
text copy no people using made of from with in on and or a an the for to at as by various different some many few
several lots multiple primary secondary color colors colour colours palette tones hues shades glowing glow neon lines
line light effect effects blurred blur translucent transparent overlay sharp edges clean crisp high contrast cool warm
create generate make draw design me please illustration image picture render wall textured look feel vibe modernist
vintage retro painting dots particles strong diagonal hand-drawn expressive messy only just inside intersect random
repeated solid fill outlines outline outlined organic liquid fluid
"""
FORMS = frozenset(FORMS_TEXT.split())
"""Words of abstract designs that name no thing."""
