import { withPace } from '../../src/http/with-pace';
import { createScriptedSend } from '../fixtures/scripted-send';
import { createVirtualClock } from '../fixtures/virtual-clock';

const request = { method: 'get', url: 'https://acme.test/', headers: {} } as const;

test('the first request goes at once, the next ones wait for the rest of the spacing', () => {
  const clock = createVirtualClock();
  const paced = withPace(createScriptedSend({}).send, clock, 600);
  paced(request);
  clock.pass(250);
  paced(request);
  paced(request);
  expect(clock.slept).toEqual([350, 600]);
});

test('a slow answer counts as time that passed', () => {
  const clock = createVirtualClock();
  const { send } = createScriptedSend(() => {
    clock.pass(900);
    return {};
  });
  const paced = withPace(send, clock, 600);
  paced(request);
  paced(request);
  expect(clock.slept).toEqual([]);
});
