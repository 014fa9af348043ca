// Documents by easy-template-x: see records.js.
const fs = require("fs");
const { TemplateHandler } = require("easy-template-x");
const { given, eachRecord } = require("./records");

const template = fs.readFileSync(given("easy-template-x.docx"));
const handler = new TemplateHandler();

eachRecord((values) => handler.process(template, values));
