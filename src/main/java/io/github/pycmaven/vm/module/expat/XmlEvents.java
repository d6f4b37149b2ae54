package io.github.pycmaven.vm.module.expat;

import java.util.List;

/** What a parser tells of a document, in the order of expat's handlers. */
interface XmlEvents {
  /** Attributes: names and values in turn, those by default last. */
  void start(String name, List<String> attributes, int specified);

  void end(String name);

  void text(String text);

  void instruction(String target, String data);

  void comment(String text);

  void startCdata();

  void endCdata();

  /** Text that is none of the others, or has no handler. */
  void other(String raw);

  void startNamespace(String prefix, String uri);

  void endNamespace(String prefix);

  /** Standalone: 1 yes, 0 no, -1 not said. */
  void declaration(String version, String encoding, int standalone);

  void startDoctype(String name, String system, String publicId, boolean hasSubset);

  void endDoctype();

  void element(String name, Model model);

  void attribute(String element, String name, String type, String value, boolean required);

  void entity(XmlDoctype.Entity entity, boolean isParameter);

  void notation(String name, String system, String publicId);

  void unparsed(XmlDoctype.Entity entity);

  /** False if the handler refuses; null if there is none. */
  Boolean external(String context, String system, String publicId);

  boolean skipped(String name, boolean isParameter);

  /** False if the handler of documents that need others refuses. */
  boolean notStandalone();

  /** What may be in an element: type, quantifier, name, parts. */
  record Model(int type, int quantifier, String name, List<Model> parts) {}
}
