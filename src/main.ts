import { attempt, attemptUnseen } from './app/attempt';
import { configureFromMenu } from './app/configure';
import { allViews, viewOf } from './app/connection-view';
import { drawMenu, type OpenEvent } from './app/menu';
import type { ConnectionView, Draft, Result, RunOptions, RunView } from './app/rpc';
import { dropConnection, storeConnection } from './app/save-connection';
import { scheduleFromMenu, unscheduleFromMenu } from './app/schedule-menu';
import { continueRun, runConnections } from './app/sync';
import { openHistory, relabelFromMenu, syncFromMenu } from './app/sync-menu';
import { askConnection, testFromMenu } from './app/test-connections';
import { tick } from './app/tick';

// Every function that Google calls by its name. First what Google itself calls.

export function onOpen(event: OpenEvent): void {
  drawMenu(event);
}

export function onInstall(event: OpenEvent): void {
  drawMenu(event);
}

export function continueSync(): RunView {
  return attemptUnseen(continueRun);
}

export function hourlyTick(): RunView | null {
  return attemptUnseen(tick);
}

// The menu.

export function syncNow(): void {
  syncFromMenu();
}

export function syncConnection1(): void {
  syncFromMenu(1);
}

export function syncConnection2(): void {
  syncFromMenu(2);
}

export function syncConnection3(): void {
  syncFromMenu(3);
}

export function syncConnection4(): void {
  syncFromMenu(4);
}

export function syncConnection5(): void {
  syncFromMenu(5);
}

export function syncConnection6(): void {
  syncFromMenu(6);
}

export function syncConnection7(): void {
  syncFromMenu(7);
}

export function syncConnection8(): void {
  syncFromMenu(8);
}

export function syncConnection9(): void {
  syncFromMenu(9);
}

export function relabelNow(): void {
  relabelFromMenu();
}

export function testConnections(): void {
  testFromMenu();
}

export function showHistory(): void {
  openHistory();
}

export function scheduleOn(): void {
  scheduleFromMenu();
}

export function scheduleOff(): void {
  unscheduleFromMenu();
}

export function configure(): void {
  configureFromMenu();
}

// Pages and the command line.

export function listConnections(): Result<readonly ConnectionView[]> {
  return attempt(allViews);
}

export function saveConnection(draft: Draft): Result<ConnectionView> {
  return attempt(() => viewOf(storeConnection(draft)));
}

export function removeConnection(id: string): Result<null> {
  return attempt(() => dropConnection(id));
}

export function checkConnection(id: string): Result<string> {
  return attempt(() => askConnection(id));
}

export function runNow(ids?: readonly string[], options?: RunOptions): Result<RunView> {
  return attempt(() => runConnections(ids, options));
}
