import type { Project } from '../../local/apps-script/project';
import { openOffice, type Office } from './contacts-lab';

export const JEAN = {
  ...{ nom: 'Dupont', prenom: 'Jean', email: 'jean@x.fr' },
  ...{ telephone: '06 12 34 56 78', ville: 'Lyon' },
};
export const MARIE = {
  ...{ nom: 'Curie', prenom: 'Marie', email: 'marie@x.fr' },
  ...{ telephone: '06 11 11 11 11', ville: 'Paris' },
};

/** An office with a client from either side, in step; `jean` and `marie`: their contacts. */
export function officeInStep(project: Project): Office & { readonly jean: string; readonly marie: string } {
  const office = openOffice(project);
  office.addClient(JEAN);
  const marie = office.addContact(MARIE);
  office.sync();
  return { ...office, jean: office.refOf('jean@x.fr'), marie };
}

export function setPhone(office: Office, ref: string, value: string): void {
  office.editContact(ref, (person) => {
    person.phoneNumbers = [{ value }];
  });
}
