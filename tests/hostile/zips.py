"""ZIP files as no program that means well writes them: each field of each header can be made to lie."""
import dataclasses
import struct
import zlib

STORED, DEFLATED = 0, 8
LOCAL, CENTRAL, END = b"PK\3\4", b"PK\1\2", b"PK\5\6"
NO_TIME, NO_DAY = 0, 0x21  # 1980-01-01


@dataclasses.dataclass
class Entry:
    """An entry as it should be. What else is given stands in the directory, and in the local header too."""
    name: bytes
    content: bytes = b""
    method: int = DEFLATED
    data: bytes = None     # as it stands in the file; else it is made of the content
    size: int = None       # that is told, inflated
    packed: int = None     # that is told, as it stands
    crc: int = None
    flags: int = 0
    at: int = None         # where another entry's data are used instead of its own

    def __post_init__(self):
        if self.data is None:
            self.data = deflated(self.content) if self.method == DEFLATED else self.content
        self.size = len(self.content) if self.size is None else self.size
        self.packed = len(self.data) if self.packed is None else self.packed
        self.crc = zlib.crc32(self.content) if self.crc is None else self.crc


def deflated(content):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def blanks(size, begin=b"", step=1 << 20):
    """`begin` and blanks, `size` bytes together, deflated. One piece of blanks is repeated: each stands alone."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = packer.compress(begin + b" " * ((size - len(begin)) % step)) + packer.flush(zlib.Z_FULL_FLUSH)
    piece = packer.compress(b" " * step) + packer.flush(zlib.Z_FULL_FLUSH)
    return first + piece * ((size - len(begin)) // step) + packer.flush()


def header(entry):
    return struct.pack("<HHHHHIIIH", 20, entry.flags, entry.method, NO_TIME, NO_DAY, entry.crc, entry.packed, entry.size,
                       len(entry.name))


def packed(entries, told=None):
    """The bytes of the package; `told`: how many entries its end speaks of."""
    body, places = bytearray(), []
    for entry in entries:
        places.append(len(body) if entry.at is None else entry.at)
        if entry.at is None:
            body += LOCAL + header(entry) + struct.pack("<H", 0) + entry.name + entry.data
    directory = b"".join(CENTRAL + struct.pack("<H", 20) + header(entry) + struct.pack("<HHHHII", 0, 0, 0, 0, 0, place)
                         + entry.name for entry, place in zip(entries, places))
    count = len(entries) if told is None else told
    return bytes(body) + directory + END + struct.pack("<HHHHIIH", 0, 0, count & 0xFFFF, count & 0xFFFF, len(directory),
                                                       len(body), 0)


def whole(parts):
    return [Entry(name.encode(), content) for name, content in parts.items()]


# What can be done to a package. Each is given its parts, and the name of the part that matters most.

def with_entry(*names, **fields):
    return lambda parts, main: packed(whole(parts) + [Entry(name, b"x", **fields) for name in names])


def with_main(**fields):
    """The main part, with fields that lie."""
    def make(parts, main):
        rest = {name: content for name, content in parts.items() if name != main}
        return packed(whole(rest) + [Entry(main.encode(), parts[main], **fields)])
    return make


def bomb(size, told=None):
    """A main part that inflates to `size` bytes, nearly all of them blanks."""
    def make(parts, main):
        data = blanks(size, parts[main].rpartition(b"<")[0])
        rest = {name: content for name, content in parts.items() if name != main}
        return packed(whole(rest) + [Entry(main.encode(), data=data, size=size if told is None else told)])
    return make


def many_bombs(count, size):
    """Each part is within bounds, all together are not."""
    def make(parts, main):
        data = blanks(size)
        return packed(whole(parts) + [Entry(b"x/%d.xml" % i, data=data, size=size) for i in range(count)])
    return make


def overlapping(count, size):
    """One stream of data that all entries share, as in a bomb that needs no nesting."""
    def make(parts, main):
        entries = whole(parts)
        data = blanks(size)
        at = len(packed(entries)) - 22 - sum(46 + len(entry.name) for entry in entries)
        return packed(entries + [Entry(b"x/%d.xml" % i, data=data, size=size, at=at if i else None)
                                 for i in range(count)])
    return make


def twice(parts, main):
    return packed(whole(parts) + [Entry(main.encode(), b"<other/>")])


def twice_in_capitals(parts, main):
    return packed(whole(parts) + [Entry(main.upper().encode(), b"<other/>")])


def many(count, told=None):
    return lambda parts, main: packed(whole(parts) + [Entry(b"x/%d" % i, method=STORED) for i in range(count)], told)


def cut(parts, main):
    return packed(whole(parts))[:-30]


def local_lies(parts, main):
    """The local header of the main part has another name than the directory."""
    content = packed(whole(parts))
    at = content.index(LOCAL + header(Entry(main.encode(), parts[main])))
    return content[:at + 30] + b"z" + content[at + 31:]
