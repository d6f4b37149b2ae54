# Texts that the source has as identifiers, texts of start-up, and texts of neither sort.
alpha = 1


def one(x):
    return x in {"alpha", "beta_unknown"}


def two(x):
    return x in {"alpha", "beta_unknown"}


def three(x):
    return x in {"gamma_unknown", "delta_unknown"}, x in {"append", "name"}


def four(x):
    return x in {"gamma_unknown", "delta_unknown"}, x in {"append", "name"}


def five(x):
    return "gamma_unknown", x in {("alpha", 1), "a", "b", 3, 1000, 2.5, "a b", b"x", None}


def six(x):
    return x in {"a b", "c d"}, x in {"a b", "c d"}
