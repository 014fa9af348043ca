"""Tables as grids of cells, to be written again as DOCX, XLSX and CSV; and rubrics as lists of what they say."""

import csv
import xml.etree.ElementTree as ElementTree
import zipfile

import docx
import openpyxl

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Cell:
    """rows × columns places from its upper left corner; paragraphs with line ends between."""

    def __init__(self, row, column, rows, columns, text):
        self.row, self.column, self.rows, self.columns, self.text = row, column, rows, columns, text

    def end(self):
        return self.row + self.rows - 1, self.column + self.columns - 1


# Reading what the program wrote, or LibreOffice saved: gridSpan and vMerge.


def value(cell, name):
    node = cell.find(f"{W}tcPr/{W}{name}")
    return None if node is None else node.get(W + "val", "continue")


def paragraph(node):
    return "".join("\n" if child.tag == W + "br" else child.text or "" for child in node.iter() if child.tag in (W + "t", W + "br"))


def cells_of(table):
    above = {}
    for row, tr in enumerate(table.findall(W + "tr")):
        column, here = 0, {}
        for tc in tr.findall(W + "tc"):
            span = int(value(tc, "gridSpan") or 1)
            if value(tc, "vMerge") == "continue" and column in above:
                cell = above[column]
                cell.rows += 1
            else:
                text = "\n".join(paragraph(p) for p in tc.iter(W + "p")).strip()
                cell = Cell(row, column, 1, span, text)
                yield cell
            here[column] = cell
            column += span
        above = here


def read_docx(path):
    """All tables of a file."""
    body = ElementTree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    return [list(cells_of(table)) for table in body.iter(W + "tbl")]


# Writing.


def size(cells):
    return max(c.row + c.rows for c in cells), max(c.column + c.columns for c in cells)


def write_docx(path, titled):
    """Tables, each with the words above it or None."""
    document = docx.Document()
    for title, cells in titled:
        document.add_paragraph(title or "")
        table = document.add_table(*size(cells))
        for cell in cells:
            at = table.cell(cell.row, cell.column)
            if cell.rows > 1 or cell.columns > 1:
                at = at.merge(table.cell(*cell.end()))
            lines = cell.text.split("\n")
            at.text = lines[0]
            for line in lines[1:]:
                at.add_paragraph(line)
    document.save(path)


def write_xlsx(path, cells):
    book = openpyxl.Workbook()
    sheet = book.active
    for cell in cells:
        sheet.cell(cell.row + 1, cell.column + 1, cell.text)
        if cell.rows > 1 or cell.columns > 1:
            end = cell.end()
            sheet.merge_cells(start_row=cell.row + 1, start_column=cell.column + 1, end_row=end[0] + 1, end_column=end[1] + 1)
    book.save(path)


def write_csv(path, cells, encoding):
    rows, columns = size(cells)
    places = [[""] * columns for _ in range(rows)]
    for cell in cells:
        places[cell.row][cell.column] = cell.text
    with open(path, "w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(places)


# Rubrics.


def indicator(node, path, names):
    departments = [names[i] for i in (node.get("departments") or "").split()]
    departments += [dept.get("as") or names[dept.get("ref")] for dept in node.findall("dept")]
    worth = [node.get("points")] + [(n.tag, *sorted(n.items())) for n in node if n.tag in ("deduction", "veto")]
    text = node.find("text")
    mark = None if text.find("mark") is None else len(text.text or "")
    texts = [(n.tag, n.text) for n in node if n.tag in ("evidence", "method", "remark")]
    return path, "".join(text.itertext()).strip(), mark, worth, departments, texts, node.get("joined")


def walk(group, path, names):
    for node in group:
        if node.tag == "group":
            yield from walk(node, (*path, (node.get("title"), node.get("marks"))), names)
        elif node.tag == "indicator":
            yield indicator(node, path, names)


def read_rubric(path):
    """Of each indicator all that a table may print: groups with their marks, text, points, departments, …"""
    root = ElementTree.parse(path).getroot()
    return list(walk(root, (), {d.get("id"): d.get("name") for d in root.findall("department")}))
