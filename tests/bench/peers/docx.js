// Documents by docx, built by code with the styles of ours: see records.js.
const fs = require("fs");
const { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, Table, TableCell, TableLayoutType, TableRow,
        TextRun, WidthType } = require("docx");
const { data, given, eachRecord } = require("./records");

const styles = fs.readFileSync(given("styles.xml"), "utf8");

const paragraphs = (text, style) => text.split("\n").map((line) => new Paragraph({ text: line, style }));

const lines = (text, style) => new Paragraph({
    style,
    children: text.split("\n").map((line, i) => new TextRun({ text: line, break: i ? 1 : 0 })),
});

const row = (texts, style, tableHeader) => new TableRow({
    tableHeader,
    cantSplit: true,
    children: texts.map((text, i) => new TableCell({
        width: { size: data.widths[i], type: WidthType.DXA },
        children: paragraphs(text, style),
    })),
});

const table = (rows) => new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: data.widths,
    rows: [row(data.heading, "table-header", true), ...rows.map((r) => row(Object.values(r), "table-text", false))],
});

const footer = (alignment) => new Footer({
    children: [new Paragraph({ alignment, children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })] })],
});

const page = {
    size: { width: 11906, height: 16838 },
    margin: { top: 2098, right: 1474, bottom: 1984, left: 1587, header: 850, footer: 1446 },
};

const filled = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name]);

eachRecord((values) => Packer.toBuffer(new Document({
    externalStyles: styles,
    evenAndOddHeaderAndFooters: true,
    sections: [{
        properties: { page },
        footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
        children: data.blocks.map((block) => block ? lines(filled(block[1], values), block[0]) : table(values.rows)),
    }],
})));
