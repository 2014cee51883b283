// Thumbnails over the strip: the right cell for the place under the pointer.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const require = createRequire(import.meta.url);
const scrub = require('../../overrides/assets/js/scrub.js');

const CELLS = [[0, 0, 0, 160, 90], [1.5, 160, 0, 160, 90], [3, 0, 90, 160, 90]];

test('a moment has the cell that began last', () => {
  assert.deepEqual(scrub.cellAt(CELLS, 0), CELLS[0]);
  assert.deepEqual(scrub.cellAt(CELLS, 2.99), CELLS[1]);
  assert.deepEqual(scrub.cellAt(CELLS, 99), CELLS[2]);
  assert.equal(scrub.cellAt([], 1), undefined);
});

test('the place under the pointer is a moment of the film, and never outside it', () => {
  const strip = { left: 100, width: 400 };
  assert.equal(scrub.momentUnder(300, strip, 60), 30);
  assert.equal(scrub.momentUnder(0, strip, 60), 0);
  assert.equal(scrub.momentUnder(9999, strip, 60), 60);
  assert.equal(scrub.momentUnder(5, { left: 0, width: 0 }, 60), 0);
});

test('a moment is told as on a player', () => {
  assert.equal(scrub.clock(75.9), '1:15');
  assert.equal(scrub.clock(5), '0:05');
});
