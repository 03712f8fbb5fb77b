"""The Python door: the official client's `images`, in this process, without a server."""
