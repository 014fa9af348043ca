// Documents by carbone: see records.js.
const { promisify } = require("util");
const carbone = require("carbone");
const { given, eachRecord } = require("./records");

const render = promisify(carbone.render);

eachRecord((values) => render(given("carbone.docx"), values)).then(() => process.exit(0));
