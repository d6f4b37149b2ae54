"""A package with resources, a console script, and a dependency."""

VERSION = "1.0"
