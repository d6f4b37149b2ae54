package io.github.pycmaven.vm.expose.processor;

import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.RichCompare;
import io.github.pycmaven.vm.expose.Setter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.tools.Diagnostic;

/** Writes one {@code <Name>Table} for each class marked as a builtin type or module. */
public final class ExposeProcessor extends AbstractProcessor {
  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(BuiltinType.class.getName(), BuiltinModule.class.getName());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (Element e : round.getElementsAnnotatedWith(BuiltinType.class)) {
      write((TypeElement) e, e.getAnnotation(BuiltinType.class).value(), false);
    }
    for (Element e : round.getElementsAnnotatedWith(BuiltinModule.class)) {
      write((TypeElement) e, e.getAnnotation(BuiltinModule.class).value(), true);
    }
    return false;
  }

  private void write(TypeElement owner, String name, boolean module) {
    List<Entry> entries = collect(owner, module);
    String pkg = processingEnv.getElementUtils().getPackageOf(owner).getQualifiedName().toString();
    // A nested class A.B gets the table A_BTable.
    String binary = processingEnv.getElementUtils().getBinaryName(owner).toString();
    String table = binary.substring(pkg.length() + 1).replace('$', '_') + "Table";
    try (Writer out =
        processingEnv.getFiler().createSourceFile(pkg + "." + table, owner).openWriter()) {
      out.write(new TableSource(pkg, table, name, module, entries).text());
    } catch (IOException e) {
      error(owner, "cannot write " + table + ": " + e.getMessage());
    }
  }

  private List<Entry> collect(TypeElement owner, boolean module) {
    List<Entry> entries = new ArrayList<>();
    Map<String, Entry> seen = new HashMap<>();
    for (Element e : owner.getEnclosedElements()) {
      if (!(e instanceof ExecutableElement method)) {
        continue;
      }
      Builtin builtin = method.getAnnotation(Builtin.class);
      Getter getter = method.getAnnotation(Getter.class);
      Setter setter = method.getAnnotation(Setter.class);
      RichCompare compare = method.getAnnotation(RichCompare.class);
      List<Entry> made = new ArrayList<>();
      if (builtin != null) {
        made.add(function(owner, method, builtin, module));
      }
      if (getter != null) {
        made.add(
            new Entry(
                getter.member() ? 'r' : 'g',
                getter.value() + "(self, /)",
                "",
                call(owner, method)));
      }
      if (setter != null) {
        made.add(new Entry('w', setter.value() + "(self, value=None, /)", "", call(owner, method)));
      }
      if (compare != null) {
        String[] names = {"__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"};
        for (int op = 0; op < 6; op++) {
          if (!compare.equalityOnly() || op == 2 || op == 3) {
            Entry entry = new Entry('m', names[op] + "(self, value, /)", "", call(owner, method));
            entry.call.trailing = ", " + op;
            made.add(entry);
          }
        }
      }
      for (Entry entry : made) {
        if (entry.error != null) {
          error(method, entry.error);
          continue;
        }
        String problem = entry.check();
        if (problem != null) {
          error(method, problem);
        } else if (seen.put(entry.kind == 'w' ? "set " + entry.name : entry.name, entry) != null) {
          error(method, "declared twice: " + entry.name);
        } else {
          entries.add(entry);
        }
      }
    }
    return entries;
  }

  private Entry function(
      TypeElement owner, ExecutableElement method, Builtin builtin, boolean module) {
    String signature = builtin.value();
    char kind = module ? 'f' : 'm';
    if (builtin.kind() == Builtin.Kind.CLASS) {
      kind = 'c';
    } else if (builtin.kind() == Builtin.Kind.STATIC) {
      kind = 's';
    } else if (!module && signature.startsWith("__new__(")) {
      kind = 'n';
    }
    return new Entry(kind, signature, builtin.doc(), call(owner, method));
  }

  private static JavaCall call(TypeElement owner, ExecutableElement method) {
    List<String> types = new ArrayList<>();
    boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
    String ownerName = owner.getQualifiedName().toString();
    if (!isStatic) {
      types.add(ownerName);
    }
    for (VariableElement p : method.getParameters()) {
      types.add(p.asType().toString());
    }
    return new JavaCall(
        ownerName,
        method.getSimpleName().toString(),
        isStatic,
        types,
        method.getReturnType().toString());
  }

  private void error(Element where, String message) {
    processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, where);
  }
}
