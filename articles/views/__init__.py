"""What visitors see: one module for each kind of page."""
