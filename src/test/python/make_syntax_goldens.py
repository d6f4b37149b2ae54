#!/usr/bin/env python3.14
"""Write what CPython says about the syntax of small sources.

    python3.14 make_syntax_goldens.py src/test/resources/golden

Below that folder
  ast/*.py       -> NAME.3.14.ast   ast.dump with places, a line for each statement; then the warnings
  token/*.py     -> NAME.3.14.tok   the tokens that the parser gets: kind, first and last place, text
  err/*.tsv      the first two columns (mode, source) are the cases; the others are written anew: class,
                 message, lineno, offset, end_lineno, end_offset, text, all "ok" if there is no error
  err/*.X.Y.tsv  the same for another version; only these are written if it is that version which runs
  err/limits.3.14.tsv    how deep constructs nest
  unicode/digests.3.14.tsv  digests over all characters, names and encodings

In tables \\n, \\t, \\r and \\\\ are escapes, \\xNN is any other byte beyond ASCII; None is empty.
"""
import ast
import codecs
import hashlib
import io
import os
import sys
import token
import unicodedata
import warnings

VERSION = '%d.%d' % sys.version_info[:2]
MAIN_VERSION = '3.14'
ONLY_AST = ast.PyCF_ONLY_AST
FIELDS = ('msg', 'lineno', 'offset', 'end_lineno', 'end_offset', 'text')


def escape(value):
    if value is None:
        return ''
    data = value if isinstance(value, bytes) else str(value).encode('utf-8', 'surrogatepass')
    out = []
    for b in data:
        c = chr(b)
        if c in '\n\t\r\\':
            out.append({'\n': '\\n', '\t': '\\t', '\r': '\\r', '\\': '\\\\'}[c])
        else:
            out.append(c if 32 <= b < 127 else '\\x%02x' % b)
    return ''.join(out)


def unescape(text):
    out, i = bytearray(), 0
    while i < len(text):
        if text[i] != '\\':
            out += text[i].encode('utf-8')
            i += 1
        elif text[i + 1] == 'x':
            out.append(int(text[i + 2:i + 4], 16))
            i += 4
        else:
            out += {'n': b'\n', 't': b'\t', 'r': b'\r', '\\': b'\\'}[text[i + 1]]
            i += 2
    return bytes(out)


def write(path, lines):
    with open(path, 'w', encoding='utf-8', newline='\n') as f:
        f.write(''.join(line + '\n' for line in lines))


def trees(folder):
    for name in sorted(os.listdir(folder)):
        if not name.endswith('.py'):
            continue
        with open(os.path.join(folder, name), 'rb') as f:
            source = f.read()
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter('always')
            tree = ast.parse(source, name)
        lines = [ast.dump(s, include_attributes=True) for s in tree.body]
        lines += ['# %d %s' % (w.lineno, w.message) for w in caught]
        # Lone surrogates have no bytes; repr has escaped them already.
        write(os.path.join(folder, name[:-3] + '.%s.ast' % VERSION), lines)


def tokens(folder):
    import _tokenize  # has another form before 3.13
    for name in sorted(os.listdir(folder)):
        if not name.endswith('.py'):
            continue
        with open(os.path.join(folder, name), encoding='utf-8') as f:
            lines = [line + '\n' for line in f.read().split('\n')]
        rows = []
        feed = iter(lines)
        for kind, text, start, end, _ in _tokenize.TokenizerIter(
                lambda: next(feed, ''), extra_tokens=False):
            kind_name = token.tok_name[token.EXACT_TOKEN_TYPES.get(text, kind) if kind == token.OP else kind]
            if kind in (token.INDENT, token.DEDENT, token.ENDMARKER):
                rows.append(kind_name)
            else:
                rows.append('%s %d:%d-%d:%d %s' % (kind_name, *start, *end, escape(text)))
        write(os.path.join(folder, name[:-3] + '.%s.tok' % VERSION), rows)


def outcome(source, mode):
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        try:
            compile(source, 'case', mode, ONLY_AST, dont_inherit=True)
        except SyntaxError as e:
            return [type(e).__name__] + [escape(getattr(e, f)) for f in FIELDS]
        except Exception as e:
            return [type(e).__name__, escape(str(e)), '', '', '', '', '']
    return ['ok'] * 7


def errors(folder, suffix='.tsv'):
    for name in sorted(os.listdir(folder)):
        if not name.endswith(suffix) or name.startswith('limits.') or name.count('.') != suffix.count('.'):
            continue
        path = os.path.join(folder, name)
        rows = []
        with open(path, encoding='utf-8') as f:
            for line in f.read().split('\n'):
                if line and not line.startswith('#'):
                    mode, source = line.split('\t')[:2]
                    rows.append('\t'.join([mode, source] + outcome(unescape(source), mode)))
        write(path, rows)


