"""/v1/organization: what an administrator asks and changes."""
