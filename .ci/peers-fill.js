// peers-fill.js: reads lines of JSON - peer, template, data, output - and fills each template by that peer; prints a
// line for each: "done", or why not. NODE_PATH names the folder where the peers are installed.
const fs = require("fs");
const readline = require("readline");
const Docxtemplater = require("docxtemplater");
const PizZip = require("pizzip");
const { TemplateHandler } = require("easy-template-x");

const peers = {
    docxtemplater: async (template, data) => {
        const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
        return document.render(data).getZip().generate({ type: "nodebuffer" });
    },
    "easy-template-x": (template, data) => new TemplateHandler().process(template, data),
};

const fill = async ({ peer, template, data, output }) => {
    try {
        fs.writeFileSync(output, await peers[peer](fs.readFileSync(template), data));
        return "done";
    } catch (error) {
        return String(error.message).split("\n")[0] || "refused";
    }
};

(async () => {
    console.error = console.log = () => {};
    for await (const line of readline.createInterface({ input: process.stdin }))
        process.stdout.write(await fill(JSON.parse(line)) + "\n");
})();
