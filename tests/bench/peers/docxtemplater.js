// Documents by docxtemplater: see records.js. An opened template makes one document.
const fs = require("fs");
const PizZip = require("pizzip");
const Docxtemplater = require("docxtemplater");
const { given, eachRecord } = require("./records");

const template = fs.readFileSync(given("docxtemplater.docx"));

eachRecord((values) => {
    const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
    document.render(values);
    return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
});
