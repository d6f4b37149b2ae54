def shout(words):
    """Says it louder."""
    return words.upper() + "!"


def fail():
    return len(shout("")) / 0
