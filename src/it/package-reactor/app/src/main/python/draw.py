import shapes

print(shapes.__doc__, shapes.Square(-3).area(), __name__, __debug__)
