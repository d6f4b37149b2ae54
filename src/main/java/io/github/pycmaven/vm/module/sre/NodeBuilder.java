package io.github.pycmaven.vm.module.sre;

import io.github.pycmaven.vm.core.error.Exc;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes nodes of a pattern's code.
 *
 * @cpython Modules/_sre/sre_lib.h
 */
final class NodeBuilder {
  private static final int FAILURE = 0;
  private static final int SUCCESS = 1;
  private static final int ANY = 2;
  private static final int ANY_ALL = 3;
  private static final int ASSERT = 4;
  private static final int ASSERT_NOT = 5;
  private static final int AT = 6;
  private static final int BRANCH = 7;
  private static final int GROUPREF = 11;
  private static final int GROUPREF_EXISTS = 12;
  private static final int IN = 13;
  private static final int INFO = 14;
  private static final int JUMP = 15;
  private static final int LITERAL = 16;
  private static final int MARK = 17;
  private static final int MAX_UNTIL = 18;
  private static final int MIN_UNTIL = 19;
  private static final int NOT_LITERAL = 20;
  private static final int REPEAT = 23;
  private static final int REPEAT_ONE = 24;
  private static final int MIN_REPEAT_ONE = 26;
  private static final int ATOMIC_GROUP = 27;
  private static final int POSSESSIVE_REPEAT = 28;
  private static final int POSSESSIVE_REPEAT_ONE = 29;
  private static final int GROUPREF_IGNORE = 30;

  private final int[] code;

  NodeBuilder(int[] code) {
    this.code = code;
  }

  Node build() {
    return sequence(0, code.length, new Node.Accept(true), true);
  }

  private static int bound(int v) {
    return v < 0 ? Repetition.UNLIMITED : v;
  }

  /** The nodes of the codes from one index to another, followed by a node. */
  private Node sequence(int from, int to, Node after, boolean whole) {
    List<Integer> starts = new ArrayList<>();
    for (int i = from; i < to; i = end(i)) {
      starts.add(i);
    }
    Node n = after;
    for (int k = starts.size() - 1; k >= 0; k--) {
      n = one(starts.get(k), n);
    }
    return n;
  }

  /** The index after an operation. */
  private int end(int i) {
    int op = code[i];
    switch (op) {
      case FAILURE:
      case SUCCESS:
      case ANY:
      case ANY_ALL:
      case MAX_UNTIL:
      case MIN_UNTIL:
        return i + 1;
      case AT:
      case LITERAL:
      case NOT_LITERAL:
      case MARK:
      case GROUPREF:
        return i + 2;
      case REPEAT:
      case POSSESSIVE_REPEAT:
        return i + 1 + code[i + 1] + 1;
      case BRANCH:
        int p = i + 1;
        int last = p;
        while (code[p] != 0) {
          p += code[p];
          last = p;
        }
        return last + 1;
      case GROUPREF_EXISTS:
        return conditionalEnd(i);
      case ASSERT:
      case ASSERT_NOT:
      case IN:
      case INFO:
      case REPEAT_ONE:
      case MIN_REPEAT_ONE:
      case ATOMIC_GROUP:
      case POSSESSIVE_REPEAT_ONE:
        return i + 1 + code[i + 1];
      default:
        int kind = (op - GROUPREF_IGNORE) % 4;
        return kind == 1 ? i + 1 + code[i + 1] : i + 2;
    }
  }

  private int conditionalEnd(int i) {
    int no = i + 1 + code[i + 2];
    // Before the second way there is a jump over it; without a second way nothing is there.
    if (no - 2 > i + 2 && code[no - 2] == JUMP && hasJump(i + 3, no)) {
      return no - 1 + code[no - 1];
    }
    return no;
  }

  private boolean hasJump(int from, int to) {
    int i = from;
    while (i < to) {
      if (code[i] == JUMP) {
        return i == to - 2;
      }
      i = end(i);
    }
    return false;
  }

