// Asks the shards and the whole lunr index the same; prints what differs. node parity.cjs FOLDER: search/, reference.json, queries.json
const fs = require('node:fs');
const path = require('node:path');
const scripts = path.join(__dirname, '../../overrides/assets');
const lunr = require(path.join(scripts, 'vendor/lunr-2.3.9/lunr.min.js'));
const part = (name) => require(path.join(scripts, 'js/search', name));
const { shelf } = part('shelf.js');
const coding = part('coding.js');
const { lexicon } = part('lexicon.js');
const { plan } = part('plan.js');
const { near, indexOf, ask } = part('ranking.js');

const folder = process.argv[2];
const read = (name) => fs.readFileSync(path.join(folder, name), 'utf8');
const load = async (name) => /,"([^"]*)"\)$/.exec(read(`search/${name}.js`))[1];

(async () => {
  const whole = lunr.Index.load(JSON.parse(read('reference.json')));
  const held = shelf(load);
  const root = await held.get('root', coding.root);
  const words = lexicon(root, held);
  const isCommon = (word) => !lunr.stopWordFilter(word);
  const isNear = (word, from) => near(lunr, word, from);
  const said = { asked: 0, hits: 0, alike: 0, beginning: 0, common: 0, empty: 0, different: [] };
  for (const query of JSON.parse(read('queries.json'))) {
    const found = await plan(query, words, isCommon, isNear);
    if (!found.clauses.length) {
      said.empty++;
      continue;
    }
    const shards = indexOf(lunr, root, [...found.terms.values()], found.common).query((q) => ask(lunr, q, found.clauses));
    const all = whole.query((q) => ask(lunr, q, found.clauses));
    // Words like `the` find nothing alone: what has no other word of the query is left out of the whole index's hits too.
    const right = all.filter((hit) => Object.keys(hit.matchData.metadata).some((term) => !found.common.has(term)));
    const row = (hits) => JSON.stringify(hits.map(({ ref, score }) => [ref, score]));
    said.asked++;
    said.hits += right.length;
    said.alike += found.clauses.some((clause) => clause.kind === 'alike');
    said.beginning += found.clauses.some((clause) => clause.kind === 'beginning');
    said.common += found.common.size > 0;
    if (row(shards) !== row(right)) said.different.push([query, shards.length, right.length]);
  }
  process.stdout.write(JSON.stringify(said));
})();
