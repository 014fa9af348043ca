"""Holds a folder against RFC 8493, clause by clause. Knows nothing of the program."""
import hashlib
import os
import re

ALGORITHMS = {"md5": 32, "sha1": 40, "sha224": 56, "sha256": 64, "sha384": 96, "sha512": 128}
# 2.2.2: these may stand once only.
SINGLE = {"Bagging-Date", "Bag-Size", "Payload-Oxum", "Bag-Group-Identifier", "Bag-Count"}


def read(*parts):
    with open(os.path.join(*parts), "rb") as file:
        return file.read()


def files_below(bag, under=""):
    """Paths of all files, with /, from the bag's folder."""
    found = []
    for folder, _, names in os.walk(os.path.join(bag, under)):
        found += [os.path.relpath(os.path.join(folder, name), bag).replace(os.sep, "/") for name in names]
    return found


def decoded(path):
    """2.1.3: only CR, LF and % are percent-encoded."""
    return re.sub("%(0A|0D|25)", lambda m: chr(int(m[1], 16)), path, flags=re.I)


def manifest(bag, name, faults):
    """path -> checksum of a manifest, whose form is checked."""
    algorithm = re.fullmatch(r"(?:tag)?manifest-(\w+)\.txt", name)[1]
    listed = {}
    if algorithm not in ALGORITHMS:
        faults.append(f"2.4: {name}: the algorithm is not a normalized name")
        return listed
    text = read(bag, name).decode("utf-8")
    if text and text[-1] not in "\r\n":
        faults.append(f"2.1.3: {name}: the last line has no end")
    for line in text.splitlines():
        found = re.fullmatch(rf"([0-9a-fA-F]{{{ALGORITHMS[algorithm]}}})[ \t]+\*?(\S.*)", line)
        if not found:
            faults.append(f"2.1.3: {name}: {line!r}")
            continue
        path = decoded(found[2])
        if path.startswith(("/", "~")) or ".." in path.split("/") or "\\" in path:
            faults.append(f"2.1.3: {name}: {path} leaves the bag")
            continue
        if path in listed:
            faults.append(f"2.1.3: {name}: {path} stands twice")
        listed[path] = found[1].lower()
        if not os.path.isfile(os.path.join(bag, path)):
            faults.append(f"3: {name}: {path} is missing")
        elif hashlib.new(algorithm, read(bag, path)).hexdigest() != found[1].lower():
            faults.append(f"3: {name}: {path} differs")
    return listed


def info(bag, faults):
    """Label -> values of bag-info.txt (2.2.2)."""
    values, label = {}, None
    text = read(bag, "bag-info.txt").decode("utf-8")
    for line in text.splitlines():
        if line[:1] in (" ", "\t"):
            if label is None:
                faults.append("2.2.2: bag-info.txt begins with a continued line")
            else:
                values[label][-1] += line.lstrip(" \t")
        else:
            found = re.fullmatch(r"([^\s:][^:]*):[ \t](.*)", line)
            if not found:
                faults.append(f"2.2.2: bag-info.txt: {line!r}")
                continue
            label = found[1]
            values.setdefault(label, []).append(found[2])
        if len(line) > 79:
            faults.append(f"2.2.2: bag-info.txt: longer than 79 characters: {line!r}")
    for label in SINGLE & values.keys():
        if len(values[label]) > 1:
            faults.append(f"2.2.2: {label} stands more than once")
    return values


def check_payload(bag, faults):
    payload = set(files_below(bag, "data"))
    if not os.path.isdir(os.path.join(bag, "data")):
        faults.append("2.1.2: there is no data/")
    manifests = [name for name in os.listdir(bag) if re.fullmatch(r"manifest-\w+\.txt", name)]
    if not manifests:
        faults.append("2.1.3: there is no payload manifest")
    for name in manifests:
        listed = manifest(bag, name, faults)
        faults += [f"2.1.3: {name} lists {path}, which is no payload" for path in listed if not path.startswith("data/")]
        faults += [f"3: {name} lacks {path}" for path in payload - listed.keys()]
    return payload


def check_tags(bag, faults):
    there = {path for path in files_below(bag) if not path.startswith("data/")}
    for name in [name for name in os.listdir(bag) if re.fullmatch(r"tagmanifest-\w+\.txt", name)]:
        listed = manifest(bag, name, faults)
        if any(path.startswith(("data/", "tagmanifest-")) for path in listed):
            faults.append(f"2.2.1: {name} lists payload or a tag manifest")
        if any(re.fullmatch(r"manifest-\w+\.txt", path) and path not in listed for path in there):
            faults.append(f"2.2.1: {name} lacks a payload manifest")
        faults += [f"2.2.1: {name} lacks {path}" for path in there - listed.keys() if not path.startswith("tagmanifest-")]
    if "fetch.txt" in there:
        faults.append("2.2.3: fetch.txt: the bag is not complete")


def check(bag):
    """What is against the RFC; and the values of bag-info.txt."""
    faults = []
    if read(bag, "bagit.txt") not in (b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
                                      b"BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n"):
        faults.append("2.1.1: bagit.txt")
    payload = check_payload(bag, faults)
    check_tags(bag, faults)
    values = info(bag, faults)
    oxum = f"{sum(len(read(bag, path)) for path in payload)}.{len(payload)}"
    if values.get("Payload-Oxum") != [oxum]:
        faults.append(f"2.2.2: Payload-Oxum is {values.get('Payload-Oxum')}, not {oxum}")
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", values.get("Bagging-Date", [""])[0]):
        faults.append("2.2.2: Bagging-Date")
    return faults, values
