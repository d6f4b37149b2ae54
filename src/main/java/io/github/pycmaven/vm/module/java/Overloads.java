package io.github.pycmaven.vm.module.java;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyObject;
import java.lang.reflect.Array;
import java.lang.reflect.Executable;

/** Which of several methods of one name the arguments mean: the one that fits them closest. */
final class Overloads {
  private Overloads() {}

  /**
   * Calls the best one.
   *
   * @param name what a message calls it
   */
  static PyObject call(Executable[] all, String name, Object target, PyObject[] args) {
    Executable best = null;
    int bestDistance = Integer.MAX_VALUE;
    boolean bestSpreads = false;
    for (Executable one : all) {
      int distance = distance(one.getParameterTypes(), args, false);
      boolean spreads = false;
      if (distance < 0 && one.isVarArgs()) {
        distance = distance(one.getParameterTypes(), args, true);
        spreads = true;
      }
      if (distance >= 0 && distance + (spreads ? 1000 : 0) < bestDistance) {
        best = one;
        bestDistance = distance + (spreads ? 1000 : 0);
        bestSpreads = spreads;
      }
    }
    if (best == null) {
      throw Exc.typeError(mismatch(all, name, args));
    }
    return JavaCalls.java(best, target, convert(best.getParameterTypes(), args, bestSpreads));
  }

  private static int distance(Class<?>[] types, PyObject[] args, boolean spreads) {
    int fixed = spreads ? types.length - 1 : types.length;
    if (spreads ? args.length < fixed : args.length != fixed) {
      return -1;
    }
    int sum = 0;
    for (int i = 0; i < args.length; i++) {
      Class<?> type = i < fixed ? types[i] : types[fixed].getComponentType();
      int one = JavaValues.distance(args[i], type);
      if (one < 0) {
        return -1;
      }
      sum += one;
    }
    return sum;
  }

  private static Object[] convert(Class<?>[] types, PyObject[] args, boolean spreads) {
    Object[] values = new Object[types.length];
    int fixed = spreads ? types.length - 1 : types.length;
    for (int i = 0; i < fixed; i++) {
      values[i] = JavaValues.toJava(args[i], types[i]);
    }
    if (spreads) {
      Class<?> element = types[fixed].getComponentType();
      Object rest = Array.newInstance(element, args.length - fixed);
      for (int i = fixed; i < args.length; i++) {
        Array.set(rest, i - fixed, JavaValues.toJava(args[i], element));
      }
      values[fixed] = rest;
    }
    return values;
  }

  private static String mismatch(Executable[] all, String name, PyObject[] args) {
    StringBuilder text = new StringBuilder(name).append("(");
    for (int i = 0; i < args.length; i++) {
      text.append(i == 0 ? "" : ", ").append(args[i].type.name);
    }
    text.append(") fits none of");
    for (Executable one : all) {
      text.append("\n  ").append(name).append("(");
      String separator = "";
      for (Class<?> type : one.getParameterTypes()) {
        text.append(separator).append(type.getTypeName());
        separator = ", ";
      }
      text.append(")");
    }
    return text.toString();
  }
}
