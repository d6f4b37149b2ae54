"""Values laid out in memory as a C compiler does, and no foreign functions.

Memory is made of blocks of bytes, each with an address that nothing else has, so that pointers, casts and the
functions that take addresses work among the values made here. A library cannot be opened: code of the machine does not
run in a Java process without leave.
"""

import struct
import weakref
from _bisect import bisect_right

__version__ = "1.1.0"
RTLD_LOCAL = 0
RTLD_GLOBAL = 256
FUNCFLAG_CDECL = 1
FUNCFLAG_PYTHONAPI = 4
FUNCFLAG_USE_ERRNO = 8
FUNCFLAG_USE_LASTERROR = 16
SIZEOF_TIME_T = 8
CTYPES_MAX_ARGCOUNT = 1024

_GAP = 64
_INTEGERS = "bBhHiIlLqQv"
_SIZES = {
    "?": 1, "c": 1, "b": 1, "B": 1, "h": 2, "H": 2, "v": 2, "i": 4, "I": 4, "u": 4, "f": 4, "l": 8, "L": 8, "q": 8, "Q": 8,
    "d": 8, "g": 16, "F": 8, "D": 16, "G": 32, "P": 8, "z": 8, "Z": 8, "O": 8,
}
_ALIGNMENTS = {**_SIZES, "F": 4, "D": 8, "G": 16}
_POINTERS = "PzZO"


class ArgumentError(Exception):
    """An argument that no conversion accepts."""


class _Block:
    """Bytes with an address."""

    __slots__ = ("data", "address", "__weakref__")

    def __init__(self, data):
        self.data = data
        self.address = 0


class _Memory:
    """All blocks that have been asked for their address."""

    def __init__(self):
        self.next = 0x10000
        self.starts = []
        self.blocks = {}

    def address(self, block):
        if not block.address:
            block.address = self.next
            self.next += (len(block.data) + 2 * _GAP) // _GAP * _GAP
            self.starts.append(block.address)
            self.blocks[block.address] = weakref.ref(block, lambda _, start=block.address: self.forget(start))
        return block.address

    def forget(self, start):
        del self.blocks[start]
        self.starts.remove(start)

    def find(self, address):
        """The block around an address, and the place in it."""
        index = bisect_right(self.starts, address) - 1
        if index >= 0:
            start = self.starts[index]
            block = self.blocks[start]()
            if block is not None and address - start <= len(block.data):
                return block, address - start
        raise ValueError(f"no value made here lies at address {address:#x}")


_memory = _Memory()
_objects_by_id = {}


def _c_string(data, width):
    block = _Block(memoryview(bytearray(data + bytes(width))))
    return block, _memory.address(block)


def _string_at(address, size=-1):
    block, at = _memory.find(address)
    data = bytes(block.data[at:])
    if size < 0:
        size = data.find(b"\0") if b"\0" in data else len(data)
    return data[:size]


def _wstring_at(address, size=-1):
    block, at = _memory.find(address)
    return _wide(bytes(block.data[at:]) if size < 0 else bytes(block.data[at:at + 4 * size]), size < 0)


def _wide(data, stops):
    text = data.decode("utf-32-le", "surrogatepass")
    return text[:text.index("\0")] if stops and "\0" in text else text


