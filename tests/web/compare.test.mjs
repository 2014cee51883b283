// Takes side by side, named by the address.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const require = createRequire(import.meta.url);
const compare = require('../../overrides/assets/js/compare.js');

test('an address names at most four takes, each once', () => {
  assert.deepEqual(compare.pickedIn('?pick=A,B,A,,C,D,E'), ['A', 'B', 'C', 'D']);
  assert.deepEqual(compare.pickedIn('?status=kept'), []);
  assert.equal(compare.queryWith('?status=kept&pick=A', ['B', 'C']), '?status=kept&pick=B,C');
  assert.equal(compare.queryWith('?pick=A', []), '');
});
