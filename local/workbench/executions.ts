import { OVERTIME } from '../apps-script/lifetime';
import type { Outcome } from '../apps-script/outcome';
import type { Person } from '../apps-script/person';
import { publicFunctions } from '../apps-script/project';
import type { WebAnswer, WebRequest } from '../apps-script/web-app';
import type { Ask, OpenPage } from './ask';
import type { Bench } from './bench';
import type { Ended } from './protocol';

/** Chosen in the menu by whoever sits at the spreadsheet. Nobody reads what it returns. */
export function click(bench: Bench, functionName: string): Ended {
  const { machine, project, seat: person } = bench;
  return withoutValue(
    execute(bench, person, functionName, () => machine.run(project, functionName, [], { as: 'menu', person })),
  );
}

/** Fires a trigger now. Throws when there is none of that id. */
export function fire(bench: Bench, trigger: string): Ended {
  return withoutValue(execute(bench, bench.seat, '', () => bench.machine.fire(trigger)));
}

/** Moves the clock on; what falls due meanwhile fires. */
export function advance(bench: Bench, ms: number): void {
  if (!(ms >= 0)) throw new Error('The clock only goes on.');
  execute(bench, bench.seat, '', () => bench.machine.advance(ms));
}

/** Someone sits down at the spreadsheet, which opens for them. Throws for someone who does not have it. */
export function sitDown(bench: Bench, email: string): void {
  const person = personOf(bench, email);
  bench.seat = person;
  if (!publicFunctions(bench.project).includes('onOpen')) return;
  execute(bench, person, 'onOpen', () => bench.machine.run(bench.project, 'onOpen', [], { person }));
}

/**
 * Calls a function for a person's page. What goes wrong comes as the error that `google.script.run` hands to a failure
 * handler. Throws for someone who does not have the spreadsheet.
 */
export function runForPage(bench: Bench, ask: Ask & { kind: 'run' }): Ended {
  const { machine, project } = bench;
  const { name, args } = ask;
  const person = personOf(bench, ask.person);
  const page = machine.page(project, person);
  if (!page.functions.includes(name)) return scriptError(`Script function not found: ${name}`);
  const outcome = execute(bench, person, name, () => page.call(name, args));
  if (outcome.status === 'done') return { status: 'done', value: outcome.value };
  return scriptError(outcome.status === 'failed' ? outcome.error.message : OVERTIME);
}

/** Answers someone on the network: the script runs as the person who holds the account. */
export function runForWeb(bench: Bench, request: WebRequest): WebAnswer {
  return execute(bench, bench.people[0], '', () => bench.machine.web(bench.project, request));
}

/**
 * A person's open page; for someone who has none, the function that last opened one is run as theirs, so that two people
 * can look at the same page. Throws when nobody has opened a page.
 */
export function openPage(bench: Bench, email: string | null): OpenPage {
  const { machine, project, screens } = bench;
  const person = email === null ? bench.seat : personOf(bench, email);
  const opener = openerFor(bench, person.email);
  if (opener !== null) execute(bench, person, opener, () => machine.run(project, opener, [], { as: 'menu', person }));
  const page = screens.page(person.email);
  if (!page) throw new Error('No page is open: choose an item of the menu that opens one.');
  return { html: page.html, person: person.email, functions: publicFunctions(project) };
}

/** The function that must be run before a person has a page; null when they have one, or nobody has. */
export function openerFor({ screens, seat }: Bench, email: string | null): string | null {
  return screens.page(email ?? seat.email) ? null : screens.latestOpener();
}

/** What a person does at the spreadsheet, as one execution more. */
export function execute<R>(bench: Bench, person: Person, functionName: string, action: () => R): R {
  bench.depth += 1;
  try {
    return bench.screens.as(person.email, functionName, action);
  } finally {
    bench.depth -= 1;
  }
}

function personOf({ people }: Bench, email: string): Person {
  const person = people.find((each) => each.email === email);
  if (!person)
    throw new Error(`${email} does not have this spreadsheet, but ${people.map((each) => each.email).join(', ')}.`);
  return person;
}

function withoutValue(outcome: Outcome): Ended {
  if (outcome.status === 'done') return { status: 'done', value: null };
  const error = outcome.status === 'failed' ? outcome.error : { name: 'Exception', message: OVERTIME };
  return { status: 'failed', error: { name: error.name, message: error.message } };
}

function scriptError(message: string): Ended {
  return { status: 'failed', error: { name: 'ScriptError', message } };
}
