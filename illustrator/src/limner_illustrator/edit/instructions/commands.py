"""What an instruction can ask for. The texts are those of the clause in lower case; `Clause.restore` restores them."""

from dataclasses import dataclass
from typing import Literal

from limner_illustrator.edit.instructions.tones import ToneChange


@dataclass(frozen=True, slots=True)
class CutOut:
    """ "Remove the background", "isolate the fox"."""

    kept: str | None = None
    """What stays, as the instruction names it; None: everything but the background."""
    backdrop: str | None = None
    """A plain colour to stand on, instead of transparency."""
    keeps_background: bool = False
    """ "Keep only the background"."""


@dataclass(frozen=True, slots=True)
class MakeOpaque:
    """ "Put the background back"."""

    colors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SetTone:
    tone: ToneChange


@dataclass(frozen=True, slots=True)
class ResetArtStyle:
    pass


@dataclass(frozen=True, slots=True)
class WriteText:
    text: str
    replaced: str | None = None
    """The text in whose place it is written."""
    where: str = ""
    """The thing that carries it, or the whole clause where its text is quoted."""
    is_quoted: bool = True
    needs_place: bool = False
    """Only if `where` is in the picture."""


@dataclass(frozen=True, slots=True)
class Speak:
    """ "Add a speech bubble saying 'Hello' to the cat"."""

    text: str
    who: str = ""
    is_thought: bool = False


@dataclass(frozen=True, slots=True)
class AddText:
    """ "Add the text 'Hello' to the sign"."""

    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Remove:
    what: str


@dataclass(frozen=True, slots=True)
class RemoveText:
    what: str


@dataclass(frozen=True, slots=True)
class RemovePart:
    """ "Remove his beard"."""

    what: str
    part: str


@dataclass(frozen=True, slots=True)
class SetBackdrop:
    what: str


@dataclass(frozen=True, slots=True)
class MentionBackdrop:
    """A description that names a backdrop: "a dog on a red background"."""

    what: str


@dataclass(frozen=True, slots=True)
class BlurBackdrop:
    pass


Side = Literal["left", "right", "top", "bottom"]


@dataclass(frozen=True, slots=True)
class Rotate:
    degrees: int
    """Clockwise."""


@dataclass(frozen=True, slots=True)
class Flip:
    is_vertical: bool = False


@dataclass(frozen=True, slots=True)
class Crop:
    how: str = ""
    """ "To a square", "to the face"; empty: to the subject."""


@dataclass(frozen=True, slots=True)
class Border:
    """Of one colour, all around."""

    color: str
    share: float
    """Of the shorter edge."""


@dataclass(frozen=True, slots=True)
class SetSize:
    """ "Resize it to 800x600": another parameter of a request."""


@dataclass(frozen=True, slots=True)
class Zoom:
    """Nearer."""

    what: str = ""
    """What is to fill the picture; empty: its middle."""


@dataclass(frozen=True, slots=True)
class Extend:
    """Shows what is beyond these edges."""

    sides: tuple[Side, ...]
    share: float
    """Added on each side, as a part of the picture's edge."""
    is_zoom: bool = False
    """ "Zoom out"."""
    ratio: float | None = None
    """Of width and height that the picture is to have then: "to 16:9"."""


@dataclass(frozen=True, slots=True)
class SwapPlaces:
    """Of two things; of the first two of the picture where they are not named."""

    one: str
    other: str


@dataclass(frozen=True, slots=True)
class ColorSky:
    color: str


@dataclass(frozen=True, slots=True)
class Replace:
    old: str
    new: str
    is_explicit: bool = True
    """ "Turn it into ..." may also speak of the whole picture."""


@dataclass(frozen=True, slots=True)
class RecolorHair:
    who: str
    color: str


@dataclass(frozen=True, slots=True)
class Recolor:
    what: str
    colors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Express:
    """ "Make him smile", "close her eyes"."""

    who: str
    look: str
    """A word that `subjects.figures.expressions` knows, or that the eyes are closed or open."""
    of_face: bool = False
    """ "Open its mouth": never the mood of the whole picture."""


@dataclass(frozen=True, slots=True)
class Wake:
    who: str


@dataclass(frozen=True, slots=True)
class Face:
    """ "Make the tiger look at the viewer", "turn him around"."""

    who: str
    way: str


@dataclass(frozen=True, slots=True)
class Resize:
    what: str
    factor: float


@dataclass(frozen=True, slots=True)
class Recount:
    what: str
    number: str


@dataclass(frozen=True, slots=True)
class MultiplyCount:
    what: str
    factor: float


@dataclass(frozen=True, slots=True)
class Relocate:
    """The whole picture moves: "put them on a beach"."""

    who: str
    where: str


@dataclass(frozen=True, slots=True)
class Move:
    what: str
    """The thing and where it goes."""
    verb: str


@dataclass(frozen=True, slots=True)
class Dress:
    who: str
    what: str
    is_costume: bool


@dataclass(frozen=True, slots=True)
class Give:
    pairs: tuple[tuple[str, str], ...]
    """Possible receivers and gifts, the likeliest first."""
    rest: str | None = None
    """Receiver and gift together, where the command can mean nothing else."""


@dataclass(frozen=True, slots=True)
class AddMore:
    number: int
    what: str


@dataclass(frozen=True, slots=True)
class Add:
    what: str
    """With the place where it goes."""
    thing: str
    where: str = ""
    holder: str = ""
    """The thing in the picture to which, or on which, it is added."""
    preposition: str = ""
    handed: str = ""
    """What the holder is given."""


@dataclass(frozen=True, slots=True)
class Change:
    """Any other command: what its words say is so from now on."""

    text: str
    is_statement: bool = False
    """ "The cat is asleep": it may only describe what is there."""


@dataclass(frozen=True, slots=True)
class Describe:
    """No command, but a description of what the picture shows."""

    text: str


EditCommand = (
    CutOut | MakeOpaque | SetTone | ResetArtStyle | WriteText | AddText | Remove | RemoveText | RemovePart | SetBackdrop
    | MentionBackdrop | BlurBackdrop | SwapPlaces | ColorSky | Replace | RecolorHair | Recolor | Resize | Recount
    | MultiplyCount | Relocate | Move | Dress | Give | AddMore | Add | Rotate | Flip | Crop | Zoom | Extend | SetSize
    | Change | Describe | Border | Express | Face | Speak | Wake
)  # fmt: skip
