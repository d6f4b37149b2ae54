package io.github.pycmaven.vm.op;

import io.github.pycmaven.vm.core.call.PyFunction;
import io.github.pycmaven.vm.core.call.PyMethodDescriptor;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyMember;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Shape;

/**
 * Attribute access with memory: a site remembers how it found an attribute for one class in one
 * state and one shape of instance.
 */
public final class AttributeSites {
  /** After so many changes of mind a site stays general. */
  private static final int PATIENCE = 16;

  private AttributeSites() {}

  private enum Kind {
    SHAPE,
    MEMBER,
    CLASS_VALUE,
    MODULE,
    TYPE,
    ADD,
    METHOD,
    GENERAL
  }

  /** What one site remembers. */
  private static final class Site {
    Kind kind = Kind.GENERAL;
    int version;
    Shape shape;
    int index;
    PyObject value;
    PyDict dict;
    PyType owner;
    Shape next;
    int misses;
  }

  /** {@code o.name}. */
  public static PyObject load(PyObject o, PyStr name, Object[] sites, int at) {
    if (sites[at] instanceof Site a) {
      switch (a.kind) {
        case SHAPE:
          if (o.type.version == a.version && o instanceof PyInstance i && i.shape == a.shape) {
            return i.values[a.index];
          }
          break;
        case MEMBER:
          if (o.type.version == a.version && o instanceof PyInstance i) {
            PyObject v = a.index < i.values.length ? i.values[a.index] : null;
            if (v != null) {
              return v;
            }
          }
          break;
        case CLASS_VALUE:
          if (o.type.version == a.version && o instanceof PyInstance i && i.shape == a.shape) {
            return a.value;
          }
          break;
        case MODULE:
          if (o instanceof PyModule m && m.dict == a.dict && m.dict.layout == a.version) {
            return m.dict.valueAt(a.index);
          }
          break;
        case TYPE:
          if (o == a.owner && ((PyType) o).version == a.version) {
            return a.value;
          }
          break;
        default:
          break;
      }
      if (a.misses > PATIENCE) {
        return Obj.getAttr(o, name);
      }
    }
    return loadAndLearn(o, name, sites, at);
  }

  private static Site siteAt(Object[] sites, int at) {
    if (sites[at] instanceof Site a) {
      a.misses++;
      return a;
    }
    Site a = new Site();
    sites[at] = a;
    return a;
  }

  private static PyObject loadAndLearn(PyObject o, PyStr name, Object[] sites, int at) {
    PyType t = o.type;
    int hooks = t.attributeHooks();
    if ((hooks & (PyType.OWN_GETATTRIBUTE | PyType.HAS_GETATTR)) != 0) {
      return Obj.getAttr(o, name);
    }
    Site a = siteAt(sites, at);
    a.kind = Kind.GENERAL;
    if (o instanceof PyModule m) {
      int i = t.lookup(name) == null ? m.dict.indexOf(name) : -1;
      if (i >= 0) {
        a.kind = Kind.MODULE;
        a.dict = m.dict;
        a.version = m.dict.layout;
        a.index = i;
        return m.dict.valueAt(i);
      }
    } else if (o instanceof PyType c) {
      PyObject meta = t.lookup(name);
      PyObject v = meta == null ? c.lookup(name) : null;
      if (v != null && v.type.descriptorKind() == 0) {
        a.kind = Kind.TYPE;
        a.value = v;
        a.owner = c;
        a.version = c.version;
        return v;
      }
    } else if (o instanceof PyInstance i && !i.keepsDict() && t.layout == PyType.OBJECT
        || o instanceof PyInstance && o instanceof io.github.pycmaven.vm.core.error.PyException) {
      learnInstance((PyInstance) o, t, name, a);
    }
    return Obj.getAttr(o, name);
  }

  private static void learnInstance(PyInstance i, PyType t, PyStr name, Site a) {
    if (i.keepsDict()) {
      return;
    }
    PyObject d = t.lookup(name);
    int index = i.shape.indexOf(name);
    if (d instanceof PyMember m) {
      a.kind = Kind.MEMBER;
      a.index = m.index;
    } else if (index >= 0 && (d == null || d.type.descriptorKind() != PyType.DATA)) {
      a.kind = Kind.SHAPE;
      a.index = index;
    } else if (d != null && index < 0 && d.type.descriptorKind() == 0) {
      a.kind = Kind.CLASS_VALUE;
      a.value = d;
    } else {
      return;
    }
    a.shape = i.shape;
    a.version = t.version;
  }

