/**
 * The module {@code pyexpat}: a parser of XML 1.0 that takes its input in pieces and tells handlers
 * what it meets.
 *
 * <p>{@code XmlInput} decodes and counts, {@code XmlParser} knows the document, {@code XmlDoctype}
 * the declarations before it, {@code XmlNames} the namespaces; all of these know nothing of Python.
 * {@code PyXmlParser} is the object that Python sees.
 */
package io.github.pycmaven.vm.module.expat;
