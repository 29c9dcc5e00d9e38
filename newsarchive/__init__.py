"""The project: wiring only."""

VERSION = "0.1.0"
