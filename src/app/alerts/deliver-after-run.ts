import { clock } from '../../platform/clock';
import { log } from '../../platform/log';
import { executionEnd } from '../execution-end';
import { redactSeen } from '../secrets';
import { deliverWebhooks } from './deliver-webhooks';

/** Delivers at once what a run has to tell to the person's webhooks, where time is left for it. Throws nothing: the run is over. */
export function deliverAfterRun(): void {
  const end = executionEnd();
  if (end - clock.now() < LEAST_MS) return;
  try {
    deliverWebhooks(end - SPARE_MS, true);
  } catch (error) {
    log(redactSeen(`Webhooks were not delivered: ${String(error)}`));
  }
}

const LEAST_MS = 90_000;
/** For what comes after it, such as the answer to the page. */
const SPARE_MS = 15_000;
