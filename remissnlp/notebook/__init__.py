"""How runs show themselves in a notebook."""
