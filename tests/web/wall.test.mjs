// The wall of takes: what is chosen is what is shown, and it stands in the address.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const require = createRequire(import.meta.url);
const wall = require('../../overrides/assets/js/wall.js');

const NAMES = ['status', 'reason', 'shot'];

test('an address says what to show, and nothing that has no button', () => {
  const found = wall.chosenIn('?status=rejected&reason=&pick=LC-T001', NAMES);
  assert.deepEqual([...found], [['status', 'rejected']]);
});

test('what is chosen goes into the address beside what was there', () => {
  const query = wall.queryWith('?pick=LC-T001&status=kept', NAMES, new Map([['reason', '太暗']]));
  assert.equal(new URLSearchParams(query).get('reason'), '太暗');
  assert.equal(new URLSearchParams(query).get('pick'), 'LC-T001');
  assert.equal(new URLSearchParams(query).get('status'), null);
  assert.equal(wall.queryWith('?status=kept', NAMES, new Map()), '');
});

test('a card is shown where all that was chosen fits it', () => {
  const card = { getAttribute: (name) => ({ 'data-status': 'rejected', 'data-reason': 'too-dark' })[name] ?? null };
  assert.equal(wall.fits(card, new Map()), true);
  assert.equal(wall.fits(card, new Map([['status', 'rejected'], ['reason', 'too-dark']])), true);
  assert.equal(wall.fits(card, new Map([['status', 'rejected'], ['reason', 'flicker']])), false);
});
