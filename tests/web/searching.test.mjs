// The search as a visitor meets it: the question in the address, what a hit shows, where keys lead.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const require = createRequire(import.meta.url);
const part = (name) => require(`../../overrides/assets/js/searching/${name}.js`);
const { asked, written, turned, isAsked, sought, filtersOf } = part('question');
const { bestPassage, excerpt, pieces } = part('excerpt');
const { isVerbatim, titleOf, idOf, hrefOf, dayIn, rootOf } = part('hits');
const { labelIn, inOrder } = part('facets');
const { placeAfter } = part('moving');
const { wordsIn, filled, EN, ZH } = part('words');

/** Where words stand, letter by letter: enough for these tests. */
function marks(text, words) {
  const spans = words.flatMap((word) => Array.from(text.toLowerCase().matchAll(new RegExp(word, 'g')), (hit) => [hit.index, hit.index + word.length]));
  return spans.sort((one, other) => one[0] - other[0]);
}

test('a question comes out of its address as it went in', () => {
  const question = { words: '灯笼 & "black river" + %', kind: 'take', filters: { film: ['a', 'b'], date: ['2026-05-14'] }, sort: 'date' };
  assert.deepEqual(asked(written(question)), question);
  assert.equal(written(asked('')), '');
});

test('an address that holds nonsense is a question without it', () => {
  assert.deepEqual(asked('?q=%E0%A4%A&sort=loudest&film=&film=x&film=x&nothing=1'), {
    words: '\uFFFD%A', kind: '', filters: { film: ['x'] }, sort: 'relevance',
  });
  assert.equal(isAsked(asked('?q=%20%20&film=x')), false);
  assert.equal(isAsked(asked('?q=x')), true);
});

test('a value is chosen, and let go again', () => {
  const one = turned(asked('?q=x'), 'film', 'lightcone');
  assert.equal(written(one), '?q=x&film=lightcone');
  assert.equal(written(turned(one, 'film', 'ni')), '?q=x&film=lightcone&film=ni');
  assert.equal(written(turned(one, 'film', 'lightcone')), '?q=x');
  assert.deepEqual(filtersOf({ ...one, kind: 'take' }), { film: ['lightcone'], kind: ['take'] });
});

test('an id is looked for as one thing', () => {
  assert.equal(sought(' lc-p012@3 '), '"lc-p012"');
  assert.equal(sought('LC-SQ01-0010'), '"LC-SQ01-0010"');
  assert.equal(sought('LC-P012 lantern'), 'LC-P012 lantern');
  assert.equal(sought('well-known'), 'well-known');
});

test('the passage with most of the words is shown, among equals one that the reader can read', () => {
  const passages = [{ lang: 'zh', words: '灯 river' }, { lang: 'en', words: 'a river' }, { lang: 'de', words: 'black river' }, { lang: '*', words: 'river' }];
  assert.equal(bestPassage(passages, ['river'], 'en', marks).passage.words, 'a river');
  assert.equal(bestPassage(passages, ['black', 'river'], 'en', marks).passage.words, 'black river');
  assert.equal(bestPassage(passages.slice(2), ['river'], 'en', marks).passage.words, 'black river');
  assert.equal(bestPassage(passages, ['moon'], 'zh', marks).passage.words, '灯 river');
  assert.equal(bestPassage([], ['x'], 'en', marks), null);
  const tagged = [{ lang: 'en', words: 'a paper lamp' }, { lang: '*', words: 'lantern' }];
  assert.equal(bestPassage(tagged, ['lantern'], 'en', marks).passage.words, 'a paper lamp', 'a tag tells nothing');
  const revisions = [{ lang: 'zh', words: '河面上，一盏灯笼' }, { lang: 'zh', words: '夜晚的河面上漂着灯笼' }];
  const cut = (text) => marks(text, [text.includes('夜晚') ? '夜晚的河面上漂着灯笼' : '河面上', '灯笼']);
  assert.equal(bestPassage(revisions, [], 'zh', cut).passage.words, '夜晚的河面上漂着灯笼', 'all of it beats two pieces');
});

