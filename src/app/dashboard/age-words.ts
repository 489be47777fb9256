import type { Words } from '../../core/model';

/** How long ago something was, in the largest unit that fills. */
export function ageWords(ms: number): Words {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return { fr: 'à l’instant', en: 'just now' };
  if (minutes < 60) return ago(minutes, 'min', 'min');
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? ago(hours, 'h', 'h') : ago(Math.floor(hours / 24), 'j', 'd');
}

function ago(count: number, fr: string, en: string): Words {
  return { fr: `il y a ${count}\u00a0${fr}`, en: `${count}\u00a0${en} ago` };
}