LIMITS = [  # name, before each level, in the middle, after each level, largest count tried
    ('not', 'not ', '1', '', 8000), ('minus', '-', '1', '', 8000), ('lambda', 'lambda:', '1', '', 8000),
    ('conditional', '1 if 2 else ', '3', '', 8000), ('power', '2**', '3', '', 8000),
    ('elif', 'elif b: pass\n', '', '', 8000), ('parentheses', '(', '1', ')', 400),
    ('lists', '[', '1', ']', 400), ('calls', 'f(', '1', ')', 400), ('dicts', '{1:', '2', '}', 400),
    ('subscripts', 'a[', '1', ']', 400), ('comprehensions', '[a for b in ', '1', ']', 400),
    ('sum', '1+', '1', '', 20000), ('attributes', 'a.', 'b', '', 20000),
    ('parentheses and not', '(not not not not not not not not not not not not not not not not not not ',
     '1', ')', 400),
    ('lists and lambda', '[lambda:lambda:lambda:lambda:', '1', ']', 400),
]


def nested(name, before, middle, after, count):
    head = 'if a: pass\n' if name == 'elif' else ''
    return head + before * count + middle + after * count + '\n'


def limits(folder):
    rows = []
    for name, before, middle, after, most in LIMITS:
        def fails(count):
            return outcome(nested(name, before, middle, after, count).encode(), 'exec')[:2]
        low, high = 1, most
        if fails(most)[0] == 'ok':
            low = most
        else:
            while high - low > 1:
                half = (low + high) // 2
                if fails(half)[0] == 'ok':
                    low = half
                else:
                    high = half
        rows.append('\t'.join([name, escape(before), middle, after, str(low)]
                              + (['', ''] if low == most else fails(low + 1))))
    write(os.path.join(folder, 'limits.%s.tsv' % VERSION), rows)


def digest(lines):
    h = hashlib.sha256()
    for line in lines:
        h.update(line.encode('utf-8') + b'\n')
    return h.hexdigest()


def plain(text):
    return ' '.join('%X' % ord(c) for c in text)


def pool():
    """Characters that normal forms change or move."""
    return [c for c in range(0x110000) if not 0xd800 <= c < 0xe000
            and (unicodedata.combining(chr(c)) or unicodedata.decomposition(chr(c))
                 or 0x1100 <= c < 0x1200)]


def mixed(pool):
    """Strings of a few characters each, by a generator that is easy to write again."""
    seed = 1
    for _ in range(20000):
        out = []
        for _ in range(5):
            seed = (seed * 1103515245 + 12345) & 0x7fffffff
            out.append(pool[seed % len(pool)])
        yield ''.join(map(chr, out))


TABLES = ('big5 big5hkscs cp932 cp949 cp950 euc_jp gb18030 gb2312 gbk johab shift_jis '
          'cp1252 cp437 iso8859_15 koi8_r mac_roman cp037 utf_7').split()


def decoded(codec, data):
    try:
        text = data.decode(codec)
        text.encode('utf-8')
        return plain(text)
    except UnicodeError as e:
        return str(e)


def pairs(codec):
    for a in range(256):
        yield decoded(codec, bytes([a, 0x20]))
        for b in range(256):
            yield decoded(codec, bytes([a, b, 0x20]))


def unicode(folder):
    points = [c for c in range(0x110000) if not 0xd800 <= c < 0xe000]
    characters, runs = pool(), []
    for c in characters:
        if runs and runs[-1][1] == c - 1:
            runs[-1][1] = c
        else:
            runs.append([c, c])
    write(os.path.join(folder, 'pool.%s.tsv' % VERSION), ['%X\t%X' % tuple(r) for r in runs])
    rows = [
        ('identifier start', digest('%X' % c for c in points if chr(c).isidentifier())),
        ('identifier part', digest('%X' % c for c in points if ('a' + chr(c)).isidentifier())),
        ('printable', digest('%X' % c for c in points if chr(c).isprintable())),
        ('nfkc of characters', digest(plain(unicodedata.normalize('NFKC', chr(c))) for c in points)),
        ('nfkc of strings', digest(plain(s) + '=' + plain(unicodedata.normalize('NFKC', s)) for s in mixed(characters))),
    ]
    # Names cannot be listed from the other side, so they are written out, one in 50 of them.
    names = [(unicodedata.name(chr(c), None), c) for c in points]
    names = [n for n in names if n[0]][::50]
    write(os.path.join(folder, 'names.%s.tsv' % VERSION),
          ['%s\t%X' % n for n in names] + ['NO SUCH NAME\t-1', 'CJK UNIFIED IDEOGRAPH-04E00\t-1'])
    for codec in TABLES:
        rows.append(('codec ' + codec, digest(pairs(codec))))
    write(os.path.join(folder, 'digests.%s.tsv' % VERSION), ['\t'.join(r) for r in rows])


def main():
    root = sys.argv[1]
    if VERSION != MAIN_VERSION:
        errors(os.path.join(root, 'err'), '.%s.tsv' % VERSION)
        return
    trees(os.path.join(root, 'ast'))
    tokens(os.path.join(root, 'token'))
    errors(os.path.join(root, 'err'))
    limits(os.path.join(root, 'err'))
    unicode(os.path.join(root, 'unicode'))
    with open(os.path.join(root, 'SYNTAX-PROVENANCE.md'), 'w') as f:
        f.write('ast, token, err and unicode: written by make_syntax_goldens.py under CPython %s, '
                'Unicode %s.\n' % (sys.version.split()[0], unicodedata.unidata_version))


main()
