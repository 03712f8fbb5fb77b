"""Names of the ASGI extensions between the connection and the application."""

CLIENT_EOF = "limner.client_eof"
"""`{"event": asyncio.Event}`: set when the client has closed its sending side after a complete request."""
