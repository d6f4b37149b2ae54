package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.Alias;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Op;
import java.util.ArrayList;
import java.util.List;

/**
 * Imports.
 *
 * @cpython Python/codegen.c:codegen_import
 */
final class ImportEmitter {
  /** Flags of IMPORT_NAME. */
  private static final int LAZY = 1;

  private static final int EAGER = 2;

  private final CodegenContext c;

  ImportEmitter(CodegenContext context) {
    c = context;
  }

  void importModules(Stmt.Import s) {
    Span span = s.span();
    for (Alias alias : s.names()) {
      c.loadInt(0, span);
      c.loadNone(span);
      importName(alias.name(), s.isLazy(), false, span);
      if (alias.asname() == null) {
        int dot = alias.name().indexOf('.');
        c.store(dot < 0 ? alias.name() : alias.name().substring(0, dot), span);
      } else {
        storeAs(alias, span);
      }
    }
  }

  private void importName(String name, boolean isLazy, boolean isStar, Span span) {
    int index = c.unit.code.names.add(c.mangle(name));
    if (!c.has(Feature.FLAGGED_IMPORTS)) {
      c.op(Op.IMPORT_NAME, index, span);
      return;
    }
    boolean isEager = isStar || c.unit.type != ScopeType.MODULE || isInTry();
    c.op(Op.IMPORT_NAME, index << 2 | (isLazy ? LAZY : isEager ? EAGER : 0), span);
  }

  private boolean isInTry() {
    for (FrameBlock block : c.unit.blocks) {
      if (block.kind().isOfTry()) {
        return true;
      }
    }
    return false;
  }

  /** {@code import a.b.c as d} binds the submodule, which IMPORT_NAME did not return. */
  private void storeAs(Alias alias, Span span) {
    String[] parts = alias.name().split("\\.");
    if (parts.length == 1) {
      c.store(alias.asname(), span);
      return;
    }
    for (int i = 1; i < parts.length; i++) {
      c.op(Op.IMPORT_FROM, c.unit.code.names.add(parts[i]), span);
      if (i < parts.length - 1) {
        c.op(Op.SWAP, 2, span);
        c.op(Op.POP_TOP, span);
      }
    }
    c.store(alias.asname(), span);
    c.op(Op.POP_TOP, span);
  }

  void importFrom(Stmt.ImportFrom s) {
    Span span = s.span();
    c.loadInt(s.level(), span);
    List<Constant> names = new ArrayList<>();
    for (Alias alias : s.names()) {
      names.add(Constant.Str.interned(alias.name()));
    }
    c.loadConst(new Constant.Tuple(names), span);
    boolean isStar = s.names().get(0).name().equals("*");
    importName(s.module() == null ? "" : s.module(), s.isLazy(), isStar, span);
    if (isStar) {
      c.intrinsicStatement("IMPORT_STAR", Op.IMPORT_STAR, span);
      return;
    }
    for (Alias alias : s.names()) {
      c.nameOp(Op.IMPORT_FROM, alias.name(), span);
      c.store(alias.asname() == null ? alias.name() : alias.asname(), span);
    }
    c.op(Op.POP_TOP, span);
  }
}
