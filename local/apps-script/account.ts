import type { Consents } from './consents';
import type { Counter } from './counter';
import type { FaultPlan } from './faults';
import type { PeopleDesk } from './people/people-desk';
import type { Person } from './person';
import type { AccountKind, Quotas } from './quotas';
import type { Routes } from './services/http-wire';
import type { Documents } from './spreadsheet/documents';
import type { State, StoreName, UserStore } from './state';

/** What the executions of one machine share. */
export interface Account {
  readonly state: State;
  readonly documents: Documents;
  /** Each user has their own. */
  readonly quotasOf: (user: UserStore) => Quotas;
  readonly faults: FaultPlan;
  /** Calls since the last reset, whole machine. */
  calls: Counter;
  /** Requests sent by `fetch` and `fetchAll` since the last reset. */
  requests: number;
  /** What went to others than Google with the token of `ScriptApp.getOAuthToken`. */
  readonly leaks: TokenLeak[];
  /** What people let the script do. */
  readonly consents: Consents;
  /** Those whose Google account has been deleted, by e-mail address. */
  readonly gone: Set<string>;
  /** The execution that holds each lock. */
  readonly locks: Map<StoreName, string>;
  /** How the People API behaves, and its faults to come. */
  readonly people: PeopleDesk;
  /** Whose account it is; executions may be someone else's who has the spreadsheet too. */
  readonly holder: Person;
  readonly routes: Routes;
  readonly realNetwork: boolean;
  readonly realTime: boolean;
  readonly patience: number | null;
  readonly isBound: boolean;
  /** A published editor add-on, with Google's narrower rules for its triggers. */
  readonly isAddOn: boolean;
  /** Where the web app is reached: `ScriptApp.getService().getUrl()`. */
  readonly webAppUrl: string;
  readonly between: ((call: PassedCall) => void) | undefined;
}

/** A call that reached Google's servers and has taken place. */
export interface PassedCall {
  /** `Service.method`. */
  readonly method: string;
  /** What it took, in virtual milliseconds. */
  readonly took: number;
  /** When its execution began, in virtual milliseconds since 1970. */
  readonly startedAt: number;
  /** The script's lock or a person's is held, for a moment: an execution that started now would wait for it in vain. */
  readonly isLocked: boolean;
}

/** A request that took Google's token to someone else. */
export interface TokenLeak {
  readonly host: string;
  /** Virtual milliseconds since 1970. */
  readonly at: number;
}

export interface AccountOptions {
  /** Whose quotas hold, of each user; `consumer` by default. */
  readonly account?: AccountKind;
  /** Virtual milliseconds since 1970; the real now by default. */
  readonly startAt?: number;
  /** The user's language; `fr` by default. */
  readonly locale?: string;
  readonly email?: string;
  /** Of the spreadsheet that the script is bound to; `fr_FR` by default. */
  readonly spreadsheetLocale?: string;
  /** Of the same spreadsheet; Europe/Paris by default. */
  readonly spreadsheetTimeZone?: string;
  /** False for a standalone script: no active spreadsheet, no document properties, no document lock. */
  readonly bound?: boolean;
  /** A published editor add-on in place of a script that belongs to the spreadsheet. */
  readonly addOn?: boolean;
  /** Where the web app is reached; as on Google by default, `https://script.google.com/macros/s/.../exec`. */
  readonly webAppUrl?: string;
  /** Loopback servers that answer for https origins: `{'https://www.wedof.fr': 'http://127.0.0.1:4010'}`. */
  readonly routes?: Routes;
  /** Lets hosts without a route be reached for real; by default they do not resolve. */
  readonly realNetwork?: boolean;
  /** Lets `Utilities.sleep` take its time, for the sake of servers that are not our own; by default only the virtual clock moves. */
  readonly realTime?: boolean;
  /**
   * Called after each call that reached Google's servers, inside the execution that made it. What it starts runs beside
   * that execution, and takes none of its six minutes.
   */
  readonly between?: (call: PassedCall) => void;
  /** Real milliseconds after which an execution is taken for an endless loop; never by default. */
  readonly patience?: number;
  /** What earlier executions left; an empty account by default. */
  readonly state?: State;
  readonly documents?: Documents;
}
