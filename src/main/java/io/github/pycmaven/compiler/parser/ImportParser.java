package io.github.pycmaven.compiler.parser;

import static io.github.pycmaven.compiler.token.TokenKind.*;

import io.github.pycmaven.compiler.ast.Alias;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.target.Feature;
import java.util.List;

/** {@code import} and {@code from … import}. */
final class ImportParser {
  private final ParserState s;

  ImportParser(ParserState state) {
    s = state;
  }

  /** {@code lazy}, and one of the two. */
  Stmt lazy() {
    s.demand(Feature.LAZY_IMPORTS);
    s.pos++;
    return s.at(KW_IMPORT) ? importNames(true) : importFrom(true);
  }

  Stmt importNames(boolean isLazy) {
    int first = isLazy ? s.pos - 1 : s.pos;
    s.pos++;
    int mark = s.mark();
    do {
      int start = s.pos;
      String name = dottedName();
      s.push(alias(name, start));
    } while (s.accept(COMMA));
    List<Alias> names = s.popList(mark);
    return new Stmt.Import(names, isLazy, s.span(first));
  }

  private Alias alias(String name, int start) {
    String asName = s.accept(KW_AS) ? s.expectName() : null;
    return new Alias(name, asName, s.span(start));
  }

  private String dottedName() {
    String name = s.expectName();
    if (!s.at(DOT)) {
      return name;
    }
    StringBuilder dotted = new StringBuilder(name);
    while (s.accept(DOT)) {
      dotted.append('.').append(s.expectName());
    }
    return dotted.toString();
  }

  Stmt importFrom(boolean isLazy) {
    int first = isLazy ? s.pos - 1 : s.pos;
    s.pos++;
    int level = 0;
    for (; ; s.pos++) {
      if (s.at(DOT)) {
        level++;
      } else if (s.at(ELLIPSIS)) {
        level += 3;
      } else {
        break;
      }
    }
    String module = level > 0 && s.at(KW_IMPORT) ? null : dottedName();
    s.expect(KW_IMPORT);
    List<Alias> names = importedNames();
    if (level == 0 && "__future__".equals(module)) {
      for (Alias name : names) {
        s.barryAsBdfl |= name.name().equals("barry_as_FLUFL");
      }
    }
    return new Stmt.ImportFrom(module, names, level, isLazy, s.span(first));
  }

  private List<Alias> importedNames() {
    int mark = s.mark();
    int start = s.pos;
    if (s.accept(STAR)) {
      return List.of(new Alias("*", null, s.span(start)));
    }
    if (!s.accept(LPAR)) {
      do {
        int name = s.pos;
        s.push(alias(s.expectName(), name));
      } while (s.accept(COMMA));
      return s.popList(mark);
    }
    do {
      int name = s.pos;
      s.push(alias(s.expectName(), name));
    } while (s.accept(COMMA) && !s.at(RPAR));
    s.expect(RPAR);
    return s.popList(mark);
  }
}