class _DataType(type):
    """What the types of all values have in common."""

    def __mul__(cls, length):
        if length < 0:
            raise ValueError(f"Array length must be >= 0, not {length}")
        cache = cls.__dict__.get("_array_types_")
        if cache is None:
            cache = {}
            type.__setattr__(cls, "_array_types_", cache)
        if length not in cache:
            cache[length] = type(Array)(f"{cls.__name__}_Array_{length}", (Array,), {"_type_": cls, "_length_": length})
        return cache[length]

    __rmul__ = __mul__

    @property
    def __pointer_type__(cls):
        found = cls.__dict__.get("_pointer_type_")
        if found is None:
            raise AttributeError(f"type {cls.__name__!r} has no attribute '__pointer_type__'")
        return found

    @__pointer_type__.setter
    def __pointer_type__(cls, value):
        type.__setattr__(cls, "_pointer_type_", value)

    def _at(cls, block, offset, base=None, kept=None):
        self = cls.__new__(cls, _block=block, _offset=offset)
        self._b_base_ = base
        self._objects = kept
        return self

    def from_address(cls, address):
        block, at = _memory.find(address)
        return cls._at(block, at)

    def from_buffer(cls, source, offset=0):
        view = memoryview(source)
        if view.readonly:
            raise TypeError("underlying buffer is not writable")
        return cls._at(_Block(_part(cls, view, offset)), 0, None, source)

    def from_buffer_copy(cls, source, offset=0):
        return cls._at(_Block(memoryview(bytearray(_part(cls, memoryview(source), offset)))), 0)

    def from_param(cls, value):
        if isinstance(value, cls):
            return value
        if isinstance(value, _Reference) and isinstance(value._obj, getattr(cls, "_type_", cls)):
            return value
        inner = getattr(value, "_as_parameter_", None)
        if inner is not None:
            return cls.from_param(inner)
        raise TypeError(f"expected {cls.__name__} instance instead of {type(value).__name__}")

    def in_dll(cls, library, name):
        raise ValueError(f"{name}: no library can be opened here")


def _part(cls, view, offset):
    view = view.cast("B")
    if offset < 0:
        raise ValueError("offset cannot be negative")
    if offset + cls._size_ > len(view):
        raise ValueError(f"Buffer size too small ({len(view)} instead of at least {cls._size_ + offset} bytes)")
    return view[offset:offset + cls._size_]


class _CData:
    """A value in memory."""

    __slots__ = ("_block", "_offset", "_b_base_", "_objects", "__dict__", "__weakref__")
    _size_ = 0
    _alignment_ = 1

    def __new__(cls, *args, _block=None, _offset=0, **fields):
        if getattr(cls, "_is_abstract_", False):
            raise TypeError("abstract class")
        self = super().__new__(cls)
        self._block = _block or _Block(memoryview(bytearray(cls._size_)))
        self._offset = _offset
        self._b_base_ = None
        self._objects = None
        return self

    @property
    def _b_needsfree_(self):
        return int(self._b_base_ is None)

    def __buffer__(self, flags):
        return self._block.data[self._offset:self._offset + _size_of(self)]

    def __reduce__(self):
        if isinstance(self, (_Pointer, CFuncPtr)) or getattr(self, "_type_", None) in tuple(_POINTERS):
            raise ValueError("ctypes objects containing pointers cannot be pickled")
        return _rebuild, (type(self), bytes(memoryview(self)), self.__dict__)

    def _keep(self, thing):
        if thing is not None:
            if self._objects is None:
                self._objects = {}
            self._objects[str(len(self._objects))] = thing


def _rebuild(cls, data, attributes):
    value = cls.from_buffer_copy(data)
    value.__dict__.update(attributes)
    return value


def _is_simple(cls):
    """Whether reading a field of the type gives a value of Python: not of its subclasses."""
    return _SimpleCData in cls.__bases__


def _read(cls, block, offset, base):
    if isinstance(cls, PyCSimpleType) and _is_simple(cls):
        return cls._get(block.data, offset)
    return cls._at(block, offset, base, base._objects)


def _write(cls, block, offset, base, value):
    if isinstance(cls, PyCSimpleType):
        if isinstance(value, cls):
            value = value.value
        base._keep(cls._set(block.data, offset, value))
    elif isinstance(value, cls):
        size = _size_of(value)
        block.data[offset:offset + size] = bytes(memoryview(value))
        base._keep(value._objects or value)
    elif isinstance(value, tuple) and isinstance(cls, (PyCStructType, UnionType, PyCArrayType)):
        cls._at(block, offset, base).__init__(*value)
    elif issubclass(cls, _Pointer) and value is None:
        block.data[offset:offset + 8] = bytes(8)
    elif issubclass(cls, _Pointer) and isinstance(value, Array):
        struct.pack_into("<Q", block.data, offset, addressof(value))
        base._keep(value)
    elif issubclass(cls, Array) and cls._type_._type_ in ("c", "u"):
        cls._at(block, offset, base).value = value
    else:
        raise TypeError(f"incompatible types, {type(value).__name__} instance instead of {cls.__name__} instance")


