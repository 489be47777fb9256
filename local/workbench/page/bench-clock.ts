import { button, element } from './element.js';
import type { Part } from './part.js';
import type { Session } from './session.js';
import { toTime } from './time.js';
import { whenNew } from './when-new.js';
import { language, say } from './words.js';

/** The virtual clock: steps forward, and how fast it goes while the script works. */
export function createClock(session: Session): Part {
  let now = 0;
  let nextAt: number | null = null;
  const toTrigger = button(say({ fr: 'Jusqu’au prochain déclencheur', en: 'To the next trigger' }), () =>
    nextAt === null ? undefined : session.act({ do: 'advance', ms: Math.max(0, nextAt - now) }),
  );
  const steps = STEPS.map(([label, ms]) => button(say(label), () => session.act({ do: 'advance', ms })));
  const speed = createSpeed(session);
  return {
    element: element(
      'section',
      {},
      element('h2', {}, say({ fr: 'Horloge', en: 'Clock' })),
      element('div', { class: 'buttons' }, ...steps, toTrigger),
      speed.element,
    ),
    show(desk) {
      now = desk.now;
      const due = desk.triggers.flatMap((trigger) => trigger.nextAt ?? []);
      nextAt = due.length > 0 ? Math.min(...due) : null;
      toTrigger.ariaDisabled = String(nextAt === null);
      toTrigger.title = nextAt === null ? '' : toTime(nextAt, desk.timeZone, language());
      speed.show(desk);
    },
  };
}

const STEPS = [
  [{ fr: '+1 min', en: '+1 min' }, 60_000],
  [{ fr: '+1 h', en: '+1 h' }, 3_600_000],
  [{ fr: '+1 jour', en: '+1 day' }, 86_400_000],
] as const;

const SPEEDS = [
  [{ fr: '× 1, comme chez Google', en: '× 1, as on Google' }, 1],
  [{ fr: '× 20', en: '× 20' }, 20],
  [{ fr: 'Sans attente', en: 'No waiting' }, 0],
] as const;

function createSpeed(session: Session): Part {
  const legend = element('legend', {}, say({ fr: 'Vitesse des appels', en: 'Speed of calls' }));
  const choices = SPEEDS.map(([label, factor]) => {
    const field = element('input', { type: 'radio', name: 'speed', value: String(factor) });
    field.addEventListener('change', () => void session.act({ do: 'speed', factor }));
    return { field, label: element('label', {}, field, ` ${say(label)}`) };
  });
  const draw = whenNew((speed: number) => {
    choices.forEach(({ field }) => {
      field.checked = field.value === String(speed);
    });
  });
  return {
    element: element('fieldset', {}, legend, ...choices.map(({ label }) => label)),
    show: ({ speed }) => {
      draw(speed);
    },
  };
}
