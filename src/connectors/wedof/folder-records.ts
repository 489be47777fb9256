import type { JsonObject, Row } from '../../core/model';
import type { Column } from '../../core/columns';
import type { Api, Page, Stream } from '../connector';
import { textOf } from '../fields';
import { isFullByFolder, keyOf, readByFolder, type ByFolder } from './by-folder';
import { isFull, readChanges } from './changes';
import { activityColumns, invoiceColumns, paymentColumns, sessionColumns } from './columns/other-columns';
import { readListOrFolders } from './list-or-folders';
import { createShape, type Shape } from './shape';
import { createVisit } from './visit';

const REGISTRATION = '/registrationFolders';
const CERTIFICATION = '/certificationFolders';

/** Sessions: the account's list, or those that its folders link to. */
export function defineSessions(links: boolean): Stream {
  const { key, columns, toRow, toRows } = createShape('externalId', sessionColumns, links);
  const byFolder: ByFolder = {
    paths: [REGISTRATION],
    visit: createVisit({ link: 'session', shared: true, toRow }),
  };
  return {
    name: 'sessions',
    title: { fr: 'Sessions', en: 'Sessions' },
    help: { fr: 'Une ligne par session de formation.', en: 'One row for each training session.' },
    key,
    columns,
    mode: 'changes',
    read: (api, cursor) =>
      readListOrFolders(api, cursor, {
        path: '/sessions',
        toRows,
        readFolders: (folders) => readByFolder(api, folders, byFolder),
        isFull: isFullByFolder,
      }),
  };
}

/** Invoices: the account's list, or one for each folder that was billed. */
export function defineInvoices(links: boolean): Stream {
  const shape = createShape('externalId', invoiceColumns, links);
  return {
    name: 'invoices',
    title: { fr: 'Factures', en: 'Invoices' },
    help: { fr: 'Une ligne par dossier facturé.', en: 'One row for each billed folder.' },
    key: shape.key,
    columns: shape.columns,
    mode: 'changes',
    read: (api, cursor) =>
      readListOrFolders(api, cursor, {
        path: '/invoices',
        toRows: shape.toRows,
        readFolders: (folders) => readBilled(api, folders, shape),
        isFull,
      }),
  };
}

/** Payments: the account's list where it has one, else those of each folder that may have been paid for. */
export function definePayments(links: boolean): Stream {
  const { key, columns, toRow, toRows } = createShape('id', paymentColumns, links);
  const byFolder: ByFolder = {
    paths: [REGISTRATION],
    visit: createVisit({
      link: 'payments',
      wants: ({ billingState }) => PAID_FOR.includes(textOf(billingState)),
      toRow: (record, folder) => withParent(toRow(record), { registrationFolderId: keyOf(folder) }),
    }),
  };
  return {
    name: 'payments',
    title: { fr: 'Paiements', en: 'Payments' },
    help: { fr: 'Une ligne par paiement d’un dossier.', en: 'One row for each payment for a folder.' },
    key,
    columns,
    mode: 'changes',
    read: (api, cursor) =>
      readListOrFolders(api, cursor, {
        path: '/payments',
        toRows,
        doubtful: true,
        readFolders: (folders) => readByFolder(api, folders, byFolder),
        isFull: isFullByFolder,
      }),
  };
}

/** Activities and tasks of all folders of both kinds. */
export function defineActivities(links: boolean): Stream {
  const { key, columns, toRow } = createShape('id', activityColumns, links);
  const byFolder: ByFolder = {
    paths: [REGISTRATION, CERTIFICATION],
    visit: createVisit({
      link: 'activities',
      toRow: (record, folder, path) =>
        withParent(toRow(record), {
          entityClass: path === REGISTRATION ? 'RegistrationFolder' : 'CertificationFolder',
          entityExternalId: keyOf(folder),
        }),
    }),
  };
  return {
    name: 'activities',
    title: { fr: 'Activités', en: 'Activities' },
    help: { fr: 'Une ligne par activité ou tâche d’un dossier.', en: 'One row for each activity or task of a folder.' },
    key,
    columns,
    mode: 'changes',
    read: (api, cursor) => readByFolder(api, cursor, byFolder),
  };
}

const PAID_FOR: readonly string[] = ['depositWait', 'depositPaid', 'billed', 'paid'];

function withParent(row: Row | null, parent: Row): Row | null {
  return row && { ...row, ...parent };
}

function readBilled(api: Api, cursor: JsonObject | null, shape: Shape): Page {
  const { records, cursor: next, done, full, unsure } = readChanges(api, { path: REGISTRATION, limit: 100 }, cursor);
  const billed = records.filter((folder) => textOf(folder.billNumber) !== '');
  const { rows, ...rest } = shape.toRows(billed);
  const kept = rows.map((row) => pickColumns(row, shape.columns));
  return { ...rest, rows: kept, cursor: next, done, complete: full && !unsure };
}

function pickColumns(row: Row, columns: readonly Column[]): Row {
  return Object.fromEntries(columns.flatMap(({ name }) => (name in row ? [[name, row[name] ?? null]] : [])));
}