class PyCSimpleType(_DataType):
    """The types of numbers, characters and addresses."""

    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        code = getattr(cls, "_type_", None)
        if code is None:
            if name != "_SimpleCData":
                raise AttributeError("class must define a '_type_' attribute")
            cls._is_abstract_ = True
            return
        if not isinstance(code, str):
            raise TypeError("class must define a '_type_' string attribute")
        if code not in _SIZES:
            raise AttributeError(
                "class must define a '_type_' attribute which must be\n"
                f"a single character string containing one of '{''.join(sorted(_SIZES))}'.")
        cls._is_abstract_ = False
        cls._size_ = _SIZES[code]
        cls._alignment_ = _ALIGNMENTS[code]
        cls._order_ = namespace.get("_order_", getattr(cls, "_order_", "<"))
        if "_order_" not in namespace and _SimpleCData in bases and code in _INTEGERS + "fd":
            if cls._size_ > 1:
                swapped = PyCSimpleType(name, bases, {"_type_": code, "_order_": ">"})
                swapped.__ctype_be__ = cls.__ctype_be__ = swapped
                swapped.__ctype_le__ = cls.__ctype_le__ = cls

    def _get(cls, data, at):
        code = cls._type_
        if code == "u":
            return bytes(data[at:at + 4]).decode("utf-32-le", "surrogatepass")
        if code in _POINTERS:
            address, = struct.unpack_from("<Q", data, at)
            if code == "O":
                if not address:
                    raise ValueError("PyObject is NULL")
                return _objects_by_id[address]
            if not address:
                return None
            return address if code == "P" else _string_at(address) if code == "z" else _wstring_at(address)
        if code in "FDG":
            real, imaginary = struct.unpack_from({"F": "<2f", "D": "<2d", "G": "<d8xd"}[code], data, at)
            return complex(real, imaginary)
        return struct.unpack_from(cls._order_ + _format(code), data, at)[0]

    def _set(cls, data, at, value):
        """Writes a value; returns what must live as long as it."""
        code = cls._type_
        if code in _INTEGERS:
            if not hasattr(value, "__index__"):
                raise TypeError("an integer is required" if isinstance(value, float)
                                else f"'{type(value).__name__}' object cannot be interpreted as an integer")
            bits = 8 * cls._size_
            number = value.__index__() & (1 << bits) - 1
            data[at:at + cls._size_] = number.to_bytes(cls._size_, "little" if cls._order_ == "<" else "big")
        elif code == "c":
            if isinstance(value, int):
                value = bytes([value])
            if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
                raise TypeError("one character bytes, bytearray, or an integer in range(256) expected")
            data[at:at + 1] = value
        elif code == "u":
            if not isinstance(value, str):
                raise TypeError(f"a unicode character expected, not instance of {type(value).__name__}")
            if len(value) != 1:
                raise TypeError("one character unicode string expected")
            data[at:at + 4] = value.encode("utf-32-le", "surrogatepass")
        elif code == "?":
            data[at] = bool(value)
        elif code in _POINTERS:
            return cls._set_address(data, at, value)
        elif code in "FDG":
            value = complex(value)
            struct.pack_into({"F": "<2f", "D": "<2d", "G": "<d8xd"}[code], data, at, value.real, value.imag)
        else:
            if not isinstance(value, (int, float)) and not hasattr(value, "__float__"):
                raise TypeError(f"must be real number, not {type(value).__name__}")
            struct.pack_into(cls._order_ + _format(code), data, at, value)
        return None

    def _set_address(cls, data, at, value):
        code, kept = cls._type_, None
        if code == "O":
            kept, address = value, id(value)
            _objects_by_id[address] = value
        elif value is None:
            address = 0
        elif code == "z" and isinstance(value, bytes):
            kept, address = _c_string(value, 1)
        elif code == "Z" and isinstance(value, str):
            kept, address = _c_string(value.encode("utf-32-le", "surrogatepass"), 4)
        elif isinstance(value, int):
            address = value & (1 << 64) - 1
        else:
            wanted = {"z": "bytes or integer address", "Z": "unicode string or integer address"}
            raise TypeError(f"{wanted.get(code, 'cannot be converted to pointer')} expected instead of "
                            f"{type(value).__name__} instance" if code in wanted else "cannot be converted to pointer")
        struct.pack_into("<Q", data, at, address)
        return kept

    def from_param(cls, value):
        if isinstance(value, cls):
            return value
        if cls._type_ in "PzZ" and isinstance(value, (Array, _Pointer, CFuncPtr, _Reference)):
            return value
        try:
            return cls(value)
        except TypeError:
            return super().from_param(value)


