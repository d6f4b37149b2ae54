/**
 * Leaves that use nothing but the JDK: byte buffers, SipHash, atomic file writes, the files in our
 * own jar, text in CPython's orders and forms.
 *
 * <p>Each class stands alone. What belongs to one stage only lives there, not here.
 */
package io.github.pycmaven.util;
