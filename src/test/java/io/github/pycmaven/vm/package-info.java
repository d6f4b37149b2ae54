/** Tests of the virtual machine as a program. */
package io.github.pycmaven.vm;