def _format(code):
    return {"g": "d8x", "l": "q", "L": "Q", "v": "h"}.get(code, code)


class _SimpleCData(_CData, metaclass=PyCSimpleType):
    """A number, a character or an address."""

    __slots__ = ()

    def __init__(self, value=None):
        if value is not None:
            self.value = value

    @property
    def value(self):
        return type(self)._get(self._block.data, self._offset)

    @value.setter
    def value(self, value):
        kept = type(self)._set(self._block.data, self._offset, value)
        if kept is not None:
            self._objects = kept

    def __bool__(self):
        return any(memoryview(self))

    def __repr__(self):
        if not _is_simple(type(self)):
            return f"<{type(self).__name__} object at {id(self):#x}>"
        return f"{type(self).__name__}({self.value!r})"


class CField:
    """Where a field lies in its structure."""

    def __init__(self, *, name, type, byte_size, byte_offset, index, _internal_use, bit_size=None, bit_offset=None):
        if not isinstance(name, str):
            raise TypeError(f"_fields_ names must be strings, not {name!r}")
        self.name, self.type = name, type
        self.byte_size, self.byte_offset = byte_size, byte_offset
        self.is_bitfield = bit_size is not None
        self.bit_offset = bit_offset if self.is_bitfield else 0
        self.bit_size = bit_size if self.is_bitfield else 8 * byte_size
        self.is_anonymous = False

    @property
    def offset(self):
        return self.byte_offset

    @property
    def size(self):
        return self.bit_size << 16 | self.bit_offset if self.is_bitfield else self.byte_size

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        at = instance._offset + self.byte_offset
        if not self.is_bitfield:
            value = _read(self.type, instance._block, at, instance)
            is_text = isinstance(self.type, PyCArrayType) and getattr(self.type._type_, "_type_", None) in ("c", "u")
            return value.value if is_text else value
        number = self.type._get(instance._block.data, at) >> self.bit_offset & (1 << self.bit_size) - 1
        if self.type._type_ in "bhilq" and number >> self.bit_size - 1:
            number -= 1 << self.bit_size
        return bool(number) if self.type._type_ == "?" else number

    def __set__(self, instance, value):
        at = instance._offset + self.byte_offset
        if not self.is_bitfield:
            _write(self.type, instance._block, at, instance, value)
            return
        mask = (1 << self.bit_size) - 1 << self.bit_offset
        old = self.type._get(instance._block.data, at)
        self.type._set(instance._block.data, at, old & ~mask | value << self.bit_offset & mask)

    def __repr__(self):
        where = f"type={self.type.__name__}, ofs={self.byte_offset}"
        if self.is_bitfield:
            return f"<ctypes.CField {self.name!r} {where}, bit_size={self.bit_size}, bit_offset={self.bit_offset}>"
        return f"<ctypes.CField {self.name!r} {where}, size={self.byte_size}>"


