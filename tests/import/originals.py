"""The tables of schemes as offices draw them in Word, with the words of our rubrics: names broken over lines, blanks
and half brackets around points, tables that end with the page and begin again with their header, cells that are
left empty there or repeated, departments one a line."""

import xml.etree.ElementTree as ElementTree

from grids import Cell

HAN = "一二三四五六七八九十"


def numeral(number):
    tens, ones = divmod(number, 10)
    return (HAN[tens - 1] if tens > 1 else "") + ("十" if tens else "") + (HAN[ones - 1] if ones else "")


class Leaf:
    """An indicator with the groups around it, from the first level down."""

    def __init__(self, node, groups, names):
        self.node, self.groups = node, groups
        refs = (node.get("departments") or "").split()
        self.departments = [names[i] for i in refs] + [d.get("as") or names[d.get("ref")] for d in node.findall("dept")]
        self.evidence = [e.text for e in node.findall("evidence")]
        self.joined = node.get("joined") == "true"

    def points(self, mark):
        """By mark, a format as （{} 分）."""
        deduction = self.node.find("deduction")
        if deduction is not None and deduction.get("each"):
            return mark.format(f"每项扣 {deduction.get('each')} ").replace(" 分", " 分，最高扣 " + deduction.get("most") + " 分")
        if deduction is not None:
            return mark.format("最高扣 " + deduction.get("most"))
        return mark.format(self.node.get("points")) if self.node.get("points") else ""

    def text(self, mark):
        node = self.node.find("text")
        place = node.find("mark")
        if place is None:
            return node.text + self.points(mark)
        return (node.text or "") + self.points(mark) + (place.tail or "")


def read(path):
    root = ElementTree.parse(path).getroot()
    names = {d.get("id"): d.get("name") for d in root.findall("department")}

    def walk(node, groups):
        for child in node:
            if child.tag == "group":
                yield from walk(child, (*groups, child))
            elif child.tag == "indicator":
                yield Leaf(child, groups, names)

    return list(walk(root, ()))


def runs(leaves, key):
    """Neighbours with one key: the first one's place, and how many."""
    start = 0
    for end in range(1, len(leaves) + 1):
        if end == len(leaves) or key(leaves[end]) != key(leaves[start]):
            yield start, end - start
            start = end


def header(words):
    return [Cell(0, column, 1, columns, text) for column, columns, text in words]


def merged(leaves, column, key, text, columns=1):
    """One cell for neighbours with one key."""
    return [Cell(1 + start, column, count, columns, text(leaves[start])) for start, count in runs(leaves, key)]


def each(leaves, column, text):
    return [Cell(1 + row, column, 1, 1, text(leaf)) for row, leaf in enumerate(leaves)]


def marks(group, mark):
    return mark.format(group.get("marks")) if group.get("marks") else ""


def henan(leaves):
    """A table a page; where a page begins within a group, the group's cell is empty."""
    firsts = list({id(leaf.groups[0]): leaf.groups[0] for leaf in leaves}.values())
    seconds = list({id(leaf.groups[1]): leaf.groups[1] for leaf in leaves}.values())
    shown = set()

    def once(group, text):
        if group in shown:
            return ""
        shown.add(group)
        return text

    def first(leaf):
        group = leaf.groups[0]
        return once(group, f"{numeral(firsts.index(group) + 1)}、{group.get('title')}{marks(group, '（{} 分）')}")

    def second(leaf):
        group = leaf.groups[1]
        return once(group, f"（{numeral(seconds.index(group) + 1)}）{group.get('title')}")

    def table(part):
        cells = header([(0, 1, "考核领域"), (1, 2, "考核要点"), (3, 1, "具体内容"), (4, 1, "评价部门")])
        cells += merged(part, 0, lambda leaf: leaf.groups[0], first)
        for start, count in runs(part, lambda leaf: leaf.groups[1]):
            deep = len(part[start].groups) > 2
            cells.append(Cell(1 + start, 1, count, 1 if deep else 2, second(part[start])))
            if deep:
                below = merged(part[start : start + count], 2, lambda leaf: leaf.groups[2], lambda leaf: once(leaf.groups[2], leaf.groups[2].get("title")))
                cells += [Cell(c.row + start, c.column, c.rows, 1, c.text) for c in below]
        cells += each(part, 3, lambda leaf: leaf.text("（{} 分）"))
        return cells + merged(part, 4, lambda leaf: leaf.departments, lambda leaf: "\n".join(leaf.departments))

    pages = [0, 13, 30, 52, len(leaves)]
    return [("附件1\n迎接2021年度河南省政府质量工作考核市直各单位责任分工表" if start == 0 else None, table(leaves[start:end])) for start, end in zip(pages, pages[1:])]


