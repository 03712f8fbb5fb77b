"""Words of a prompt that a note lists, or does not list, when the picture does not show them."""

# Function words and sentence frames.
_FRAMES = """
tropical see visit contact follow check credit via website url link email file version
able about above according across actual actually after again against all almost alone along already also although
always am amid among an and any anything apart are as at away back based basically be because been before behind
being below beside between beyond both but by called can cannot come comes coming complete completely could depict
depicted depicting depicts description did different do does doing done down during each either else etc even ever
every everything exact exactly example fairly for from full fully generate get gets getting give given go goes going
good has have having he her here hers him his how however i if illustrate illustrated illustrates illustrating image
in include included includes including inside instead into is it its itself just keep kind known least less let like
likes look looking looks lot lots made main mainly make makes making many may maybe me might more most mostly much
must my near need needs new next nice no nor not nothing of off often on once one only onto or other others our out
outside over own part parts per perhaps place placed please possibly put quite rather ready really same seen set
several shall she should show showing shown shows since so some something sort still such take taken takes taking
than that the their them then there these they thing things this those through thus to together too toward towards
under until up upon us use used uses using various very via want wants was way we well were what when where which
while who whole whose why will with within without would yet you your im id ive lets wish d'une l' d' qu' n' don't
doesn't isn't featuring featured features containing consisting represents representing represented resembling
symbolizing titled entitled named respectively simply slightly somewhat overall general generally number kinds types
sorts total approximately around roughly extra additional sense passage
"""
# Quality, rendering and photography.
_QUALITY = """
accurate aesthetic aesthetics ar aperture artistic artistically artstation aspect award awards awesome background
backdrop balanced beautiful beautifully best bokeh brilliant camera canon captivating centered centred
cinematography cinematic clarity clean clear clearly closeup color colored colorful colors colour coloured colourful
colours composed composition concept contrast contrasting creative crisp curated dall-e deep deeply depth design
designed designs detail detailed details deviantart devian dimensional digital dof dramatic dslr dynamic editorial
effect effects elaborate elegant elegantly engine epic excellent exquisite exposure extreme extremely eye-catching
fantastic feel feeling film filter fine finely flash focal focus focused foreground format frame framed framing fuji
fujifilm futuristic fx gorgeous gradient gradients grain grainy graphic graphics great greg rutkowski hasselblad hd
hdr high highly highres hi-res hq hyper hyperdetailed icon iconic imax impressive incredible intense intricate
intricately iso jpeg jpg k kodak landscape layered layout leica lens light lighting lights lit look lossless low
luminous macro magnificent majestic masterful masterpiece mm mood moody megapixel midjourney natural neat negative
nikon nuanced octane orientation original ornate palette pastel perfect perfectly perspective photo photograph
photographer photographic photoreal pleasing polished poly popular portrait post-processing png precise premium
pretty pro professional professionally pronounced proportions proper quality ratio ray raytracing raytraced realism
realistic realistically refined render rendered renderer rendering renders resolution rich rim rtx saturated
saturation scene screensaver sharp sharply sharpness shoot shot shutter shallow simple simplified simplistic sleek
smooth soft softly sony space spectacular square stock striking strong studio stunning style styled styles stylish
stylised stylistic stylized sublime subtle superb surrounding svg tasteful technique telephoto texture textured
textures themed theme tone toned tones tonal traditional trending trend uhd ultra ultradetailed ultra-detailed
ultrawide unique unreal v6 v5 vertical vertically vibe vibes vibrance vibrant view viewed visible visual visually
visuals vivid volumetric vray v-ray webp wide widescreen wonderful world-class zoom art artwork artist artists drawn
hand inspired illustration illustrations illustrator rule thirds symmetrical symmetry asymmetrical horizontal
horizontally whitespace margin padding minimalistic minimal clean-lined airy bright brightly dark dim dimly pale
warm warmly cool cold muted monochromatic duotone high-key low-key ambient global illumination occlusion subsurface
scattering backlit backlighting sidelit rimlight keylight overexposed underexposed blur blurred blurry crop cropped
full-body half-body waist-up eye-level commercial advertising advertisement campaign product hero ad
"""
# Feelings, sizes and amounts.
_FEELINGS = """
baked freshly homemade cooked
adorable amazing appealing atmosphere atmospheric authentic bold breathtaking calm calming charming cheerful chic
classic classy comfy comfortable comforting confident contemporary content cosy cozy cute delicate delicious
delightful dreamy eerie elegant emotional enchanting energetic engaging enigmatic evocative exciting exotic
expressive fabulous famous fancy fluffy fresh friendly fun funky funny fuzzy gentle gently glamorous glorious
graceful gracefully grand handsome happily happy harmonious healthy heartwarming hilarious homely hopeful humorous
idyllic imaginative innovative inspirational inspiring inviting iridescent joyful joyous juicy kawaii lively lovely
lovingly lush luxurious luxury magic magical melancholic melancholy mellow memorable mesmerizing modern mysterious
mystical nostalgic odd ordinary peaceful peacefully picturesque plain playful playfully pleasant poetic powerful
pristine proud proudly quaint quiet quietly quirky random relaxed relaxing romantic rustic sad scenic sensual serene
shiny shimmering silly sombre somber soothing sophisticated special spooky splendid strange sweet tasty tender tidy
timeless tiny tranquil trendy typical upbeat usual warm welcoming whimsical wholesome wild wondrous young yummy zen
everyday regular standard normal common cinematic lonely solitary single sole furry tall small big large huge mini
little long short thick thin soft hard heavy lone mighty towering giant massive enormous vast deep endless distant
lofty rolling sprawling bustling busy crowded
"""
# Words implied by a thing or its position.
_CIRCUMSTANCES = """
sailing cruising docked moored anchored
leading stretching overlooking surrounding surrounded nestled situated located set standing resting lying sitting
seated hanging perched facing covered filled dotted lined topped arranged displayed laid placed positioned isolated
reflecting lit glistening bathed casting creating evoking conveying capturing captured emphasizing highlighting
suggesting symbolic reminiscent giving adding making shining filling covering flowing rising setting falling
drifting swaying blowing growing scattered passing moving visible nearby happening something someone somebody
person's kinds looking mid middle center centre top bottom left right side sides corner edge front rear upper lower
end ground surface area view scene picture frame hand size sized shape shaped form piece pieces bit amount group
groups pair pairs couple bunch row rows
"""
# The same in other languages.
_FOREIGN = """
al aus beim bis da dann das dass dem den der des die dies diese dieser dieses doch durch ein eine einem einen einer
eines er es euch für gegen hat haben ihr ihre ihrem ihren ihrer ist kann mehr mein meine nach nicht noch nur oder
ohne sehr sein seine seinem seinen seiner sich sie sind so über um und uns unser von vor wie wird zu zum zur bild
stil schön schöne schönes schöner süß süße süßer hochwertig detailliert illustration zeichne erstelle mach bitte
zeigt darstellung hintergrund modern moderne modernes moderner minimalistisch minimalistisches ante bajo cada como
con contra cual cuando de del desde donde dos el ella ellos en entre era esta está este esto están fue ha hacia
hasta hay la las le les lo los mas más mi muy para pero por porque que se ser si sin sobre son su sus también un una
uno unos unas y ya imagen estilo foto dibujo hermoso hermosa bonito bonita lindo linda moderno moderna fondo calidad
alta detallado crea genera dibuja ilustración minimalista au aux avec ce ces cet cette chez comme dans du elle est
et eux il ils je leur leurs lui ma mais mes mon ne nos notre nous on ou où par pas plus pour qu qui sa sans ses sont
sous sur ta te tes ton tout toute très une vos votre vous affiche dessin image style joli jolie beau belle fond
qualité che chi dal dalla degli dei della delle di e ed gli hanno in io loro nei nel nella noi non per però più
quando questa questo sono sua sue sui sul suo tra immagine stile bello bella ao aos as com do ela ele em eles essa
estão eu foi há isso já muito na não nas no o os pela pelo são sem seu também tem uma imagem aan als bij dan dat
deze dit door een haar had heb heeft het hij hun ik is maar met mijn naar niet nog of om ook op over tot uit van
voor was wat we werd wordt zich zij zijn mooie mooi stijl afbeelding в во и на с со к ко у о об от до по из за для
не что это как его её их он она они но а или же бы был была было очень картина рисунок стиль красивый красивая
красивое i w z nie się jest to że po ten za od dla obraz styl ve bir için çok
있다 있는 있고 그리고 그림 사진 스타일 배경 아름다운 귀여운 예쁜
이미지 그려줘 만들어줘 있어요 있습니다
"""
IGNORED = frozenset(f"{_FRAMES} {_QUALITY} {_FEELINGS} {_CIRCUMSTANCES} {_FOREIGN}".split())
"""Words that are never listed."""
_LISTED_TEXT = """
coaster opener dispenser baster swatter spinner
server servers rover rovers runner tracker trackers
abandoned ancient broken cracked enchanted english exotic french german haunted italian japanese medieval mirror
motif pattern patterns reflection reflections ruined spanish spotted striped wet dirty rotten melting magic letter
letters word words line lines history future love peace war hope dream memory sport game job silhouette century
wedding party birthday christmas halloween easter build carve story tale energy power life world world's angry
scared hungry tired sleepy evil
"""
LISTED = frozenset(_LISTED_TEXT.split())
"""Words that are always listed when nothing shows them."""
TRADES = frozenset({
    "skincare", "cosmetic", "cosmetics", "beauty", "artisan", "artisanal", "organic", "gourmet", "designer", "branded",
    "boutique", "luxury", "premium", "household", "office", "sports", "personal", "commercial", "corporate", "bespoke",
})  # fmt: skip
"""Words before a product that say what it is for, and not how it looks: "a skincare dropper bottle"."""
_ROUGH_VERBS_TEXT = """
selling sells stealing steals planting breathing breathes spitting blowing blows shooting swinging decorating
decorates petting pets feeding feeds touching helping meeting herding listening gardening crawling crawls sneaking
tiptoeing howling howls roaring roars barking barks screaming screams shouting shouts yelling meowing yawning yawns
whispering debating exploding explodes erupting erupts burning burns blazing skiing skating slaying licking licks
diving dives snorkeling spilling dropping tumbling sniffing smelling building
"""
NOTICEABLE_PARTS = frozenset(
    {
        "freckles",
        "wrinkles",
        "braids",
        "dreadlocks",
        "bangs",
        "fangs",
        "muscles",
        "ponytail",
        "scar",
        "scars",
        "dimples",
    }
)
"""Body parts that are listed without an adjective."""
VAGUE_NUMBERS = frozenset({"many", "countless", "numerous", "hundreds of", "thousands of"})
NAMED_PEOPLE = frozenset({
    "einstein", "albert einstein", "cleopatra", "batman", "superman", "spider-man", "spiderman", "wonder woman",
    "iron man", "merlin", "gandalf", "dumbledore", "dracula", "count dracula", "sherlock holmes", "king arthur",
    "robin hood", "harry potter", "peter pan", "tinkerbell", "tinker bell", "cinderella", "snow white", "ariel", "elsa",
    "rapunzel", "aladdin", "captain america", "hulk", "zorro", "jack sparrow", "captain hook", "joan of arc",
    "napoleon", "mozart", "beethoven", "shakespeare", "picasso", "van gogh",
})  # fmt: skip
"""Persons of whom only the kind is drawn."""
ROUGH_VERBS = frozenset(_ROUGH_VERBS_TEXT.split())
"""Verbs drawn as another one, if at all: "selling" as holding."""
LOOSE_FORMS = frozenset({
    "peeling", "rescuing", "rescues", "operating on", "operates on", "performing surgery on", "braiding", "plaiting",
    "vaccinating", "bandaging", "healing", "tickling", "giving a vaccine to", "styling hair", "cutting hair",
    "cutting her hair", "cutting his hair", "cutting someone's hair", "doing makeup", "winking", "dicing",
    "breakdancing", "performing ballet", "pirouetting", "listening to", "listen to", "listens to", "smelling",
    "whispering", "whispers", "whispering to",
    "sniffing", "offering", "selling", "sells", "stealing", "steals", "fighting over", "fights over",
})  # fmt: skip
"""Forms of a verb whose pose shows only something similar: chopping for "peeling"."""
_SEPARATE_TEXT = """
mockup mockups mock-up wireframe wireframes screenshot thumbnail diagram flowchart template prototype dashboard
infographic
"""
SEPARATE = frozenset(_SEPARATE_TEXT.split())
"""Words listed separately from adjacent words."""