  private Node follow(Node n, Node next) {
    n.next = next;
    return n;
  }

  private Node alone(int from, int to) {
    // The part's own SUCCESS ends it.
    return sequence(from, to - 1, new Node.Accept(false), false);
  }

  private Node one(int i, Node next) {
    int op = code[i];
    switch (op) {
      case FAILURE:
        return new Node.Fail();
      case SUCCESS:
      case INFO:
        return next;
      case ANY:
      case ANY_ALL:
        return follow(new Node.Any(op == ANY_ALL), next);
      case AT:
        return follow(new Node.At(code[i + 1]), next);
      case LITERAL:
      case NOT_LITERAL:
        return follow(new Node.Literal(code[i + 1], 0, op == NOT_LITERAL), next);
      case MARK:
        return follow(new Node.Mark(code[i + 1]), next);
      case GROUPREF:
        return follow(new Node.Reference(code[i + 1], 0), next);
      case IN:
        return follow(new Node.In(new CharTest(code, i + 2), 0), next);
      case ASSERT:
      case ASSERT_NOT:
        return follow(
            new Node.Assertion(alone(i + 3, i + 1 + code[i + 1]), code[i + 2], op == ASSERT_NOT),
            next);
      case ATOMIC_GROUP:
        return follow(new Node.Atomic(alone(i + 2, i + 1 + code[i + 1])), next);
      case BRANCH:
        return branch(i, next);
      case GROUPREF_EXISTS:
        return conditional(i, next);
      case REPEAT:
        return repeat(i, next);
      case REPEAT_ONE:
        return follow(single(i, 'g'), next);
      case MIN_REPEAT_ONE:
        return follow(single(i, 'm'), next);
      case POSSESSIVE_REPEAT_ONE:
        return follow(single(i, 'p'), next);
      case POSSESSIVE_REPEAT:
        return follow(
            new Repetition.Possessive(
                alone(i + 4, i + 2 + code[i + 1]), bound(code[i + 2]), bound(code[i + 3])),
            next);
      default:
        return folded(i, next);
    }
  }

  private Node folded(int i, Node next) {
    int op = code[i] - GROUPREF_IGNORE;
    if (op < 0 || op > 11) {
      throw Exc.runtimeError("invalid SRE code");
    }
    int folding = op / 4 + 1;
    switch (op % 4) {
      case 0:
        return follow(new Node.Reference(code[i + 1], folding), next);
      case 1:
        return follow(new Node.In(new CharTest(code, i + 2), folding), next);
      default:
        return follow(new Node.Literal(code[i + 1], folding, op % 4 == 3), next);
    }
  }

  private Node branch(int i, Node next) {
    List<Node> ways = new ArrayList<>();
    int p = i + 1;
    while (code[p] != 0) {
      int after = p + code[p];
      // Each way ends with a jump to what follows the alternatives.
      ways.add(sequence(p + 1, after - 2, next, false));
      p = after;
    }
    return new Node.Branch(ways.toArray(new Node[0]));
  }

  private Node conditional(int i, Node next) {
    int group = code[i + 1];
    int no = i + 1 + code[i + 2];
    int end = conditionalEnd(i);
    if (end == no) {
      return new Node.Conditional(group, sequence(i + 3, no, next, false), next);
    }
    return new Node.Conditional(
        group, sequence(i + 3, no - 2, next, false), sequence(no, end, next, false));
  }

  private Node repeat(int i, Node next) {
    int tail = i + 1 + code[i + 1];
    Repetition.Until until =
        new Repetition.Until(bound(code[i + 2]), bound(code[i + 3]), code[tail] == MIN_UNTIL);
    until.next = next;
    until.body = sequence(i + 4, tail, until, false);
    return new Repetition.Begin(until);
  }

  private Node single(int i, char kind) {
    Node body = one(i + 4, null);
    return new Repetition.One(body, bound(code[i + 2]), bound(code[i + 3]), kind);
  }
}
