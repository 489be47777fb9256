import type { PlanLine } from '../src/app/rpc';

/** What happens to one client on one side. */
export interface PlanGroup extends Pick<PlanLine, 'client' | 'action'> {
  /** Its lines are about the client as a whole, not about fields. */
  readonly isWhole: boolean;
  readonly lines: readonly PlanLine[];
}

/** Lines that follow each other and are about the same client as one, so that its name is read once. */
export function toPlanGroups(lines: readonly PlanLine[]): readonly PlanGroup[] {
  const groups: (PlanGroup & { readonly lines: PlanLine[] })[] = [];
  for (const line of lines) {
    const { client, action, field } = line;
    const isWhole = field === '';
    const last = groups[groups.length - 1];
    if (last?.client === client && last.action === action && last.isWhole === isWhole) last.lines.push(line);
    else groups.push({ client, action, isWhole, lines: [line] });
  }
  return groups;
}