class _AggregateType(_DataType):
    """The types of structures and unions: giving them fields lays them out."""

    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        cls._is_abstract_ = "_abstract_" in namespace
        if "_fields_" in namespace:
            cls._fields_ = namespace["_fields_"]  # by way of whoever swaps their bytes

    def __setattr__(cls, name, value):
        super().__setattr__(name, value)
        if name == "_fields_":
            cls._lay_out(value)

    def _lay_out(cls, fields):
        from ctypes._layout import get_layout
        if cls.__dict__.get("_is_final_"):
            raise AttributeError("_fields_ is final")
        base = next((b for b in cls.__mro__[1:] if isinstance(b, _AggregateType) and "_size_" in b.__dict__
                     and b.__dict__.get("_names_") is not None), None)
        layout = get_layout(cls, fields, cls._is_structure_, base)
        names = list(base._names_) if base else []
        for field in layout.fields:
            field.is_anonymous = field.name in cls.__dict__.get("_anonymous_", ())
            names.append(field.name)
            type.__setattr__(cls, field.name, field)
        for name in cls.__dict__.get("_anonymous_", ()):
            if name not in names:
                raise AttributeError(f"'{name}' is specified in _anonymous_ but not in _fields_")
            cls._open(cls.__dict__[name])
        for attribute, value in (("_size_", layout.size), ("_alignment_", layout.align), ("_names_", names),
                                 ("_format_", layout.format_spec), ("_is_final_", True)):
            type.__setattr__(cls, attribute, value)

    def _open(cls, outer):
        """Makes the fields of an anonymous field the type's own."""
        for name in outer.type._names_:
            inner = getattr(outer.type, name)
            field = CField(
                name=name, type=inner.type, byte_size=inner.byte_size, byte_offset=outer.byte_offset + inner.byte_offset,
                index=0, _internal_use=True, bit_size=inner.bit_size if inner.is_bitfield else None,
                bit_offset=inner.bit_offset if inner.is_bitfield else None)
            type.__setattr__(cls, name, field)


class PyCStructType(_AggregateType):
    """The types of structures."""

    _is_structure_ = True


class UnionType(_AggregateType):
    """The types of unions."""

    _is_structure_ = False


class _Aggregate(_CData):
    __slots__ = ()
    _names_ = None

    def __init__(self, *args, **fields):
        names = self._names_ or ()
        if len(args) > len(names):
            raise TypeError("too many initializers")
        for name, value in zip(names, args):
            if name in fields:
                raise TypeError(f"duplicate values for field {name!r}")
            setattr(self, name, value)
        for name, value in fields.items():
            setattr(self, name, value)


class Structure(_Aggregate, metaclass=PyCStructType):
    """Fields one after the other."""

    __slots__ = ()
    _abstract_ = True


class Union(_Aggregate, metaclass=UnionType):
    """Fields in the same place."""

    __slots__ = ()
    _abstract_ = True


class PyCArrayType(_DataType):
    """The types of arrays."""

    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        if name == "Array" and "_length_" not in namespace:
            cls._is_abstract_ = True
            return
        length, item = getattr(cls, "_length_", None), getattr(cls, "_type_", None)
        if length is None:
            raise AttributeError("class must define a '_length_' attribute")
        if not isinstance(length, int):
            raise TypeError("The '_length_' attribute must be an integer")
        if length < 0:
            raise ValueError("The '_length_' attribute must not be negative")
        if item is None:
            raise AttributeError("class must define a '_type_' attribute")
        cls._is_abstract_ = False
        cls._size_ = length * item._size_
        cls._alignment_ = item._alignment_
        code = getattr(item, "_type_", None)
        if code == "c":
            cls.value, cls.raw = _char_value, _char_raw
        elif code == "u":
            cls.value = _wide_value


def _get_chars(self):
    return bytes(memoryview(self)).partition(b"\0")[0]


def _set_chars(self, value):
    if not isinstance(value, bytes):
        raise TypeError(f"bytes expected instead of {type(value).__name__} instance")
    if len(value) > self._length_:
        raise ValueError("byte string too long")
    data = value + b"\0" if len(value) < self._length_ else value
    self._block.data[self._offset:self._offset + len(data)] = data