test('a long passage is cut around what was looked for, at the edges of words', () => {
  const text = 'one two three '.repeat(40) + 'the black river runs ' + 'four five six '.repeat(40);
  const cut = excerpt(text, marks(text, ['black', 'river']), 80);
  assert.match(cut.text, /^….*the black river runs.*…$/);
  assert.ok(cut.text.length < 100);
  assert.deepEqual(cut.spans.map(([from, to]) => cut.text.slice(from, to)), ['black', 'river']);
  assert.match(cut.text.slice(1, -1), /^(one|two|three|the)\b.*(four|five|six|runs)$/);
});

test('an excerpt holds as many of the words as fit, and no half of a pair', () => {
  const text = `moon ${'🙂'.repeat(200)} moon moon ${'🙂'.repeat(200)}`;
  const cut = excerpt(text, marks(text, ['moon']), 60);
  assert.equal(cut.spans.length, 2);
  assert.ok(cut.text.isWellFormed());
  assert.deepEqual(excerpt('short', [[0, 5]], 60), { text: 'short', spans: [[0, 5]] });
  const none = excerpt('word '.repeat(200), [], 60);
  assert.match(none.text, /^word .*…$/);
});

test('Chinese is cut shorter, since its characters say more', () => {
  const text = '一盏灯在黑色的河上漂远'.repeat(30);
  assert.ok(excerpt(text, marks(text, ['灯']), 200).text.length < 130);
});

test('half a camera command does not begin an excerpt', () => {
  const text = 'x'.repeat(90) + ' [Truck left, Push in] 夜，黑色的河面上' + '灯'.repeat(200);
  const cut = excerpt(text, marks(text, ['黑色']), 60);
  assert.doesNotMatch(cut.text, /^…[^[]*\]/);
});

test('pieces are the text, with marks and camera commands told apart, one in the other', () => {
  const text = 'A lamp [Push in, Tilt up] and [not a camera] lamp';
  const found = pieces(text, marks(text, ['lamp', 'push']));
  assert.equal(found.map((piece) => piece.text).join(''), text);
  assert.deepEqual(found.filter((piece) => piece.kind === 'mark').map((piece) => piece.text), ['lamp', 'lamp']);
  const camera = found.filter((piece) => piece.kind === 'camera');
  assert.deepEqual(camera.map((piece) => piece.text), ['[Push in, Tilt up]']);
  assert.deepEqual(camera[0].inner.map((piece) => [piece.kind, piece.text]), [['plain', '['], ['mark', 'Push'], ['plain', ' in, Tilt up]']]);
});

test('marks that lie over each other mark each letter once', () => {
  const found = pieces('abcdef', [[0, 4], [2, 6]]);
  assert.deepEqual(found.map((piece) => piece.text), ['abcd', 'ef']);
});

const HIT = {
  id: 'LC-P012', kind: 'prompt', address: 'prompts/LC-P012/', anchor: '', titles: { en: 'Lamps', zh: '灯', zxx: 'LC-P012' },
  passages: [{ lang: 'en', words: 'new', anchor: 'r2' }, { lang: 'en', words: 'old', anchor: 'r1' }],
};

test('a hit is called what its reader calls it', () => {
  assert.deepEqual(titleOf(HIT, 'zh-Hans'), { words: '灯', lang: 'zh' });
  assert.deepEqual(titleOf(HIT, 'de'), { words: 'Lamps', lang: 'en' });
  assert.deepEqual(titleOf({ ...HIT, titles: { '*': 'Director', zh: '导演' } }, 'en'), { words: 'Director', lang: '' });
  assert.deepEqual(titleOf({ ...HIT, titles: { zxx: 'LC-T001' } }, 'en'), { words: 'LC-P012', lang: '' });
  assert.equal(idOf(HIT), 'LC-P012');
  assert.equal(idOf({ ...HIT, id: '/films/lightcone/' }), '');
});

