import type { Stream } from '../connectors/connector';
import type { Words } from '../core/model';
import { alert, prompt } from '../platform/screen';
import { openWorkbook } from '../platform/workbook';
import { attempt } from './attempt';
import type { Connection } from './connections';
import { placeOf } from './place';
import type { Draft } from './rpc';
import { say } from './words';

/**
 * Which spreadsheet to fill and, in another than this one, what to call the tab of `main` when that is read; null when the
 * user cancels. A spreadsheet that cannot be written to is asked for again.
 */
export function askPlace(
  main: Stream | null,
  connection: Connection | null,
  streams: readonly string[],
): Pick<Draft, 'spreadsheet' | 'tabs'> | null {
  const spreadsheet = askSpreadsheet(connection);
  if (spreadsheet === null) return null;
  const place = placeOf({ spreadsheet }, connection);
  const isRead = streams.length === 0 || (main !== null && streams.includes(main.name));
  if (place.spreadsheet === undefined || main === null || !isRead) return { spreadsheet };
  const typed = prompt(say(TAB_TITLE), tabQuestion(main, connection));
  if (typed === null) return null;
  const tabs = connection?.tabs ?? {};
  const name = typed === '' ? (tabs[main.name] ?? '') : typed;
  return { spreadsheet, tabs: { ...tabs, [main.name]: name } };
}

const TAB_TITLE: Words = { fr: 'Nom de l’onglet', en: 'Name of the tab' };

function askSpreadsheet(connection: Connection | null): string | null {
  const stored = connection?.spreadsheet ?? '';
  const title = say({ fr: 'Feuille de calcul', en: 'Spreadsheet' });
  for (;;) {
    const typed = prompt(title, say(stored === '' ? WHERE : whereNow(stored)));
    if (typed === null) return null;
    if (typed === '') return stored;
    if (typed === '-') return '';
    const opened = attempt(() => {
      const { spreadsheet } = placeOf({ spreadsheet: typed }, null);
      if (spreadsheet !== undefined) openWorkbook(spreadsheet);
    });
    if (opened.ok) return typed;
    alert(title, opened.advice);
  }
}

const WHERE: Words = {
  fr: 'Où faut-il ranger les données ? Laissez vide pour cette feuille de calcul-ci, ou collez l’adresse d’une autre.',
  en: 'Where shall the data go? Leave blank for this spreadsheet, or paste the address of another one.',
};

function whereNow(id: string): Words {
  return {
    fr: `Où faut-il ranger les données ? Actuellement : ${id}\nLaissez vide pour ne rien changer, tapez - pour cette feuille de calcul-ci, ou collez l’adresse d’une autre.`,
    en: `Where shall the data go? At present: ${id}\nLeave blank to change nothing, type - for this spreadsheet, or paste the address of another one.`,
  };
}

function tabQuestion({ name, title }: Stream, connection: Connection | null): string {
  const called = connection?.tabs?.[name] ?? say(title);
  return say({
    fr: `Comment appeler l’onglet, quand Sync le crée ? Laissez vide pour « ${called} ».`,
    en: `What shall the tab be called when Sync makes it? Leave blank for “${called}”.`,
  });
}
