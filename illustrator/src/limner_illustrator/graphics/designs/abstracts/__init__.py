"""Abstract designs: compositions of geometric shapes, and motifs of backgrounds, in the colours of a prompt."""
