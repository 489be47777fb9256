import { createRedact } from '../../http/redact';
import { answerJson } from '../../platform/web-app';
import { say } from '../words';
import { type Answer, toEnvelope } from './answer';
import { passGate } from './gate';
import { type Method, readCall } from './read-call';
import { readRequest, secretsIn } from './read-request';
import type { RemoteState } from './remote-state';
import { carryOutCall } from './routes';

/**
 * Answers a call from outside, with JSON in every case. Nothing but whether the secret is right can be learned without it: what is
 * asked is looked at afterwards.
 */
export function answerCall(method: Method, event: unknown): GoogleAppsScript.Content.TextOutput {
  return answerJson(
    toEnvelope(() => {
      const request = readRequest(event);
      const secrets = secretsIn(request);
      const state = passGate(secrets);
      return withoutSecrets(sayWhose(carryOutCall(readCall(method, request)), state), secrets);
    }),
  );
}

/** What a caller has called by its secret is not told so. */
function withoutSecrets({ data, ...answer }: Answer, secrets: readonly string[]): Answer {
  const hide = createRedact(secrets);
  const text = JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? hide(value) : value));
  return { ...answer, data: JSON.parse(text) as unknown };
}

function sayWhose(answer: Answer, { by, runsAs }: RemoteState): Answer {
  if (runsAs === undefined) return answer;
  const whose = say({
    fr: `Les appels se font au nom de ${runsAs}, qui a déployé l’application Web, et non de ${by}, qui les a activés.`,
    en: `Calls are carried out in the name of ${runsAs}, who deployed the web app, and not of ${by}, who switched them on.`,
  });
  return { ...answer, message: `${answer.message} ${whose}` };
}
