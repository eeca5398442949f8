"""A small pack that is right, as files, folder or zip; and what makes it wrong."""

import io
import struct
import zipfile

from tests.content.conftest import ADVICE, FORM, PACK, SCALES, WORDS

FILES = {
    "pack.toml": PACK,
    "scales.toml": SCALES,
    "advice.toml": ADVICE,
    "forms/evening.toml": FORM,
    "locale/de/evening.toml": WORDS,
}
SHELF_FORM = FORM.replace(
    '[timing]\nanchor = "course-start"\nopens = "-30m"\ndue = "16h"\ncloses = "2d"\nevery = "30d"\n', ""
)


def changed(name, old, new, files=FILES):
    """The files, with one piece of one of them replaced."""
    assert old in files[name]
    return files | {name: files[name].replace(old, new, 1)}


def as_folder(root, files):
    """The files in a folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return root


def as_zip(path, files, **more):
    """The files in a zip; ``more`` names further ways to pack them."""
    path.write_bytes(zipped(files, **more))
    return path


def zipped(files, extra=(), method=zipfile.ZIP_DEFLATED):
    """A zip of the files; ``extra`` holds pairs of a ZipInfo (or a name) and its bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as packed:
        for name, text in files.items():
            packed.writestr(name, text)
        for info, data in extra:
            if isinstance(info, zipfile.ZipInfo):
                info.compress_type = method
            packed.writestr(info, data)
    return stream.getvalue()


def entry(name, mode=0o100644):
    """A ZipInfo with the mode of a Unix file."""
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    return info


def renamed(data, old, new):
    """The zip with a name replaced in it, byte for byte, as no honest program writes it."""
    assert len(old) == len(new)
    assert old in data
    return data.replace(old, new)


def with_flag(data, bit):
    """The zip with a flag set on its first file, both where it begins and in the list at the end."""
    packed = bytearray(data)
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = packed.index(signature) + place
        struct.pack_into("<H", packed, at, struct.unpack_from("<H", packed, at)[0] | bit)
    return bytes(packed)


def claiming(data, size):
    """The zip whose first file says that it holds so many bytes, in both places."""
    packed = bytearray(data)
    for signature, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", packed, packed.index(signature) + place, size)
    return bytes(packed)


def with_method(data, method):
    """The zip whose first file says that it is packed in another way."""
    packed = bytearray(data)
    for signature, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        struct.pack_into("<H", packed, packed.index(signature) + place, method)
    return bytes(packed)
