import { defineColumns } from '../../../core/columns';
import { attendeeColumns } from './attendee-columns';
import { prefixColumns } from './prefix-columns';
import { trainingActionColumns } from './training-action-columns';

const HISTORY = defineColumns('moment', {
  notProcessedDate: ['Reçu, à traiter.', 'Received, to be processed.'],
  validatedDate: ['Validé.', 'Validated.'],
  acceptedDate: ['Accepté par l’apprenant.', 'Accepted by the attendee.'],
  inTrainingDate: ['Entrée en formation.', 'Training begun.'],
  terminatedDate: ['Sortie de formation.', 'Training ended.'],
  serviceDoneDeclaredDate: ['Service fait déclaré.', 'Service declared as done.'],
  serviceDoneValidatedDate: ['Service fait validé.', 'Service confirmed as done.'],
  serviceDoneDeclaredAttendeeDate: ['Service fait déclaré par l’apprenant.', 'Service declared by the attendee.'],
  billedDate: ['Facturé.', 'Billed.'],
  paidDate: ['Payé.', 'Paid.'],
  refusedByAttendeeDate: ['Refusé par l’apprenant.', 'Refused by the attendee.'],
  refusedByOrganismDate: ['Refusé par l’organisme.', 'Refused by the organism.'],
  refusedByFinancerDate: ['Refusé par le financeur.', 'Refused by the funder.'],
  canceledByAttendeeDate: ['Annulé par l’apprenant.', 'Cancelled by the attendee.'],
  canceledByOrganismDate: ['Annulé par l’organisme.', 'Cancelled by the organism.'],
  canceledByFinancerDate: ['Annulé par le financeur.', 'Cancelled by the funder.'],
  canceledByAttendeeNotRealizedDate: ['Annulé : l’apprenant n’est pas venu.', 'Cancelled: the attendee never came.'],
  rejectedWithoutTitulaireSuiteDate: [
    'Rejeté : l’apprenant n’a pas répondu.',
    'Rejected: the attendee never answered.',
  ],
  inControlDate: ['Mis en contrôle.', 'Put under control.'],
  releasedDate: ['Sorti de contrôle.', 'Released from control.'],
  completionRateLastUpdate: ['Avancement mis à jour.', 'Progress updated.'],
});

/** The amounts and numbers of a registration folder's bill. */
export const billingColumns = [
  ...defineColumns('text', {
    billNumber: ['Numéro de facture.', 'Bill number.'],
    billId: ['Identifiant de la facture chez le financeur.', 'The bill’s id at the funder.'],
    billingState: ['Où en est la facturation.', 'How far billing has come.'],
  }),
  ...defineColumns('number', {
    amountToInvoice: ['À facturer, en euros.', 'To be billed, in euros.'],
    amountTtc: ['Montant toutes taxes comprises, en euros.', 'Amount with tax, in euros.'],
    amountHt: ['Montant hors taxes, en euros.', 'Amount before tax, in euros.'],
    amountHtNet: ['Montant hors taxes net, en euros.', 'Net amount before tax, in euros.'],
    amountCGU: ['Montant selon les conditions générales, en euros.', 'Amount under the terms of use, in euros.'],
    vatHtAmount5: ['Base à 5,5 %, en euros.', 'Base at 5.5%, in euros.'],
    vatAmount5: ['TVA à 5,5 %, en euros.', 'VAT at 5.5%, in euros.'],
    vatHtAmount20: ['Base à 20 %, en euros.', 'Base at 20%, in euros.'],
    vatAmount20: ['TVA à 20 %, en euros.', 'VAT at 20%, in euros.'],
  }),
];

/** The certification that a folder is for. */
export const certificationColumns = prefixColumns('_links.certification', [
  ...defineColumns('text', {
    name: ['Nom de la certification.', 'Name of the certification.'],
    certifInfo: ['Numéro Certif Info.', 'Certif Info number.'],
    externalId: ['Numéro RS ou RNCP.', 'RS or RNCP number.'],
    id: ['Numéro de la certification dans Wedof.', 'The certification’s number in Wedof.', 'number'],
  }),
  ...defineColumns('boolean', { enabled: ['Si elle est active.', 'Whether it is active.'] }),
]);

/** The columns of a registration folder, links aside. */
export const registrationFolderColumns = [
  ...defineColumns('text', {
    externalId: ['Numéro du dossier.', 'Number of the folder.'],
    type: ['Financement : cpf, opco, company…', 'Funding: cpf, opco, company…'],
    state: ['État du dossier.', 'State of the folder.'],
    attendeeState: ['État côté apprenant.', 'State on the attendee’s side.'],
    controlState: ['État du contrôle.', 'State of the control.'],
  }),
  ...prefixColumns('attendee', attendeeColumns),
  ...trainingActionColumns,
  ...certificationColumns,
  ...billingColumns,
  ...prefixColumns('history', HISTORY),
  ...defineColumns('number', { completionRate: ['Avancement, de 0 à 100.', 'Progress, 0 to 100.'] }),
  ...defineColumns('text', {
    tags: ['Étiquettes.', 'Tags.'],
    notes: ['Notes privées.', 'Private notes.'],
    description: ['Description.', 'Description.'],
    externalLink: ['Le dossier chez le financeur.', 'The folder at the funder.'],
    dataProviderId: ['Identifiant de la source.', 'Id of the source.'],
    files: ['Fichiers du dossier, en JSON.', 'The folder’s files, as JSON.'],
    metadata: ['Vos propres champs, en JSON.', 'Your own fields, as JSON.'],
    '_links.organism.name': ['Organisme de formation.', 'Training organism.'],
    '_links.organism.siret': ['SIRET de l’organisme.', 'SIRET of the organism.'],
  }),
  ...defineColumns('boolean', {
    withPoleEmploi: ['Si France Travail participe.', 'Whether France Travail takes part.'],
    isAllowActions: ['Si l’on peut agir sur le dossier.', 'Whether the folder can be acted upon.'],
  }),
  ...defineColumns('moment', {
    createdOn: ['Créé dans Wedof.', 'Created in Wedof.'],
    updatedOn: ['Modifié dans Wedof.', 'Changed in Wedof.'],
    lastUpdate: ['Modifié chez le financeur.', 'Changed at the funder.'],
  }),
];
