/**
 * The machine below: open files by descriptor number, and the host's errors as Python's.
 *
 * <p>Nothing here knows a Python type beyond what an error needs.
 */
package io.github.pycmaven.vm.host;
