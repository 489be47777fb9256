import type { Failure, Fault } from './commands';
import type { World } from './world';

/** Lets something go wrong at Google. */
export function spoil({ people }: World, fault: Fault): void {
  const { rules } = people;
  switch (fault.kind) {
    case 'late':
      rules[fault.of] = fault.ms;
      break;
    case 'expire':
      rules.tokenLifetime = 0;
      rules.expiredAs = fault.as;
      break;
    case 'fail':
      people.fault(fault.method, fault.nth, FAULTS[fault.how]);
      break;
    case 'cutList':
      people.spoilPage(1, { keep: fault.keep, dropToken: fault.dropsToken });
      break;
    case 'mute':
      rules[fault.what] = false;
      break;
    case 'well':
      heal(people);
      break;
  }
}

const FAULTS: Readonly<Record<Failure, Parameters<World['people']['fault']>[2]>> = {
  '429': { status: 429, message: 'Quota exceeded for quota metric.', reason: 'RATE_LIMIT_EXCEEDED' },
  '503': { status: 503, message: 'The service is currently unavailable.' },
  '503 applied': { status: 503, message: 'The service is currently unavailable.', applied: true },
  timeout: { message: 'Service timed out: People', delay: 60_000 },
  'timeout applied': { message: 'Service timed out: People', delay: 60_000, applied: true },
  '400': { status: 400, message: 'Request contains an invalid argument.' },
};

/** Lets all be well again. */
export function heal(people: World['people']): void {
  people.clearFaults();
  const well = {
    lag: 0,
    staleListFor: 0,
    staleGetFor: 0,
    tokenLifetime: 7 * 86_400_000,
    batchDetails: true,
    batchReadBack: true,
  };
  Object.assign(people.rules, well);
}
