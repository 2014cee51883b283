// Asks the engine of a folder: node engine.cjs FOLDER CALLS.json, rows of method and arguments. Prints the answers and what was loaded.
const fs = require('node:fs');
const path = require('node:path');
const scripts = path.join(__dirname, '../../overrides/assets');
const lunr = require(path.join(scripts, 'vendor/lunr-2.3.9/lunr.min.js'));
const { open, marks } = require(path.join(scripts, 'js/search/engine.js'));
const { Unreachable } = require(path.join(scripts, 'js/search/shelf.js'));

const [, , folder, calls] = process.argv;
let loads = [], gone = '';
async function load(name, fresh) {
  loads.push(name + (fresh ? '?' : ''));
  const file = path.join(folder, fresh && fs.existsSync(path.join(folder, 'new')) ? 'new' : '', 'search', `${name}.js`);
  if ((gone && name.startsWith(gone)) || !fs.existsSync(file)) throw new Unreachable(name);
  return /,"([^"]*)"\)$/.exec(fs.readFileSync(file, 'utf8'))[1];
}

(async () => {
  let engine = open('', { load, lunr });
  const said = [];
  for (const [method, ...given] of JSON.parse(fs.readFileSync(calls, 'utf8'))) {
    loads = [];
    try {
      if (method === 'open') engine = open('', { load, lunr });
      else if (method === 'lose') [gone] = given;
      else said.push({ answer: method === 'marks' ? marks(...given) : await engine[method](...given), loads });
    } catch (error) {
      said.push({ error: error.name, loads });
    }
  }
  process.stdout.write(JSON.stringify(said));
})();
