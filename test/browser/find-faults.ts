import axe from 'axe-core';
import type { Page } from 'playwright-core';
import type { Language } from '../../src/app/rpc';

/**
 * What is wrong with a page as it stands, a sentence each: parts that are wider than the page, what axe finds against WCAG 2.1
 * at level AA, and words of the other language.
 */
export async function findFaults(page: Page, language: Language): Promise<readonly string[]> {
  const wide = await page.evaluate<string[]>(WIDE);
  const words = await page.evaluate<string>(WORDS);
  const spoken = await page.evaluate<string>('document.documentElement.lang');
  const foreign = [...new Set(words.toLowerCase().match(FOREIGN[language]))];
  return [
    ...wide.map((text) => `is wider than the page: ${text}`),
    ...(await breaches(page)),
    ...(spoken === language ? [] : [`says that its language is ${spoken}`]),
    ...(foreign.length > 0 ? [`has words of the other language: ${foreign.join(', ')}`] : []),
  ];
}

const WIDE = `[...document.querySelectorAll('body *')]
  .filter((node) => node.checkVisibility() && !node.closest('.hidden'))
  .filter((node) => node.getBoundingClientRect().right > innerWidth || node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).overflowX === 'auto')
  .map((node) => node.tagName + ' ' + node.textContent.slice(0, 60))
  .concat(document.documentElement.scrollWidth > innerWidth ? ['the page'] : [])`;

/** All that is read or heard, but for what says that it is in another language. */
const WORDS = `(() => {
  const nodes = [...document.querySelectorAll('body *')].filter((node) => !node.closest('[lang]:not(html), script'));
  const attributes = ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt'];
  const heard = nodes.flatMap((node) => attributes.map((name) => node.getAttribute(name)));
  const read = nodes.flatMap((node) => [...node.childNodes]).filter(({ nodeType }) => nodeType === 3);
  return [...heard, ...read.map(({ data }) => data)].join(' ');
})()`;

/** Words that are in nearly every sentence of the other language, or on its buttons, and none in this one. */
const FOREIGN: Readonly<Record<Language, RegExp>> = {
  fr: toPattern(
    'the and your you with this that from what when which there been has have will all are was it its their',
    'save cancel settings history help delete rename edit add failed rows key last never finished running close',
  ),
  en: toPattern(
    'le la les une un vous votre vos avec pour dans et est sont qui que ne pas sur au aux par ce cette',
    'enregistrer annuler réglages historique aide supprimer renommer modifier ajouter échec lignes clé jamais fermer',
  ),
};

function toPattern(...words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\d_-])(?:${words.join(' ').replaceAll(' ', '|')})(?![\\p{L}\\d_-])`, 'gu');
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

async function breaches(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source);
  const run = `axe.run(document, ${JSON.stringify({ runOnly: WCAG, resultTypes: ['violations'] })})`;
  const { violations } = await page.evaluate<axe.AxeResults>(run);
  return violations.map(({ help, nodes }) => `${help}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
}
