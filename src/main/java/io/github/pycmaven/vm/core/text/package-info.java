/** Properties and case of characters, from tables that CPython wrote. */
package io.github.pycmaven.vm.core.text;
