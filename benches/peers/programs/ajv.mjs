// Reads documents, one per line, and validates each by a JSON Schema: node ajv.mjs DOCUMENTS SCHEMA
import fs from "node:fs";
import readline from "node:readline";
import Ajv from "ajv/dist/2020.js";

const [documents, schema] = process.argv.slice(2);
const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(JSON.parse(fs.readFileSync(schema, "utf8")));
let valid = 0;
for await (const line of readline.createInterface({ input: fs.createReadStream(documents) })) {
  if (validate(JSON.parse(line))) valid += 1;
  else console.log(validate.errors);
}
console.log(`${valid} valid`);
