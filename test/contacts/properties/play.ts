import { fieldKey } from '../../../src/contacts/field-key';
import { FIELDS } from '../../../src/contacts/fields';
import { actInGoogle, editLinked } from './act-in-google';
import { actInSheet } from './act-in-sheet';
import type { BothSides, Command, Fault, Run, Start } from './commands';
import { heal, spoil } from './faults';
import { handle } from './handle';
import { look, valuesOf } from './seen';
import { demand, Violation } from './violation';
import { counts, runWatched, writesOf } from './watch';
import { createWorld, plan, type World } from './world';

/** Carries out commands, then lets all be well, and throws the first `Violation`. */
export function play(start: Start, commands: readonly Command[]): void {
  const world = createWorld();
  begin(world, start);
  for (const command of commands) act(world, command);
  // What Google leaves out of a list that it calls whole comes to light when all contacts are listed again.
  const isCut = commands.some((command) => command.kind === 'cutList' && !command.dropsToken);
  settle(world, (isCut ? 8 * 24 : 25) * HOUR);
}

function begin(world: World, { clients, isSynced }: Start): void {
  for (const { client, on, hasMore } of clients) {
    if (on !== 'google') actInSheet(world, { kind: 'addRow', client });
    if (on !== 'sheet') actInGoogle(world, { kind: 'addContact', client, isLabelled: true, hasMore });
  }
  if (isSynced) runWatched(world, CLEAN);
}

function act(world: World, command: Command): void {
  const { account } = world;
  if (command.kind === 'both') actOnBoth(world, command);
  else if (command.kind === 'run') runWatched(world, command);
  else if (command.kind === 'time') account.state.now += command.ms;
  else if (isFault(command)) spoil(world, command);
  else handle(world, command);
}

/** In the client's row, and in the contact that is tied to it. */
function actOnBoth(world: World, { row, field, sheet, google, isStamped, isSheetFirst }: BothSides): void {
  const { rows, links } = look(world);
  const seen = rows[row % Math.max(1, rows.length)];
  const link = links.find(({ id }) => id === seen?.id);
  const edits = [
    (): void => {
      actInSheet(world, { kind: 'type', row, edit: { field, value: sheet }, isStamped });
    },
    (): void => {
      if (link) editLinked(world, link.ref, { field, value: google });
    },
  ];
  for (const edit of isSheetFirst ? edits : edits.reverse()) {
    edit();
    world.account.state.now += 1000;
  }
}

function isFault(command: Command): command is Fault {
  return ['late', 'expire', 'fail', 'cutList', 'mute', 'well'].includes(command.kind);
}

const HOUR = 3_600_000;
const MOST_RUNS = 8;
const CLEAN: Run = { ...{ kind: 'run', direction: 'both', tie: 'sheet', isForced: true, kill: null }, meanwhile: [] };

/** All is well from now on: after a few runs another one writes nothing, and both sides agree. */
function settle(world: World, later: number): void {
  heal(world.people);
  world.account.state.now += later;
  let before = snapshot(world);
  for (let n = 0; ; n += 1) {
    demand('P2', n < MOST_RUNS, () => 'there is no end of writing');
    const outcome = runWatched(world, CLEAN);
    demand('P1', outcome.status === 'done', () => `a clean run ended as ${JSON.stringify(outcome)}`);
    world.account.state.now += 2 * HOUR;
    const after = snapshot(world);
    if (after === before) break;
    before = after;
  }
  checkAgreement(world);
}

/** All cells of all tabs, and how often Google was asked to write. */
function snapshot(world: World): string {
  const cells = world.workbook.tabs.map(({ name, grid }) => [name, grid.rows.map((row) => row?.values ?? [])]);
  return JSON.stringify([cells, writesOf(world)]);
}

function checkAgreement(world: World): void {
  const { actions, rows } = plan(world);
  demand(
    'P2',
    actions.every(({ kind }) => kind === 'hold'),
    () => `something is left to do: ${JSON.stringify(actions)}`,
  );
  const held = new Set(
    actions.flatMap((action) => (action.kind === 'hold' ? [action.link?.id, action.client?.id] : [])),
  );
  const seen = look(world);
  demand('P5', new Set(rows.values()).size === rows.size, () => 'two links have one row');
  for (const link of seen.links) {
    if (link.state !== 'linked' || held.has(link.id)) continue;
    const row = seen.rows.find(({ id }) => id === link.id);
    const contact = [...seen.contacts.values()].find(({ names, isLive }) => isLive && names.has(link.ref));
    if (!row || !contact) throw new Violation('P1', `link ${link.id} has no row or no contact`);
    const isLeft = (key: string): boolean => link.left.some((text) => text.includes(key));
    for (const field of FIELDS) {
      const key = fieldKey(field, row.fields[field]);
      const keys = valuesOf(contact, field)
        .map((value) => fieldKey(field, value))
        .filter((each) => each !== '');
      const isAgreed = key === '' ? SHARED.includes(field) || keys.every((each) => isLeft(each)) : keys.includes(key);
      demand(
        'P1',
        isAgreed,
        () => `${field} of ${link.id}: "${row.fields[field]}" and ${JSON.stringify(valuesOf(contact, field))}`,
      );
      counts.compared += 1;
    }
  }
  counts.journal += seen.journal.length;
}

/** Several items of a contact have these each: one of them is the client's, which another may have and it not. */
const SHARED: readonly string[] = ['adresse', 'ville', 'code_postal', 'entreprise', 'fonction'];
