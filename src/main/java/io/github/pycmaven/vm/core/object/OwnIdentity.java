package io.github.pycmaven.vm.core.object;

/** An object that keeps its number itself, as its finalizer may still be asked for it. */
public interface OwnIdentity {
  /** The number, 0 before it has one. */
  long identity();

  /** Sets the number. */
  void identity(long number);
}
