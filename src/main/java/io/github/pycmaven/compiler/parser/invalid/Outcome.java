package io.github.pycmaven.compiler.parser.invalid;

/** What an alternative makes of its parts: a value, null, or an error that it throws. */
interface Outcome {
  /**
   * Makes the value.
   *
   * @param m the machine, after the last part
   * @param start the token at which the rule started
   * @param values the values of the parts that have names
   */
  Object make(Machine m, int start, Object[] values);

  /** Whether it asks for the place of what the rule matched. */
  default boolean needsSpan() {
    return false;
  }

  /** A node of some parts. */
  record Build(Shape shape, int[] parts) implements Outcome {
    @Override
    public Object make(Machine m, int start, Object[] values) {
      Object[] chosen = new Object[parts.length];
      for (int i = 0; i < parts.length; i++) {
        chosen[i] = values[parts[i]];
      }
      return m.node(shape, start, chosen);
    }

    @Override
    public boolean needsSpan() {
      return true;
    }
  }

  /** One of the parts. */
  record Pick(int part) implements Outcome {
    @Override
    public Object make(Machine m, int start, Object[] values) {
      return values[part];
    }
  }

  /** What a method makes of some parts. */
  record Apply(Method method, int[] parts) implements Outcome {
    @Override
    public Object make(Machine m, int start, Object[] values) {
      Object[] chosen = new Object[parts.length];
      for (int i = 0; i < parts.length; i++) {
        chosen[i] = values[parts[i]];
      }
      return method.apply(m, start, chosen);
    }

    @Override
    public boolean needsSpan() {
      return true;
    }
  }

  /** A method that the rules call by name. */
  interface Method {
    Object apply(Machine m, int start, Object[] parts);
  }

  /** An error at a place. */
  record Complain(String place, int first, int second, Wording wording) implements Outcome {
    @Override
    public Object make(Machine m, int start, Object[] values) {
      Object a = first >= 0 ? values[first] : null;
      Object b = second >= 0 ? values[second] : null;
      return m.complaints().raise(place, a, b, wording, values);
    }
  }
}
