// Builds a Pagefind index of records: node search_pagefind.mjs RECORDS.json OUT. Prints seconds. Run where `pagefind` is installed.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , records, out] = process.argv;
const pagefind = await import(pathToFileURL(path.resolve('node_modules/pagefind/lib/index.js')).href);
const documents = JSON.parse(fs.readFileSync(records, 'utf8'));
const start = performance.now();
const { index } = await pagefind.createIndex({});
for (let at = 0; at < documents.length; at += 200) {
  await Promise.all(
    documents.slice(at, at + 200).map(({ id, text, lang }) =>
      index.addCustomRecord({ url: `/p/${id}`, content: text, language: lang === 'mixed' ? 'zh' : lang, meta: { title: id } }),
    ),
  );
}
await index.writeFiles({ outputPath: path.join(out, 'pagefind') });
process.stdout.write(String((performance.now() - start) / 1000));
await pagefind.close();
