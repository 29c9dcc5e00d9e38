"""The formats in which news is saved, each in a module behind one interface."""
