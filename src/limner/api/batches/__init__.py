"""/v1/batches: requests that are drawn when there is nothing more urgent to draw."""