  /**
   * The function to be called with {@code o} before the arguments, for {@code o.name(...)}; null if
   * the attribute must be loaded as such.
   */
  public static PyObject method(PyObject o, PyStr name, Object[] sites, int at) {
    PyType t = o.type;
    if (sites[at] instanceof Site a) {
      if (a.kind == Kind.METHOD && t.version == a.version) {
        if (a.shape == null || ((PyInstance) o).shape == a.shape) {
          return a.value;
        }
      } else if (a.kind != Kind.METHOD && a.kind != Kind.GENERAL) {
        return null;
      }
      if (a.misses > PATIENCE) {
        return methodSlow(o, name);
      }
    }
    return learnMethod(o, t, name, sites, at);
  }

  private static PyObject methodSlow(PyObject o, PyStr name) {
    PyType t = o.type;
    if (o instanceof PyType
        || o instanceof PyModule
        || (t.attributeHooks() & (PyType.OWN_GETATTRIBUTE | PyType.HAS_GETATTR)) != 0) {
      return null;
    }
    PyObject f = t.lookup(name);
    if (!(f instanceof PyFunction) && !(f instanceof PyMethodDescriptor)) {
      return null;
    }
    return o.instanceGet(name) == null && plainGetAttr(o) ? f : null;
  }

  /** Whether the class's attribute access is the general one. */
  private static boolean plainGetAttr(PyObject o) {
    return !(o instanceof io.github.pycmaven.vm.core.type.PySuper)
        && !(o instanceof io.github.pycmaven.vm.core.call.PyMethod);
  }

  private static PyObject learnMethod(PyObject o, PyType t, PyStr name, Object[] sites, int at) {
    PyObject f = methodSlow(o, name);
    if (f == null) {
      return null;
    }
    if (o instanceof PyInstance i && t.hasDict) {
      if (i.keepsDict()) {
        return f;
      }
      Site a = siteAt(sites, at);
      a.kind = Kind.METHOD;
      a.shape = i.shape;
      a.version = t.version;
      a.value = f;
    } else if (o instanceof PyInstance || !t.hasDict) {
      Site a = siteAt(sites, at);
      a.kind = Kind.METHOD;
      a.shape = null;
      a.version = t.version;
      a.value = f;
    }
    return f;
  }

  /** {@code o.name = value}. */
  public static void store(PyObject o, PyStr name, PyObject value, Object[] sites, int at) {
    if (sites[at] instanceof Site a && o.type.version == a.version && o instanceof PyInstance i) {
      switch (a.kind) {
        case SHAPE:
          if (i.shape == a.shape) {
            i.values[a.index] = value;
            return;
          }
          break;
        case ADD:
          if (i.shape == a.shape) {
            i.append(a.next, value);
            return;
          }
          break;
        case MEMBER:
          if (a.index < i.values.length) {
            i.values[a.index] = value;
            return;
          }
          break;
        default:
          break;
      }
    }
    storeAndLearn(o, name, value, sites, at);
  }

  private static void storeAndLearn(
      PyObject o, PyStr name, PyObject value, Object[] sites, int at) {
    PyType t = o.type;
    if (o instanceof PyInstance i
        && !(o instanceof PyType)
        && !(o instanceof PyModule)
        && (t.attributeHooks() & PyType.OWN_SETATTR) == 0
        && !i.keepsDict()) {
      PyObject d = t.lookup(name);
      if (d instanceof PyMember m) {
        Site a = siteAt(sites, at);
        a.kind = Kind.MEMBER;
        a.index = m.index;
        a.version = t.version;
      } else if (t.hasDict && (d == null || (d.type.descriptorKind() & PyType.HAS_SET) == 0)) {
        Site a = siteAt(sites, at);
        int index = i.shape.indexOf(name);
        a.version = t.version;
        a.shape = i.shape;
        if (index >= 0) {
          a.kind = Kind.SHAPE;
          a.index = index;
        } else {
          a.next = i.shape.with(name);
          a.kind = a.next == null ? Kind.GENERAL : Kind.ADD;
        }
      }
    }
    Obj.setAttr(o, name, value);
  }
}