def _set_raw(self, value):
    data = bytes(memoryview(value))
    if len(data) > self._length_:
        raise ValueError("byte string too long")
    self._block.data[self._offset:self._offset + len(data)] = data


def _set_wide(self, value):
    if not isinstance(value, str):
        raise TypeError(f"unicode string expected instead of {type(value).__name__} instance")
    if len(value) > self._length_:
        raise ValueError("string too long")
    data = (value + "\0" * (len(value) < self._length_)).encode("utf-32-le", "surrogatepass")
    self._block.data[self._offset:self._offset + len(data)] = data


_char_value = property(_get_chars, _set_chars)
_char_raw = property(lambda self: bytes(memoryview(self)), _set_raw)
_wide_value = property(lambda self: _wide(bytes(memoryview(self)), True), _set_wide)


class Array(_CData, metaclass=PyCArrayType):
    """Values of one type, one after the other."""

    __slots__ = ()

    def __init__(self, *values):
        if len(values) > self._length_:
            raise IndexError("invalid index")
        for index, value in enumerate(values):
            self[index] = value

    def __len__(self):
        return self._length_

    def _place(self, index):
        index = index.__index__()
        if index < 0:
            index += self._length_
        if not 0 <= index < self._length_:
            raise IndexError("invalid index")
        return self._offset + index * self._type_._size_

    def __getitem__(self, index):
        if isinstance(index, slice):
            values = [self[i] for i in range(*index.indices(self._length_))]
            return _joined(self._type_, values)
        return _read(self._type_, self._block, self._place(index), self)

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            places = range(*index.indices(self._length_))
            if len(places) != len(value):
                raise ValueError("Can only assign sequence of same size")
            for i, one in zip(places, value):
                self[i] = one
            return
        _write(self._type_, self._block, self._place(index), self, value)

    def __delitem__(self, index):
        raise TypeError("Array does not support item deletion")

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


def _joined(item, values):
    code = getattr(item, "_type_", None)
    return b"".join(values) if code == "c" else "".join(values) if code == "u" else values


class PyCPointerType(_DataType):
    """The types of pointers."""

    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        cls._size_ = cls._alignment_ = 8
        cls._is_abstract_ = False
        if isinstance(namespace.get("_type_"), type):
            cls.set_type(namespace["_type_"])

    def set_type(cls, target):
        if not isinstance(target, _DataType):
            raise TypeError("_type_ must have storage info")
        cls._type_ = target
        if "_pointer_type_" not in target.__dict__:
            target.__pointer_type__ = cls

    def from_param(cls, value):
        if value is None:
            return None
        if isinstance(value, Array) and value._type_ is cls._type_:
            return value
        if isinstance(value, cls._type_):
            return byref(value)
        return super().from_param(value)


class _Pointer(_CData, metaclass=PyCPointerType):
    """The address of a value."""

    __slots__ = ()

    def __new__(cls, *args, **more):
        if not hasattr(cls, "_type_"):
            raise TypeError("Cannot create instance: has no _type_")
        return super().__new__(cls, *args, **more)

    def __init__(self, target=None):
        if target is not None:
            self.contents = target

    def _address(self):
        address, = struct.unpack_from("<Q", self._block.data, self._offset)
        if not address:
            raise ValueError("NULL pointer access")
        return address

    @property
    def contents(self):
        block, at = _memory.find(self._address())
        return self._type_._at(block, at, None, self._objects)

    @contents.setter
    def contents(self, target):
        if not isinstance(target, self._type_):
            raise TypeError(f"expected {self._type_.__name__} instead of {type(target).__name__}")
        struct.pack_into("<Q", self._block.data, self._offset, addressof(target))
        self._objects = {"1": target}

    def __bool__(self):
        return any(memoryview(self))

    def __getitem__(self, index):
        if isinstance(index, slice):
            if index.stop is None:
                raise ValueError("slice stop is required")
            step = 1 if index.step is None else index.step
            return _joined(self._type_, [self[i] for i in range(index.start or 0, index.stop, step)])
        block, at = _memory.find(self._address())
        return _read(self._type_, block, at + index.__index__() * self._type_._size_, self)

    def __setitem__(self, index, value):
        block, at = _memory.find(self._address())
        _write(self._type_, block, at + index.__index__() * self._type_._size_, self, value)


