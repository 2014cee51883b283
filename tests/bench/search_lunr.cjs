// One plain lunr index asked by lunr.js: node search_lunr.cjs INDEX.json QUERIES.json. Prints what parsing takes and the ids found.
const fs = require('node:fs');
const path = require('node:path');
const lunr = require(path.join(__dirname, '../../overrides/assets/vendor/lunr-2.3.9/lunr.min.js'));

const start = performance.now();
const said = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
said.invertedIndex.sort(([one], [other]) => (one < other ? -1 : 1)); // lunr.py sorts by code points, which lunr.js refuses
const index = lunr.Index.load(said);
const ms = performance.now() - start;
const found = JSON.parse(fs.readFileSync(process.argv[3], 'utf8')).map((query) => {
  try {
    return index.search(query).slice(0, 10).map(({ ref }) => ref);
  } catch {
    return [];
  }
});
process.stdout.write(JSON.stringify({ ms, found }));
