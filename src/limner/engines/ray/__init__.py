"""Engines in the replicas of a Ray Serve deployment, and the engine through which a gateway calls them."""
