import type { JsonObject, Row } from '../../core/model';
import type { Page } from '../connector';
import { isObject, objectAt, textOf } from '../fields';
import { attendeeColumns } from './columns/attendee-columns';
import { createShape, type Shape } from './shape';

/** A function that finds the attendees and organisms that a page of folders holds, each once. */
export function createEmbedded(links: boolean): (folders: readonly JsonObject[]) => NonNullable<Page['also']> {
  const shape = createShape('id', attendeeColumns, links, true);
  return (folders) => ({
    // Only a run that has a tab for them asks.
    get attendees() {
      return attendeesOf(folders, shape);
    },
    get organisms() {
      return organismsOf(folders);
    },
  });
}

function attendeesOf(folders: readonly JsonObject[], shape: Shape): readonly Row[] {
  const byId = new Map<string, Row>();
  for (const { attendee } of folders) {
    const row = isObject(attendee) ? shape.toRow(attendee) : null;
    if (row) byId.set(textOf(row.id), row);
  }
  return [...byId.values()];
}

function organismsOf(folders: readonly JsonObject[]): readonly Row[] {
  const bySiret = new Map<string, Row>();
  for (const folder of folders) {
    const links = objectAt(folder, '_links');
    for (const role of ['organism', 'partner', 'certifier']) {
      const link = links[role];
      if (!isObject(link)) continue;
      const siret = textOf(link.siret);
      const name = textOf(link.name);
      if (siret !== '') bySiret.set(siret, name === '' ? { siret } : { siret, name });
    }
  }
  return [...bySiret.values()];
}
