import { checkPage } from '../../build/page';

function check(html: string): () => void {
  return () => {
    checkPage(html, 'sidebar.html');
  };
}

describe('the check of a page', () => {
  it.each(['`https://${host}`', '`a /* b`'])('refuses the template literal %s, which HtmlService cuts', (literal) => {
    expect(check(`<script>const text = ${literal};</script>`)).toThrow('HtmlService cuts a template literal');
  });

  it.each(['"<?"', '"?>"'])('refuses %s in a script, which HtmlService runs as a scriptlet', (text) => {
    expect(check(`<script>const mark = ${text};</script>`)).toThrow('scriptlet');
  });

  it('takes comments, plain strings and ordinary template literals', () => {
    expect(check('<script>// note\nconst url = "https://host"; const text = `a ${url}`;</script>')).not.toThrow();
  });

  it('leaves data blocks alone', () => {
    expect(check('<script type="application/json">{"url": "`https://host`"}</script>')).not.toThrow();
  });
});
