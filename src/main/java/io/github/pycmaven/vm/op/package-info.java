/**
 * What the bytecode asks for, once for all tiers: operators, attribute and global sites, displays,
 * imports, patterns, awaiting. No operation takes a frame.
 */
package io.github.pycmaven.vm.op;
