"""The GPU engine: any diffusers model, batched step by step. See docs/gpu.md."""
