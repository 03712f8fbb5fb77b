"""Pictures to pixels and back: PNG, JPEG and WebP, and the words that travel inside them.

`probe`, `has_alpha` and `describe_foreign` read a header and may be called anywhere; everything else works on whole
pictures and belongs in a worker.
"""

from limner.codec.base64 import encode_base64
from limner.codec.decode import Mode, decode
from limner.codec.encode import encode
from limner.codec.foreign import describe_foreign
from limner.codec.metadata import read_metadata
from limner.codec.probe import has_alpha, probe

__all__ = ["Mode", "decode", "describe_foreign", "encode", "encode_base64", "has_alpha", "probe", "read_metadata"]
