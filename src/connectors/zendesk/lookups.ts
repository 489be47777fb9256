import type { Column } from '../../core/columns';
import { UnavailableError } from '../../core/errors';
import type { JsonObject, Words } from '../../core/model';
import type { Api, Stream } from '../connector';
import { once } from '../once';
import { brandColumns, formColumns, groupColumns, ticketFieldColumns } from './columns/lookup-columns';
import { pickRows } from './pick';
import { readList } from './read-list';
import { readOptionLabels } from './option-labels';
import { readOptionRenames } from './option-renames';

const readTicketFields = once((api) => readList(api, '/api/v2/ticket_fields', 'ticket_fields'));
const readTicketForms = once((api) => readList(api, '/api/v2/ticket_forms', 'ticket_forms'));
const readBrands = once((api) => readList(api, '/api/v2/brands', 'brands'));
const readGroups = once((api) => readList(api, '/api/v2/groups', 'groups', { exclude_deleted: false }));

/**
 * What the account says about the fields, forms, brands and groups of its tickets. A list of names that is closed to us (403) or
 * missing is empty. Fields throw instead: without them every column of theirs would be emptied.
 */
export const readLookups = once((api) => ({
  fields: readTicketFields(api),
  forms: orNone(() => readTicketForms(api)),
  brands: orNone(() => readBrands(api)),
  groups: orNone(() => readGroups(api)),
}));

/** A list that this account or its plan does not have is empty. Throws what else `read` throws. */
export function orNone(read: () => readonly JsonObject[]): readonly JsonObject[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnavailableError) return [];
    throw error;
  }
}

/** The short lists that tickets refer to: each pass reads them whole. Deleted records stay, since old tickets name them. */
export function defineLookups(): readonly Stream[] {
  return [
    {
      ...defineLookup('ticket_fields', ticketFieldColumns, (api) => readTicketFields(api).map(withOptions), {
        title: { fr: 'Champs de ticket', en: 'Ticket fields' },
        help: { fr: 'Une ligne par champ de ticket.', en: 'One row for each ticket field.' },
      }),
      renames: { in: 'tickets', read: readOptionRenames },
    },
    defineLookup('ticket_forms', formColumns, readTicketForms, {
      title: { fr: 'Formulaires de ticket', en: 'Ticket forms' },
      help: { fr: 'Une ligne par formulaire de ticket.', en: 'One row for each ticket form.' },
    }),
    defineLookup('brands', brandColumns, readBrands, {
      title: { fr: 'Marques', en: 'Brands' },
      help: { fr: 'Une ligne par marque.', en: 'One row for each brand.' },
    }),
    defineLookup('groups', groupColumns, readGroups, {
      title: { fr: 'Groupes', en: 'Groups' },
      help: { fr: 'Une ligne par groupe d’agents.', en: 'One row for each group of agents.' },
    }),
  ];
}

function defineLookup(
  name: string,
  columns: readonly Column[],
  read: (api: Api) => readonly JsonObject[],
  words: { readonly title: Words; readonly help: Words },
): Stream {
  return {
    name,
    ...words,
    key: ['id'],
    columns,
    mode: 'changes',
    read: (api) => ({ ...pickRows(columns, read(api)), cursor: {}, done: true }),
  };
}

/** A field with its options as `{value: label}`. */
function withOptions(field: JsonObject): JsonObject {
  const labels = Object.fromEntries(readOptionLabels(field));
  return { ...field, options: Object.keys(labels).length === 0 ? null : labels };
}
