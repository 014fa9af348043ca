"""The pages of a PDF by the ruler: millimetres from the top left corner."""
import collections
import html
import re
import subprocess

DPI = 200
FINE_DPI = 1200  # for the thickness of rules
MM = 25.4 / DPI
MM_PER_POINT = 25.4 / 72
DARK = 128
SAME_LINE = 1.5  # words whose middles are nearer stand on one line

Box = collections.namedtuple("Box", "left top right bottom")
Word = collections.namedtuple("Word", "text box")
Rule = collections.namedtuple("Rule", "left top right bottom")


def squeeze(text):
    return re.sub(r"\s+", "", text)


def around(boxes):
    left, top, right, bottom = zip(*boxes)
    return Box(min(left), min(top), max(right), max(bottom))


def lines_of(words):
    """Words that stand beside each other, from left to right, as one word."""
    rows = []
    for word in sorted(words, key=lambda word: word.box.top + word.box.bottom):
        middle = (word.box.top + word.box.bottom) / 2
        if not rows or middle - rows[-1][0] > SAME_LINE:
            rows.append((middle, []))
        rows[-1][1].append(word)
    for _, row in rows:
        row.sort(key=lambda word: word.box.left)
        yield Word(squeeze("".join(word.text for word in row)), around(word.box for word in row))


class Picture:
    """A part of a page: its red and its black ink, a byte a pixel."""

    def __init__(self, pdf, page, box, dpi=DPI):
        self.pixel = 25.4 / dpi
        self.left, self.top = round(box.left / self.pixel), round(box.top / self.pixel)
        size = [round(box.right / self.pixel) - self.left, round(box.bottom / self.pixel) - self.top]
        window = zip(("-x", "-y", "-W", "-H"), (self.left, self.top, *size))
        command = ["pdftoppm", "-r", str(dpi), "-f", str(page), "-l", str(page)]
        command += [str(argument) for pair in window for argument in pair]
        data = subprocess.run([*command, pdf], check=True, capture_output=True).stdout
        head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", data)
        self.width, self.height = int(head[1]), int(head[2])
        pixels = data[head.end():]
        red, self.green = pixels[0::3], pixels[1::3]
        is_light = bytes(value >= DARK for value in range(256))
        is_dark = bytes(value < DARK for value in range(256))
        self.black = red.translate(is_dark)
        light = int.from_bytes(red.translate(is_light), "big")
        dark = int.from_bytes(self.green.translate(is_dark), "big")
        self.red = (light & dark).to_bytes(len(self.green), "big")

    def row(self, ink, y):
        return ink[y * self.width:(y + 1) * self.width]

    def ink(self, ink, box=Box(0, 0, 1000, 1000)):
        """What of an ink lies in a part of the page; None if nothing does."""
        first = max(round(box.left / self.pixel) - self.left, 0)
        last = min(round(box.right / self.pixel) - self.left, self.width)
        top = max(round(box.top / self.pixel) - self.top, 0)
        bottom = min(round(box.bottom / self.pixel) - self.top, self.height)
        spots = []
        for y in range(top, bottom):
            row = self.row(ink, y)[first:last]
            if 1 in row:
                spots.append((row.find(1), y, row.rfind(1) + 1, y + 1))
        if not spots:
            return None
        left, top, right, bottom = around(spots)
        return Box((self.left + first + left) * self.pixel, (self.top + top) * self.pixel,
                   (self.left + first + right) * self.pixel, (self.top + bottom) * self.pixel)

    def rules(self, ink, shortest):
        """Straight lines across."""
        pattern = re.compile(rb"\x01{%d,}" % round(shortest / self.pixel))
        found = []
        for y in range(self.height):
            run = pattern.search(self.row(ink, y))
            if run and found and found[-1][3] == y:
                found[-1] = (*found[-1][:3], y + 1)
            elif run:
                found.append((run.start(), y, run.end(), y + 1))
        return [Rule((self.left + left) * self.pixel, (self.top + top) * self.pixel,
                     (self.left + right) * self.pixel, (self.top + bottom) * self.pixel)
                for left, top, right, bottom in found]


class Page:
    def __init__(self, pdf, number, width, height, words):
        self.pdf, self.number, self.words = pdf, number, words
        self.width, self.height = width, height
        self.is_landscape = width > height
        self.lines = list(lines_of(words))

    def picture(self, box=None, dpi=DPI):
        return Picture(self.pdf, self.number, box or Box(0, 0, self.width, self.height), dpi)

    def thickness(self, rule):
        """Of a rule, on a piece of it that no text comes near."""
        left, top, _, bottom = rule
        picture = self.picture(Box(left + 1, top - 0.5, left + 2, bottom + 0.5), FINE_DPI)
        ink = picture.ink(bytes(value < DARK for value in picture.green))
        return ink.bottom - ink.top


def pages_of(pdf):
    command = ["pdftotext", "-bbox-layout", pdf, "-"]
    text = subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")
    pages = []
    for number, part in enumerate(text.split("<page ")[1:], 1):
        size = re.match(r'width="(.*?)" height="(.*?)"', part)
        width, height = (float(side) * MM_PER_POINT for side in size.groups())
        found = re.findall(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', part)
        words = [Word(html.unescape(word), Box(*(float(side) * MM_PER_POINT for side in sides)))
                 for *sides, word in found]
        pages.append(Page(pdf, number, width, height, words))
    return pages
