/** The module {@code zlib}, over the JDK's. */
package io.github.pycmaven.vm.module.zlib;