class PyCFuncPtrType(_DataType):
    """The types of pointers to functions."""

    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        cls._size_ = cls._alignment_ = 8
        if "_flags_" not in namespace and name != "CFuncPtr" and not hasattr(cls, "_flags_"):
            raise TypeError("class must define _flags_ which must be an integer")


class CFuncPtr(_CData, metaclass=PyCFuncPtrType):
    """A function of Python behind a pointer; those of libraries cannot be had."""

    __slots__ = ("_function", "argtypes", "restype", "errcheck")
    _argtypes_ = None
    _restype_ = None

    def __init__(self, target=None, *more):
        self.argtypes, self.restype, self.errcheck = self._argtypes_, self._restype_, None
        self._function = None
        if isinstance(target, tuple):
            raise AttributeError(f"function {target[0]!r} not found")
        if isinstance(target, int):
            self._function = _FUNCTIONS.get(target)
        elif callable(target):
            self._function = self._called_back(target)
            struct.pack_into("<Q", self._block.data, self._offset, _memory.address(self._block))
        elif target is not None:
            raise TypeError("argument must be callable or integer function address")

    def _called_back(self, function):
        def call(*args):
            given = [t(a) if not isinstance(a, t) else a for t, a in zip(self.argtypes or (), args)] or args
            result = function(*[a.value if isinstance(a, _SimpleCData) and _is_simple(type(a)) else a for a in given])
            return result if self.restype is None or not _is_simple(self.restype) else self.restype(result).value
        return call

    def __call__(self, *args):
        if self._function is None:
            raise ValueError("attempt to call a NULL pointer")
        return self._function(*args)

    def __bool__(self):
        return self._function is not None

    def __repr__(self):
        return f"<{type(self).__name__} object at {id(self):#x}>"


class _Reference:
    """What ``byref`` gives."""

    def __init__(self, target, offset):
        self._obj, self._at = target, offset

    def __repr__(self):
        return f"<cparam 'P' ({addressof(self._obj) + self._at:#x})>"


def _size_of(value):
    return getattr(value, "_resized_", None) or type(value)._size_


def sizeof(value):
    """The size of a type or value in bytes."""
    if isinstance(value, _DataType):
        return value._size_
    if isinstance(value, _CData):
        return _size_of(value)
    raise TypeError("this type has no size")


def alignment(value):
    """What the address of a type's values is a multiple of."""
    if isinstance(value, (_DataType, _CData)):
        return value._alignment_
    raise TypeError("no alignment info")


def byref(value, offset=0):
    """A pointer to a value, as an argument only."""
    if not isinstance(value, _CData):
        raise TypeError(f"byref() argument must be a ctypes instance, not '{type(value).__name__}'")
    return _Reference(value, offset)


def addressof(value):
    """The address of a value."""
    if not isinstance(value, _CData):
        raise TypeError("invalid type")
    return _memory.address(value._block) + value._offset


def resize(value, size):
    """Gives a value more memory."""
    if not isinstance(value, _CData):
        raise TypeError("excepted ctypes instance")
    if size < type(value)._size_:
        raise ValueError(f"minimum size is {type(value)._size_}")
    if value._b_base_ is not None:
        raise ValueError("Memory cannot be resized because this object doesn't own it")
    value._block = _Block(memoryview(bytearray(bytes(memoryview(value)).ljust(size, b"\0"))))
    value._offset = 0
    value._resized_ = size


