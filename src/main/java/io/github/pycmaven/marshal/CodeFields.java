package io.github.pycmaven.marshal;

/**
 * The fields of a marshalled code object as they were read, not yet checked.
 *
 * <p>Until 3.10 {@code localCount} is set, {@code localsPlusNames} holds {@code co_varnames},
 * {@code freeVars} and {@code cellVars} are set, and {@code localsPlusKinds}, {@code qualname} and
 * {@code exceptionTable} are null. From 3.11 it is the other way round.
 */
public record CodeFields<T>(
    int argCount,
    int posOnlyArgCount,
    int kwOnlyArgCount,
    int localCount,
    int stackSize,
    int flags,
    T code,
    T consts,
    T names,
    T localsPlusNames,
    T localsPlusKinds,
    T freeVars,
    T cellVars,
    T filename,
    T name,
    T qualname,
    int firstLine,
    T lineTable,
    T exceptionTable) {}
