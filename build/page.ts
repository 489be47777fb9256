import { parse } from 'acorn';
import { simple } from 'acorn-walk';

/**
 * Returns when HtmlService serves the page as written; else throws the page's name and what to change. HtmlService
 * strips `//` and `/*` from template literals in served scripts (github.com/enuchi/React-Google-Apps-Script/issues/157)
 * and runs `<?` ... `?>` inside scripts as scriptlets (developers.google.com, Templated HTML).
 */
export function checkPage(html: string, fileName: string): void {
  for (const [, attributes = '', script = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi)) {
    if (/<\?|\?>/.test(script)) {
      throw new Error(`${fileName}: a script holds <? or ?>, which HtmlService runs as a scriptlet: split the text.`);
    }
    if (!/\btype\s*=\s*["']?(?!text\/javascript|module)/i.test(attributes)) checkTemplates(script, fileName);
  }
}

function checkTemplates(script: string, fileName: string): void {
  simple(parse(script, { ecmaVersion: 2020 }), {
    TemplateElement({ value }) {
      if (!/\/\/|\/\*/.test(value.raw)) return;
      throw new Error(
        `${fileName}: HtmlService cuts a template literal at // or /*: join strings instead: ${value.raw}`,
      );
    },
  });
}
