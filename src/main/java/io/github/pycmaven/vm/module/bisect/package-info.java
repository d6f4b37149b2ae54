/** The modules {@code _bisect} and {@code _heapq}. */
package io.github.pycmaven.vm.module.bisect;
