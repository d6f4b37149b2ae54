import sys


def main():
    print("working in", __name__)
    return 7 if "fail" in sys.argv else 0


if __name__ == "__main__":
    print("module", sys.argv[1:])
