import { actInGoogle } from './act-in-google';
import { actInSheet } from './act-in-sheet';
import type { Command, GoogleCommand, SheetCommand } from './commands';
import type { World } from './world';

/** Does what somebody does on either side. */
export function handle(world: World, command: SheetCommand | GoogleCommand): void {
  if (isSheet(command)) actInSheet(world, command);
  else actInGoogle(world, command);
}

/** Whether it happens in the spreadsheet. */
export function isSheet(command: Command): command is SheetCommand {
  return SHEET.includes(command.kind);
}

const SHEET: readonly string[] = [
  ...['type', 'addRow', 'deleteRow', 'copyRow', 'cutRow', 'emptyRow', 'emptyColumn', 'emptyTab', 'sort', 'insertRow'],
  'insertColumn',
];
