"""The Python library: the official client's `images`, in this process, without a server."""
