import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMachine } from '../../local/apps-script/machine';
import { caught, project, valueOf } from './script';

describe('a template (developers.google.com, HTML Service: Templated HTML)', () => {
  it('escapes what it prints, by the place where it prints it', () => {
    const page =
      "<a href='<?= url ?>' title='<?= text ?>'><?= text ?></a><script>var x = <?= text ?>;</script><?!= text ?>";
    const body = `const t = HtmlService.createTemplate(${JSON.stringify(page)}); t.url = 'javascript:alert(1)'; t.text = '"</script>'; return t.evaluate().getContent()`;
    expect(valueOf(body)).toBe(
      `<a href='#' title='&quot;&lt;/script&gt;'>&quot;&lt;/script&gt;</a><script>var x = "\\"\\u003c/script>";</script>"</script>`,
    );
  });

  it('runs code, which sees the functions of the script', () => {
    const script = project(`
      function items() { return ['a', 'b'] }
      function main() { return HtmlService.createTemplate('<? items().forEach(function (i) { ?>[<?= i ?>]<? }) ?>').evaluate().getContent() }`);
    expect(createMachine().run(script, 'main')).toMatchObject({ value: '[a][b]' });
  });

  it('includes other files by the usual function', () => {
    const script = project(`
      function include(name) { return HtmlService.createHtmlOutputFromFile(name).getContent() }
      function main() { return HtmlService.createTemplateFromFile('page').evaluate().setTitle('T').getContent() }`);
    writeFileSync(join(script.folder, 'page.html'), "<p><?!= include('part') ?></p>");
    writeFileSync(join(script.folder, 'part.html'), '<b>part</b>');
    expect(createMachine().run(script, 'main')).toMatchObject({ value: '<p><b>part</b></p>' });
  });
});

describe('HtmlService', () => {
  it('throws for a file that does not exist', () => {
    expect(caught("HtmlService.createHtmlOutputFromFile('none')")).toBe('No HTML file named none was found.');
  });

  it('keeps title and size', () => {
    const body =
      "const o = HtmlService.createHtmlOutput('x').setTitle('T').setWidth(300).append('y'); return [o.getTitle(), o.getWidth(), o.getContent()]";
    expect(valueOf(body)).toEqual(['T', 300, 'xy']);
  });

  it('takes the meta tags that Google allows', () => {
    expect(
      caught("HtmlService.createHtmlOutput('x').addMetaTag('viewport', 'width=1').addMetaTag('robots', 'x')"),
    ).toContain('robots');
  });
});

it('ContentService keeps text and type', () => {
  const body =
    "const o = ContentService.createTextOutput('a').append('b').setMimeType(ContentService.MimeType.JSON); return [o.getContent(), o.getMimeType() === ContentService.MimeType.JSON]";
  expect(valueOf(body)).toEqual(['ab', true]);
});
