"""What a rewriter returns."""

REASONING_START, REASONING_END = "<think>", "</think>"
"""Around the reasoning of a model, where the server does not remove it. The start may be in the chat template."""


class RewritingError(Exception):
    """No prompt. The message is for the log: it never has a prompt or a key."""


def clean(text: str) -> str:
    """A model's answer, without its reasoning and the quotes around it.

    Raises RewritingError if the reasoning has no end.
    """
    text = text.rpartition(REASONING_END)[2].strip()
    if REASONING_START in text:
        raise RewritingError("its response ends within the reasoning")
    is_quoted = len(text) > 1 and text[0] == text[-1] == '"' and '"' not in text[1:-1]
    return text[1:-1].strip() if is_quoted else text
