import { connectors } from '../connectors/index';
import { clock } from '../platform/clock';
import { documentStore } from '../platform/property-stores';
import { userEmail } from '../platform/session';
import { viewsIn } from './connection-view';
import { contactsIn } from './contacts/contacts-store';
import { toConnectorView } from './connector-view';
import { lossViewsIn } from './dispatch/loss-views';
import { toProgress } from './progress';
import type { Home } from './rpc';
import { language, type Language, useLanguage } from './words';

/**
 * All that the sidebar shows first, in `chosen` or else the user's language. The document's properties are read once, so
 * that with `chosen` it takes four service calls, handles included, however many connections there are.
 */
export function readHome(chosen?: Language): Home {
  if (chosen) useLanguage(chosen);
  const properties = documentStore().all();
  const person = userEmail();
  return {
    language: language(),
    person,
    connectors: connectors.map(toConnectorView),
    connections: viewsIn(properties, person),
    hasContacts: contactsIn(properties).setup !== null,
    progress: toProgress(properties, person, clock.now()),
    losses: lossViewsIn(properties, person, clock.now()),
  };
}