test('a hit leads to its page in the reader’s language, an older revision to its place there', () => {
  const showing = { root: '../../', prefix: 'zh/' };
  assert.equal(hrefOf(HIT, HIT.passages[0], showing), '../../zh/prompts/LC-P012/index.html');
  assert.equal(hrefOf(HIT, HIT.passages[1], showing), '../../zh/prompts/LC-P012/index.html#r1');
  const take = { ...HIT, address: 'films/x y/takes/', anchor: 'LC-T001', passages: [{ lang: 'en', words: 'x', anchor: '' }] };
  assert.equal(hrefOf(take, take.passages[0], { root: '', prefix: '' }), 'films/x%20y/takes/index.html#LC-T001');
  assert.equal(hrefOf({ ...take, passages: [] }, null, { root: '', prefix: '' }), 'films/x%20y/takes/index.html#LC-T001');
});

test('only what was typed into a tool is set as such, not what was said about it', () => {
  const [text, note] = [{ lang: 'en', words: 'lamps', anchor: 'r2' }, { lang: 'en', words: 'fewer lamps', anchor: 'r2' }];
  const hit = { ...HIT, passages: [text, note, { lang: 'en', words: 'why', anchor: '' }] };
  assert.deepEqual(hit.passages.map((passage) => isVerbatim(hit, passage)), [true, false, false]);
  assert.equal(isVerbatim({ ...hit, kind: 'version' }, text), false);
});

test('a page knows from its style sheet what stands before assets/', () => {
  const page = { querySelector: () => ({ getAttribute: () => '../../assets/css/tokens.css' }) };
  assert.equal(rootOf(page), '../../');
  assert.equal(rootOf({ querySelector: () => null }), '');
});

test('a day is said as its readers say days', () => {
  assert.equal(dayIn('2026-06-14', 'en'), '14 June 2026');
  assert.equal(dayIn('2026-06-14', 'zh'), '2026年6月14日');
  assert.equal(dayIn('someday', 'en'), 'someday');
});

test('values stand by how many hits they leave, days by the calendar', () => {
  const counted = [{ value: 'b', count: 1 }, { value: 'a', count: 1 }, { value: 'c', count: 7 }];
  assert.deepEqual(inOrder('film', counted).map((one) => one.value), ['c', 'a', 'b']);
  assert.deepEqual(inOrder('date', counted).map((one) => one.value), ['a', 'b', 'c']);
  assert.equal(labelIn({ en: 'Push in', zh: '推进' }, 'zh-Hans', 'push-in'), '推进');
  assert.equal(labelIn({ en: 'Push in', zh: '推进' }, 'de', 'push-in'), 'Push in');
  assert.equal(labelIn({}, 'en', 'push-in'), 'push-in');
});

test('the arrows lead down into the hits and up to the field again', () => {
  assert.equal(placeAfter('ArrowDown', -1, 2), 0);
  assert.equal(placeAfter('ArrowDown', 1, 2), null);
  assert.equal(placeAfter('ArrowDown', -1, 0), null);
  assert.equal(placeAfter('ArrowUp', 0, 2), -1);
  assert.equal(placeAfter('ArrowUp', -1, 2), null);
  assert.equal(placeAfter('Escape', 1, 2), -1);
  assert.equal(placeAfter('Escape', -1, 2), null);
  assert.equal(placeAfter('/', 1, 2), null);
});

test('both languages say the same things', () => {
  const keys = (table) => Object.entries(table).flatMap(([key, value]) => (typeof value === 'string' ? [[key, (value.match(/\{\w+\}/g) || []).sort().join()]] : Object.keys(value).map((one) => [`${key}.${one}`, ''])));
  assert.deepEqual(keys(EN), keys(ZH));
  assert.equal(wordsIn('zh-Hans'), ZH);
  assert.equal(wordsIn('de'), EN);
  assert.equal(filled('{n} of {all}', { n: '3' }), '3 of {all}');
});
