class Square:
    def __init__(self, side):
        assert side > 0, "not checked when optimised"
        self.side = side

    def area(self):
        return self.side**2