def buffer_info(value):
    """Format, dimensions and shape of a type's buffer."""
    kind, shape = value if isinstance(value, type) else type(value), []
    while isinstance(kind, PyCArrayType):
        shape.append(kind._length_)
        kind = kind._type_
    if isinstance(kind, PyCSimpleType):
        form = getattr(kind, "_order_", "<") + kind._type_
    else:
        form = getattr(kind, "_format_", "B") if isinstance(kind, _AggregateType) else "&B"
    return form, len(shape), tuple(shape)


def dlopen(name, flag=RTLD_LOCAL):
    """The process itself has a handle; nothing else can be opened."""
    if name is None:
        return 0
    raise OSError(f"{name}: no library can be opened here")


def dlclose(handle):
    """Closes nothing."""


def dlsym(handle, name):
    """Finds nothing."""
    raise OSError(f"undefined symbol: {name}")


_errno = 0


def get_errno():
    """The number of the last error that was set."""
    return _errno


def set_errno(value):
    """Sets the number of an error; returns the one before."""
    global _errno
    before, _errno = _errno, value
    return before


def _address(value):
    if value is None:
        return 0
    if isinstance(value, int):
        return value
    if isinstance(value, _Reference):
        return addressof(value._obj) + value._at
    if isinstance(value, Array):
        return addressof(value)
    if isinstance(value, _Pointer) or isinstance(value, _SimpleCData) and value._type_ in "PzZ":
        return struct.unpack_from("<Q", value._block.data, value._offset)[0]
    if isinstance(value, CFuncPtr):
        return addressof(value)
    if isinstance(value, (bytes, str)):
        data, width = (value, 1) if isinstance(value, bytes) else (value.encode("utf-32-le"), 4)
        block, address = _c_string(data, width)
        _lent.append(block)
        del _lent[:-_LENT]
        return address
    raise ArgumentError(f"argument 1: TypeError: 'wrong type': {type(value).__name__}")


# The last texts whose addresses were asked for: whoever asks uses them at once.
_lent = []
_LENT = 64


def _memmove(target, source, count):
    to, at = _memory.find(_address(target))
    data = bytes(source)[:count] if isinstance(source, bytes) else _string_at(_address(source), count)
    to.data[at:at + count] = data
    return _address(target)


def _memset(target, value, count):
    to, at = _memory.find(_address(target))
    to.data[at:at + count] = bytes([value & 255]) * count
    return _address(target)


def _cast(value, source, kind):
    if not isinstance(kind, (PyCPointerType, PyCFuncPtrType)) and getattr(kind, "_type_", None) not in ("P", "z", "Z"):
        raise TypeError(f"cast() argument 2 must be a pointer, not {getattr(kind, '__name__', kind)}")
    result = kind.__new__(kind)
    struct.pack_into("<Q", result._block.data, 0, _address(value))
    result._objects = {"0": source, "1": getattr(source, "_objects", None), "2": list(_lent[-1:])}
    return result


def _memoryview_at(address, size, readonly):
    block, at = _memory.find(_address(address))
    view = block.data[at:at + size]
    return view.toreadonly() if readonly else view


_memmove_addr, _memset_addr, _string_at_addr, _cast_addr, _wstring_at_addr, _memoryview_at_addr = range(1, 7)
_FUNCTIONS = {
    _memmove_addr: _memmove,
    _memset_addr: _memset,
    _string_at_addr: lambda address, size=-1: _string_at(_address(address), size),
    _cast_addr: _cast,
    _wstring_at_addr: lambda address, size=-1: _wstring_at(_address(address), size),
    _memoryview_at_addr: _memoryview_at,
}


def POINTER(cls):
    """The type of pointers to a type."""
    import ctypes
    return ctypes.POINTER(cls)


def pointer(value):
    """A pointer to a value."""
    return POINTER(type(value))(value)


def Py_INCREF(value):
    """Objects live as long as they are known."""
    return value


def Py_DECREF(value):
    """Objects live as long as they are known."""
    return value


for _class in (CField, ArgumentError):
    _class.__module__ = "ctypes" if _class is ArgumentError else "_ctypes"
del _class
