import { BusyError, DataError, PeopleError, SignInError } from '../core/errors';
import type { Clock, People } from '../platform/services';

/** How long to wait for the minute to pass in which Google counts requests, time after time. */
const WAITS = [5_000, 20_000, 60_000];
/** What must be left of the execution after a wait. */
const RESERVE = 60_000;
/** A fault of Google's passes sooner. */
const SHORT_WAITS = [1_000, 4_000];
const LATER = 5 * 60_000;

/** Carries out a request to Google Contacts. `mayRepeat`: one that changes nothing when it is sent twice. */
export type AskPeople = <T>(work: (people: People) => T, mayRepeat?: boolean) => T;

/**
 * Waits and asks again when Google is asked too often, as long as the execution lasts: then `BusyError`. Throws what concerns all
 * clients as `SignInError` (no permission), `DataError` (the service is off) or `BusyError`; the rest as the `PeopleError` it is.
 */
export function createPatience(people: People, clock: Clock, deadline: number): AskPeople {
  return (work, mayRepeat = true) => {
    for (let tries = 0; ; tries += 1) {
      try {
        return work(people);
      } catch (error) {
        if (!(error instanceof PeopleError)) throw error;
        const waits = error.kind === 'busy' ? WAITS : error.kind === 'passing' && mayRepeat ? SHORT_WAITS : [];
        const wait = waits[tries];
        if (wait === undefined || clock.now() + wait + RESERVE > deadline) throw translate(error, clock.now());
        clock.sleep(wait);
      }
    }
  };
}

function translate(error: PeopleError, now: number): Error {
  const { kind, message } = error;
  if (kind === 'busy') return busy(message, now);
  if (kind === 'forbidden') return forbidden(message);
  return kind === 'off' ? serviceOff(message) : error;
}

function busy(message: string, now: number): BusyError {
  return new BusyError(now + LATER, `contacts: ${message}`, {
    fr: 'Google Contacts demande de ralentir.',
    en: 'Google Contacts asked us to slow down.',
  });
}

function forbidden(message: string): SignInError {
  return new SignInError(`contacts: ${message}`, {
    fr: 'Sync n’a pas l’autorisation de voir et de modifier vos contacts. Rechargez la feuille, choisissez Sync > Google Contacts > Synchroniser et acceptez l’accès aux contacts. Si Google ne le demande pas, la personne qui a installé Sync peut l’accorder avec vous : Extensions > Apps Script, exécuter openContactsView.',
    en: 'Sync has no permission to see and change your contacts. Reload the spreadsheet, choose Sync > Google Contacts > Sync and accept the access to your contacts. If Google does not ask, whoever installed Sync can grant it with you: Extensions > Apps Script, run openContactsView.',
  });
}

function serviceOff(message: string): DataError {
  return new DataError(`contacts: ${message}`, {
    fr: 'Le service « People API » n’est pas activé. Dans Extensions > Apps Script, cliquez sur « + » à côté de Services, choisissez « People API », puis Ajouter, et relancez.',
    en: 'The service “People API” is off. In Extensions > Apps Script click “+” beside Services, choose “People API”, then Add, and sync again.',
  });
}
