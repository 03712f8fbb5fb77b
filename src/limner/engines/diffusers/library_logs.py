"""What the libraries of the engine may say in the server's log."""

import logging
import os


def quiet_libraries() -> None:
    """Lets only errors through. Called before torch and diffusers are imported: they warn then of optional packages,
    and of how torchao uses torch, which are no concern of the server's owner.
    """
    for library in ("DIFFUSERS", "TRANSFORMERS"):
        os.environ.setdefault(f"{library}_VERBOSITY", "error")
    for logger in ("torchao", "torch.utils._pytree"):
        logging.getLogger(logger).setLevel(logging.ERROR)
