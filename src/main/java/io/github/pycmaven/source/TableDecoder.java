package io.github.pycmaven.source;

/** An encoding whose sequences of one to three bytes are looked up; four bytes are counted. */
final class TableDecoder implements TextDecoder {
  private static final int NOTHING = -1;

  /** In the EUC encodings of Japanese, the first of three bytes. */
  private static final byte SINGLE_SHIFT_THREE = (byte) 0x8f;

  /** What a byte leads to: characters, or another tree if there is one. */
  private static final class Tree {
    final int[] points = new int[256];
    int[] seconds;
    Tree[] trees;
  }

  private final String errorName;
  private final boolean multibyte;
  private final int[] runs;
  private final Tree root;

  private TableDecoder(String errorName, int[] runs, Tree root) {
    this.errorName = errorName;
    this.runs = runs;
    this.root = root;
    multibyte = root.trees != null;
  }

  /** Reads an encoding's table, which has to be read even if it is only to be skipped. */
  static TableDecoder read(TableReader in, String errorName) {
    int[] runs = new int[in.number() * 3];
    for (int i = 0; i < runs.length; i++) {
      runs[i] = in.number();
    }
    return new TableDecoder(errorName, runs, tree(in));
  }

  private static Tree tree(TableReader in) {
    Tree tree = new Tree();
    int last = 0;
    for (int b = 0; b < 256; b++) {
      tree.points[b] = NOTHING;
      switch (in.octet()) {
        case 1:
          if (tree.trees == null) {
            tree.trees = new Tree[256];
          }
          tree.trees[b] = tree;
          break;
        case 2:
          {
            int n = in.number();
            last += (n & 1) == 0 ? n >> 1 : -(n + 1 >> 1);
            tree.points[b] = last;
            break;
          }
        case 3:
          if (tree.seconds == null) {
            tree.seconds = new int[256];
          }
          tree.points[b] = in.number();
          tree.seconds[b] = in.number();
          break;
        default:
          break;
      }
    }
    for (int b = 0; tree.trees != null && b < 256; b++) {
      if (tree.trees[b] != null) {
        tree.trees[b] = tree(in);
      }
    }
    return tree;
  }

  @Override
  public String decode(byte[] in, CodePoints out) {
    int i = 0;
    while (i < in.length) {
      Tree tree = root;
      int at = i;
      for (; ; ) {
        if (at == in.length) {
          return TextDecoder.error(errorName, in, i, at, "incomplete multibyte sequence");
        }
        int b = in[at++] & 0xff;
        if (tree.points[b] != NOTHING) {
          out.add(tree.points[b]);
          if (tree.seconds != null && tree.seconds[b] != 0) {
            out.add(tree.seconds[b]);
          }
          break;
        }
        if (tree.trees == null || tree.trees[b] == null) {
          int counted = fourBytes(in, i);
          if (counted >= 0) {
            out.add(counted);
            at = i + 4;
            break;
          }
          if (isCutOff(in, i)) {
            return TextDecoder.error(errorName, in, i, in.length, "incomplete multibyte sequence");
          }
          return TextDecoder.error(
              errorName,
              in,
              i,
              i + 1,
              multibyte ? "illegal multibyte sequence" : "character maps to <undefined>");
        }
        tree = tree.trees[b];
      }
      i = at;
    }
    return null;
  }

  /** Whether a sequence of three or four bytes starts here that the text is too short for. */
  private boolean isCutOff(byte[] in, int at) {
    int left = in.length - at;
    if (runs.length > 0) {
      boolean four = left > 1 && in[at] < 0 && in[at + 1] >= '0' && in[at + 1] <= '9';
      return four && left < 4;
    }
    return left < 3 && in[at] == SINGLE_SHIFT_THREE && errorName.startsWith("euc_j");
  }

  /** The character of four bytes in GB 18030, or -1. */
  private int fourBytes(byte[] in, int at) {
    if (runs.length == 0 || at + 4 > in.length) {
      return -1;
    }
    int index = 0;
    for (int i = 0; i < 4; i++) {
      int b = (in[at + i] & 0xff) - (i % 2 == 0 ? 0x81 : 0x30);
      int size = i % 2 == 0 ? 126 : 10;
      if (b < 0 || b >= size) {
        return -1;
      }
      index = index * size + b;
    }
    for (int i = 0; i < runs.length; i += 3) {
      if (index >= runs[i] && index < runs[i] + runs[i + 2]) {
        return runs[i + 1] + index - runs[i];
      }
    }
    return -1;
  }
}
