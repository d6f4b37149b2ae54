"""Shapes; this text is not part of an optimised jar."""
from .square import Square
