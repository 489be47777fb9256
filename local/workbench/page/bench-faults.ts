import type { FaultName } from '../protocol';
import { button, element } from './element.js';
import type { Part } from './part.js';
import type { Session } from './session.js';
import { say, type Words } from './words.js';

/** Things that go wrong on Google or at the systems that are read, to be switched on; each ends by itself. */
export function createFaults(session: Session): Part {
  const switches = FAULTS.map(({ fault, title, what }) => {
    const press = button(say(title), () => session.act({ do: 'fault', fault }), {
      'aria-pressed': 'false',
      'aria-describedby': `fault-${fault}`,
    });
    return { fault, press, item: element('li', {}, press, element('p', { id: `fault-${fault}` }, say(what))) };
  });
  const none = button(say({ fr: 'Retirer toutes les pannes', en: 'Take all faults back' }), () =>
    session.act({ do: 'noFaults' }),
  );
  const list = element('ul', { class: 'faults' }, ...switches.map(({ item }) => item));
  return {
    element: element('section', {}, element('h2', {}, say({ fr: 'Pannes', en: 'Faults' })), list, none),
    show({ faults }) {
      switches.forEach(({ fault, press }) => {
        press.ariaPressed = String(faults.includes(fault));
      });
      none.ariaDisabled = String(faults.length === 0);
    },
  };
}

const FAULTS: readonly { readonly fault: FaultName; readonly title: Words; readonly what: Words }[] = [
  {
    fault: 'kill',
    title: { fr: 'Arrêt brutal', en: 'Sudden death' },
    what: {
      fr: 'Google arrête l’exécution à son vingtième appel, comme au bout de six minutes.',
      en: 'Google kills the execution at its twentieth call, as after six minutes.',
    },
  },
  {
    fault: 'slow',
    title: { fr: 'Lenteur', en: 'Slowness' },
    what: {
      fr: 'Chacune des 100 prochaines requêtes prend 50 secondes de plus : une synchronisation demande plusieurs exécutions.',
      en: 'Each of the next 100 requests takes 50 seconds longer: a sync needs several executions.',
    },
  },
  {
    fault: 'down',
    title: { fr: 'Serveur injoignable', en: 'Server out of reach' },
    what: { fr: 'Les 40 prochaines requêtes n’aboutissent pas.', en: 'The next 40 requests reach nobody.' },
  },
  {
    fault: 'busy',
    title: { fr: 'Trop de requêtes', en: 'Too many requests' },
    what: {
      fr: 'Les 2 prochaines requêtes sont refusées, à retenter après 20 secondes (429).',
      en: 'The next 2 requests are turned away, to be tried again after 20 seconds (429).',
    },
  },
  {
    fault: 'garbage',
    title: { fr: 'Réponse illisible', en: 'Garbled answer' },
    what: { fr: 'La prochaine réponse n’est pas du JSON.', en: 'The next answer is not JSON.' },
  },
  {
    fault: 'refused',
    title: { fr: 'Clé refusée', en: 'Key refused' },
    what: {
      fr: 'Les 10 prochaines requêtes sont refusées, comme avec une mauvaise clé (401).',
      en: 'The next 10 requests are refused, as with a wrong key (401).',
    },
  },
  {
    fault: 'noLeave',
    title: { fr: 'Autorisation retirée', en: 'Leave taken away' },
    what: {
      fr: 'La personne devant le classeur a retiré au script tout accès à son compte Google, jusqu’à ce que vous retiriez la panne.',
      en: 'Whoever sits at the spreadsheet has taken the script’s access to their Google account away, until you take the fault back.',
    },
  },
  {
    fault: 'contactsBusy',
    title: { fr: 'Google Contacts occupé', en: 'Google Contacts busy' },
    what: {
      fr: 'Google Contacts refuse toutes les demandes, jusqu’à ce que vous retiriez la panne (429).',
      en: 'Google Contacts turns all requests away until you take the fault back (429).',
    },
  },
  {
    fault: 'contactsDenied',
    title: { fr: 'Accès aux contacts refusé', en: 'No leave for contacts' },
    what: {
      fr: 'Comme si la case des contacts n’avait pas été cochée quand Google a demandé l’autorisation (403).',
      en: 'As if the box of contacts had not been checked when Google asked for leave (403).',
    },
  },
  {
    fault: 'contactsOff',
    title: { fr: 'Service People absent', en: 'No People service' },
    what: {
      fr: 'Comme si le service « People API » n’avait pas été ajouté au script.',
      en: 'As if the service “People API” had not been added to the script.',
    },
  },
];