def yuncheng(leaves):
    """Several indicators in one cell; what is deducted stands as other points do."""
    rows = [leaf for leaf in leaves if not leaf.joined]

    def text(leaf):
        cell = [leaf] + [other for other in leaves[leaves.index(leaf) + 1 : leaves.index(leaf) + 2] if other.joined]
        return "\n".join(other.text("（{}分）").replace("最高扣 ", "") for other in cell)

    cells = header([(column, 1, name) for column, name in enumerate(("考核类别", "考核项目", "评分标准", "考核部门", "备注"))])
    cells += merged(rows, 0, lambda leaf: leaf.groups[0], lambda leaf: leaf.groups[0].get("title"))
    cells += merged(rows, 1, lambda leaf: leaf.groups[1], lambda leaf: leaf.groups[1].get("title"))
    cells += each(rows, 2, text)
    cells += merged(rows, 3, lambda leaf: leaf.departments, lambda leaf: leaf.departments[0])
    return [("2022年质量工作考核指标", cells + each(rows, 4, lambda leaf: ""))]


def xianning(leaves):
    """Half brackets; names of two lines; a header of two lines; a group's name again on the next page."""
    groups = list({id(leaf.groups[0]): leaf.groups[0] for leaf in leaves}.values())

    def serial(leaf):
        number, each = 0, False
        for group in groups:
            each = group.get("numbered") == "each"
            inside = [other for other in leaves if other.groups[0] is group]
            if leaf in inside:
                return str(number + (inside.index(leaf) if each else 0) + 1)
            number += len(inside) if each else 1
        return ""

    def two_lines(text):
        return text[:4] + "\n" + text[4:] if len(text) > 5 else text

    def table(part):
        names = ("序号", "考核指标", "具体内容", "评价\n部门", "是否需要\n印证材料", "印证材料清单")
        cells = header([(column, 1, name) for column, name in enumerate(names)])
        cells += merged(part, 0, serial, serial)
        cells += merged(part, 1, lambda leaf: leaf.groups[0], lambda leaf: two_lines(leaf.groups[0].get("title")))
        cells += each(part, 2, lambda leaf: leaf.text("({} 分)"))
        cells += merged(part, 3, lambda leaf: leaf.departments, lambda leaf: leaf.departments[0].replace("建设部门", "建设\n部门"))
        cells += each(part, 4, lambda leaf: "")
        return cells + each(part, 5, lambda leaf: "\n".join(leaf.evidence))

    return [("附件1\n咸宁市2022年质量工作考核要点", table(leaves[:18])), (None, table(leaves[18:]))]


def shandong(leaves):
    """Points in a line of their own; a veto in front, across three columns; departments one a line."""
    names = ("序号", "一级指标", "二级指标", "三级指标", "提供资料要求", "责任单位")
    cells = header([(column, 1, name) for column, name in enumerate(names)])
    vetoes = [leaf for leaf in leaves if leaf.node.find("veto") is not None]
    rest = leaves[len(vetoes) :]
    cells += [Cell(1, 0, len(vetoes), 3, vetoes[0].groups[0].get("title"))]
    below = each(rest, 0, lambda leaf: str(rest.index(leaf) + 1))
    for level in (0, 1):
        below += merged(rest, 1 + level, lambda leaf: leaf.groups[level], lambda leaf: leaf.groups[level].get("title") + marks(leaf.groups[level], "\n（{}分）"))
    cells += [Cell(c.row + len(vetoes), c.column, c.rows, c.columns, c.text) for c in below]
    cells += each(leaves, 3, lambda leaf: leaf.text(""))
    cells += each(leaves, 4, lambda leaf: "\n".join(leaf.evidence))
    return [("附件\n市中区创建山东省质量强区申报工作责任分工表", cells + each(leaves, 5, lambda leaf: "\n".join(leaf.departments)))]


DRAWN = {"henan-2021": henan, "yuncheng-2022": yuncheng, "xianning-2022": xianning, "shandong-county-2022": shandong}


def tables(folder):
    for name, draw in DRAWN.items():
        yield name, draw(read(folder / f"{name}.xml"))
