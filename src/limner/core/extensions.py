"""Names of ASGI extensions between our connection and our application."""

CLIENT_EOF = "limner.client_eof"
"""`{"event": asyncio.Event}`: set when the client has closed its sending side after a complete request."""
