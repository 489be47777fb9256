import { defineColumns } from '../../../core/columns';
import { attendeeColumns } from './attendee-columns';
import { prefixColumns } from './prefix-columns';
import { certificationColumns } from './registration-folder-columns';

const HISTORY = defineColumns('moment', {
  toRegisterDate: ['À enregistrer.', 'To be registered.'],
  registeredDate: ['Enregistré.', 'Registered.'],
  toTakeDate: ['Prêt à passer.', 'Ready to be taken.'],
  toControlDate: ['À contrôler.', 'To be checked.'],
  successDate: ['Réussi.', 'Passed.'],
  toRetakeDate: ['À repasser.', 'To be taken again.'],
  failedDate: ['Échoué.', 'Failed.'],
  refusedDate: ['Refusé.', 'Refused.'],
  abortedDate: ['Abandonné.', 'Given up.'],
  inTrainingStartedDate: ['Entrée en formation.', 'Training begun.'],
  inTrainingEndedDate: ['Sortie de formation.', 'Training ended.'],
});

const LINKS = defineColumns('text', {
  'registrationFolder.externalId': ['Numéro du dossier de formation.', 'Number of the registration folder.'],
  'registrationFolder.type': ['Financement du dossier de formation.', 'Funding of the registration folder.'],
  'registrationFolder.state': ['État du dossier de formation.', 'State of the registration folder.'],
  'partner.name': ['Organisme partenaire.', 'Partner organism.'],
  'partner.siret': ['SIRET du partenaire.', 'SIRET of the partner.'],
  'certifier.name': ['Certificateur.', 'Certifier.'],
  'certifier.siret': ['SIRET du certificateur.', 'SIRET of the certifier.'],
});

/** The columns of a certification folder, links aside. */
export const certificationFolderColumns = [
  ...defineColumns('text', {
    externalId: ['Numéro du dossier de certification.', 'Number of the certification folder.'],
    id: ['Numéro dans Wedof.', 'Number in Wedof.', 'number'],
    state: ['État du dossier.', 'State of the folder.'],
    type: ['Qui a inscrit : CERTIFIE, OF, EMPLOYEUR…', 'Who enrolled: CERTIFIE, OF, EMPLOYEUR…'],
  }),
  ...prefixColumns('attendee', attendeeColumns),
  ...certificationColumns,
  ...defineColumns('moment', {
    examinationDate: ['Début de l’examen.', 'Start of the exam.'],
    examinationEndDate: ['Fin de l’examen.', 'End of the exam.'],
    enrollmentDate: ['Inscription.', 'Enrolment.'],
    issueDate: ['Délivrance du certificat.', 'Certificate issued.'],
    expirationDate: ['Fin de validité.', 'End of validity.'],
  }),
  ...defineColumns('text', {
    examinationType: ['A_DISTANCE, EN_PRESENTIEL ou MIXTE.', 'A_DISTANCE, EN_PRESENTIEL or MIXTE.'],
    examinationPlace: ['Lieu de l’examen.', 'Place of the exam.'],
    examinationCenterZipCode: ['Code postal du centre d’examen.', 'Postal code of the exam centre.'],
    gradePass: ['Mention.', 'Grade.'],
    europeanLanguageLevel: ['Niveau de langue, de A1 à C2.', 'Language level, A1 to C2.'],
    accessModality: ['Voie d’accès.', 'Way of access.'],
    accessModalityVae: ['Voie d’accès par la VAE.', 'Way of access through VAE.'],
    optionName: ['Option.', 'Option.'],
    detailedResult: ['Résultat détaillé.', 'Detailed result.'],
    certificateId: ['Numéro du certificat.', 'Certificate number.'],
    verbatim: ['Avis laissé par l’apprenant.', 'What the attendee wrote.'],
    comment: ['Commentaire.', 'Comment.'],
    tags: ['Étiquettes.', 'Tags.'],
    files: ['Fichiers du dossier, en JSON.', 'The folder’s files, as JSON.'],
    metadata: ['Vos propres champs, en JSON.', 'Your own fields, as JSON.'],
    cdcState: ['Envoi à la Caisse des Dépôts.', 'Delivery to the Caisse des Dépôts.'],
    cdcTechnicalId: ['Numéro technique à la Caisse des Dépôts.', 'Technical number at the Caisse des Dépôts.'],
  }),
  ...defineColumns('number', { amountHt: ['Montant hors taxes, en euros.', 'Amount before tax, in euros.'] }),
  ...defineColumns('boolean', {
    certifiedData: ['Si les données sont certifiées.', 'Whether the data is certified.'],
    inTraining: ['Si l’apprenant est en formation.', 'Whether the attendee is in training.'],
    cdcToExport: ['À envoyer à la Caisse des Dépôts.', 'To be sent to the Caisse des Dépôts.'],
    cdcCompliant: ['Si la Caisse des Dépôts peut l’accepter.', 'Whether the Caisse des Dépôts can accept it.'],
    cdcExcluded: ['Exclu de l’envoi.', 'Left out of the delivery.'],
  }),
  ...prefixColumns('history', HISTORY),
  ...prefixColumns('_links', LINKS),
  ...defineColumns('moment', {
    createdOn: ['Créé dans Wedof.', 'Created in Wedof.'],
    updatedOn: ['Modifié dans Wedof.', 'Changed in Wedof.'],
    stateLastUpdate: ['Dernier changement d’état.', 'Last change of state.'],
  }),
];
