// What the engines for Node.js share: `ENGINE.js FOLDER OUT FIRST COUNT` makes the documents of COUNT records.
const fs = require("fs");
const path = require("path");

const [folder, out, first, count] = process.argv.slice(2);
const data = JSON.parse(fs.readFileSync(path.join(folder, "data.json"), "utf8"));

const given = (name) => path.join(folder, name);

// `make` gives the bytes of the document that holds these values, or a promise of them.
async function eachRecord(make) {
    for (const record of data.records.slice(Number(first), Number(first) + Number(count))) {
        const bytes = await make({ ...data.values, rows: data.rows, slogans: data.slogans, ...record });
        fs.mkdirSync(path.join(out, record.id), { recursive: true });
        fs.writeFileSync(path.join(out, record.id, "notice.docx"), bytes);
    }
}

module.exports = { data, given, eachRecord };
