"""A small archive in real Arabic, and a table of what queries must find in it, must not find, and in what order."""
