import type { Column } from '../../core/columns';
import type { Label } from '../connector';

/** The names in the table of tickets that a change elsewhere leaves behind, among the chosen columns. */
export function chooseLabels(columns: readonly Column[]): readonly Label[] {
  const names = new Set(columns.map(({ name }) => name));
  return LABELS.filter(({ by }) => names.has(by)).map((label) => ({
    ...label,
    columns: Object.fromEntries(Object.entries(label.columns).filter(([here]) => names.has(here))),
  }));
}

const LABELS: readonly Label[] = [
  {
    stream: 'users',
    by: 'requester_id',
    columns: { requester_name: 'name', requester_email: 'email', requester_locale: 'locale' },
  },
  { stream: 'users', by: 'submitter_id', columns: { submitter_name: 'name' } },
  { stream: 'users', by: 'assignee_id', columns: { assignee_name: 'name', assignee_email: 'email' } },
  { stream: 'organizations', by: 'organization_id', columns: { organization_name: 'name' } },
  { stream: 'groups', by: 'group_id', columns: { group_name: 'name' } },
  { stream: 'brands', by: 'brand_id', columns: { brand_name: 'name' } },
  { stream: 'ticket_forms', by: 'ticket_form_id', columns: { ticket_form_name: 'name' } },
];
