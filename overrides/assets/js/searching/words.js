/** What the search says while it is used, in both languages of the interface; any other language reads English. */
(function () {
  'use strict';

  const EN = {
    kinds: {
      prompt: 'Prompts',
      take: 'Takes',
      shot: 'Shots',
      decision: 'Decisions',
      version: 'Revision trail',
      person: 'People',
      tool: 'Tools',
      report: 'Report and workshops',
      page: 'Pages and material',
    },
    statuses: { kept: 'kept', rejected: 'thrown away', alternate: 'alternate', pending: 'undecided' },
    all: 'All',
    found: '{n} records mention',
    foundOne: '{n} record mentions',
    foundSome: '{n} records hold some of these words, none all of',
    foundSomeOne: '{n} record holds some of these words, none all of',
    foundMore: 'and {n} more some of these words',
    none: 'Nothing was found for “{words}”',
    noneNarrowed: 'Nothing is left within what was chosen.',
    widen: 'Search without what was chosen',
    meant: 'Nobody wrote “{words}”; meant perhaps:',
    more: 'More',
    moreOf: 'All {n}',
    results: 'All {n} found',
    searching: 'Searching…',
    unreachable: 'A part of the index could not be loaded.',
    again: 'Try again',
    revision: 'Revision {n}',
    ai: 'AI-generated',
    specimen: 'Specimen',
    without: 'Without {words}',
    suggested: 'Meant perhaps:',
  };

  /** @type {typeof EN} */
  const ZH = {
    kinds: {
      prompt: '提示词',
      take: '镜次',
      shot: '镜头',
      decision: '决定',
      version: '修订轨迹',
      person: '人员',
      tool: '工具',
      report: '报告与工作坊',
      page: '页面与素材',
    },
    statuses: { kept: '保留', rejected: '弃用', alternate: '备选', pending: '待定' },
    all: '全部',
    found: '{n} 条记录写到',
    foundOne: '{n} 条记录写到',
    foundSome: '{n} 条记录写到其中部分字词，没有一条写全',
    foundSomeOne: '{n} 条记录写到其中部分字词，没有写全',
    foundMore: '另有 {n} 条写到其中部分字词',
    none: '没有找到“{words}”',
    noneNarrowed: '所选范围内没有结果。',
    widen: '不限所选范围再找',
    meant: '没有人写过“{words}”，也许是：',
    more: '更多',
    moreOf: '全部 {n} 条',
    results: '全部 {n} 条结果',
    searching: '正在检索…',
    unreachable: '索引有一部分没能载入。',
    again: '再试一次',
    revision: '修订 {n}',
    ai: 'AI 生成',
    specimen: '样例',
    without: '去掉 {words}',
    suggested: '也许要找：',
  };

  /** @param {string} lang @returns {typeof EN} */
  function wordsIn(lang) {
    return lang.split('-')[0] === 'zh' ? ZH : EN;
  }

  /** @param {string} pattern @param {Record<string, string>} facts @returns {string} the pattern with its places filled */
  function filled(pattern, facts) {
    return pattern.replace(/\{(\w+)\}/g, (place, name) => (name in facts ? facts[name] : place));
  }

  const said = { wordsIn, filled, EN, ZH };
  if (typeof module !== 'undefined') module.exports = said;
  else if (typeof window !== 'undefined') Object.assign(window, { glassboxWords: said });
})();
