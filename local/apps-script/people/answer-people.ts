import { pickFields } from '../spreadsheet/sheets-fields';
import type { State, UserStore } from '../state';
import { batchCreate, batchDelete, batchUpdate } from './batch-writes';
import { bookOf, type Json } from './contact-book';
import { settle } from './contact-records';
import { findEndpoint, type PeopleMethod } from './endpoints';
import { getPeople, getPerson } from './get-people';
import { modifyMembers } from './group-members';
import { createGroup, deleteGroup, getGroup, getGroups, listGroups, updateGroup } from './groups';
import { listConnections } from './list-connections';
import { one, type Call } from './people-call';
import type { PeopleFault, PeopleFaults } from './people-faults';
import { spendRequest, type Allowance } from './people-quotas';
import { errorInfo, PeopleRefusal, refusalBody, statusOf } from './people-refusal';
import type { PeopleRules } from './people-rules';
import { searchContacts } from './search-contacts';
import { createContact, deleteContact, updateContact } from './write-contacts';

/** A request to https://people.googleapis.com. */
export interface PeopleRequest {
  readonly method: string;
  /** Such as `/v1/people/me/connections`. */
  readonly path: string;
  readonly query: ReadonlyMap<string, readonly string[]>;
  /** Parsed JSON; undefined without a body. */
  readonly body: unknown;
}

/** Who asks, of whose contacts, under which rules. */
export interface PeopleCaller {
  readonly state: State;
  readonly owner: UserStore;
  readonly rules: PeopleRules;
  readonly faults: PeopleFaults;
  /** Whether the user granted a scope, by its last word. */
  readonly grants: (scope: string) => boolean;
  /** Ends the execution with a message: what is asked for exists on Google but not here. */
  readonly lacks: (what: string) => never;
}

/** An answer of any status. */
export interface PeopleAnswer {
  readonly status: number;
  readonly body: Json;
  /** Virtual milliseconds that it took longer than usual. */
  readonly delay: number;
  /** Whether the exception that Apps Script makes of it has no `details`. */
  readonly isBare: boolean;
  /** Set when no answer arrives: what Apps Script says then. */
  readonly lost?: string;
}

/** What the People API v1 answers (developers.google.com, People API): contacts and groups of one person. */
export function answerPeople(request: PeopleRequest, caller: PeopleCaller): PeopleAnswer {
  const found = findEndpoint(request.method, request.path);
  if (!found) return caller.lacks(`${request.method} ${request.path} of the People API`);
  const { state, owner, rules, faults, lacks } = caller;
  const { query, body } = request;
  const call: Call = { ...found, query, body, rules, lacks, book: bookOf(state, owner), now: Math.floor(state.now) };
  const fault = faults.take(found.method);
  const answer = fault && !fault.applied ? null : answerCall(call, caller);
  if (fault) return failed(fault);
  return answer ?? failed({ message: 'No answer' });
}

const ACTS: Readonly<Record<PeopleMethod, (call: Call) => Json>> = {
  list: listConnections,
  get: getPerson,
  getBatchGet: getPeople,
  createContact,
  updateContact,
  deleteContact,
  batchCreateContacts: batchCreate,
  batchUpdateContacts: batchUpdate,
  batchDeleteContacts: batchDelete,
  searchContacts,
  'groups.list': listGroups,
  'groups.get': getGroup,
  'groups.batchGet': getGroups,
  'groups.create': createGroup,
  'groups.update': updateGroup,
  'groups.delete': deleteGroup,
  'groups.modify': modifyMembers,
};

/** Updates read too, before they write (seen in refusals of updateContact that name the metric of reads). */
const ALLOWANCES: Readonly<Partial<Record<PeopleMethod, readonly Allowance[]>>> = {
  list: ['reads'],
  get: ['reads'],
  getBatchGet: ['reads'],
  searchContacts: ['reads'],
  createContact: ['writes'],
  updateContact: ['reads', 'writes'],
  deleteContact: ['writes'],
  batchCreateContacts: ['writes'],
  batchUpdateContacts: ['reads', 'writes'],
  batchDeleteContacts: ['writes'],
};

function answerCall(call: Call, caller: PeopleCaller): PeopleAnswer {
  try {
    checkScope(call, caller);
    settle(call);
    for (const allowance of ALLOWANCES[call.method] ?? []) spendRequest(call, allowance);
    const answer = ACTS[call.method](call);
    const fields = one(call, 'fields');
    const body = fields === undefined ? answer : (pickFields(answer, fields) as Json);
    return { status: 200, body: call.method === 'list' ? caller.faults.spoil(body) : body, delay: 0, isBare: false };
  } catch (error) {
    if (!(error instanceof PeopleRefusal)) throw error;
    return { status: error.code, body: refusalBody(error), delay: 0, isBare: error.isBare };
  }
}

const READS: readonly PeopleMethod[] = [
  ...(['list', 'get', 'getBatchGet', 'searchContacts', 'groups.list', 'groups.get', 'groups.batchGet'] as const),
];

function checkScope({ method }: Call, { grants }: PeopleCaller): void {
  if (grants('contacts') || (READS.includes(method) && grants('contacts.readonly'))) return;
  const info = errorInfo('ACCESS_TOKEN_SCOPE_INSUFFICIENT', { service: 'people.googleapis.com' });
  throw new PeopleRefusal(403, 'PERMISSION_DENIED', 'Request had insufficient authentication scopes.', [info]);
}

function failed({ status, message, reason, skipDetails = false, delay = 0 }: PeopleFault): PeopleAnswer {
  if (status === undefined) return { status: 0, body: {}, delay, isBare: true, lost: message };
  const details = reason === undefined ? [] : [errorInfo(reason, {})];
  const refusal = new PeopleRefusal(status, statusOf(status), message, details);
  return { status, body: refusalBody(refusal), delay, isBare: skipDetails };
}
