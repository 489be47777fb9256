import { NetworkError } from '../../src/core/errors';
import { clock } from '../../src/platform/clock';
import { documentLock, scriptLock } from '../../src/platform/locks';
import { documentStore, scriptStore, userStore } from '../../src/platform/property-stores';
import { randomBytes } from '../../src/platform/random-bytes';
import * as screen from '../../src/platform/screen';
import { send } from '../../src/platform/send';
import type { HttpRequest, HttpResponse } from '../../src/platform/services';
import { userEmail, userLocale } from '../../src/platform/session';
import { callHourly, callUntilStopped, stopCalling } from '../../src/platform/triggers';

// What the tests of this folder run on the local Apps Script.

export function fetchOrKind(request: HttpRequest): HttpResponse | string {
  try {
    return send(request);
  } catch (error) {
    if (error instanceof NetworkError) return error.kind;
    throw error;
  }
}

export function writeStores(): void {
  documentStore().set('a', 'document');
  userStore().set('a', 'user');
  scriptStore().set('a', 'script');
  scriptStore().set('b', 'gone');
  scriptStore().remove('b');
}

export function readStores(): unknown {
  return [documentStore().get('a'), userStore().all(), scriptStore().get('b')];
}

export function acquireLocks(): boolean[] {
  return [documentLock().tryAcquire(), scriptLock().tryAcquire()];
}

export function sleepMinute(): number {
  const before = clock.now();
  clock.sleep(60_000);
  return clock.now() - before;
}

export function drawBytes(count: number): number[] {
  return Array.from(randomBytes(count));
}

export function whoAmI(): string[] {
  return [userEmail(), userLocale()];
}

export function wakeIn(ms: number): void {
  callUntilStopped('woken', ms);
}

export function wakeHourly(): void {
  callHourly('woken');
}

export function letSleep(): void {
  stopCalling('woken');
}

export function woken(): string {
  return 'awake';
}

export function draw(): void {
  screen.showMenu({
    label: 'Sync',
    items: [
      { label: 'Now', handler: 'woken' },
      'separator',
      { label: 'More', items: [{ label: 'Later', handler: 'wakeHourly' }] },
    ],
  });
}

export function speak(): void {
  screen.toast('hello', 'Sync', 5);
  screen.alert('Sync', 'read me');
}

export function openNote(): void {
  screen.showPage('Note', 'Sync', { text: '<hello>' });
}
