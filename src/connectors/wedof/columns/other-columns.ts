import { defineColumns } from '../../../core/columns';
import { prefixColumns } from './prefix-columns';
import { billingColumns } from './registration-folder-columns';

/** A user’s documented columns; more fields are found in the records. */
export const userColumns = defineColumns('text', {
  email: ['Adresse e-mail.', 'E-mail address.'],
  name: ['Nom.', 'Name.'],
});

/** An organism’s documented columns. */
export const organismColumns = defineColumns('text', {
  siret: ['SIRET.', 'SIRET.'],
  name: ['Nom de l’organisme.', 'Name of the organism.'],
});

/** A training’s documented columns. */
export const trainingColumns = defineColumns('text', {
  externalId: ['Identifiant de la formation.', 'The training’s id.'],
  id: ['Numéro dans Wedof.', 'Number in Wedof.', 'number'],
  title: ['Intitulé.', 'Title.'],
  certifInfo: ['Numéro Certif Info.', 'Certif Info number.'],
});

/** A session’s documented columns. */
export const sessionColumns = [
  ...defineColumns('text', {
    externalId: ['Identifiant de la session.', 'The session’s id.'],
    id: ['Numéro dans Wedof.', 'Number in Wedof.', 'number'],
    trainingActionId: ['Action de formation.', 'Training action.'],
    'sessionInfo.trainingTitle': ['Intitulé de la formation.', 'Title of the training.'],
  }),
  ...defineColumns('moment', {
    startDate: ['Début.', 'Start.'],
    endDate: ['Fin.', 'End.'],
  }),
];

const EXPERIENCE = [
  ...defineColumns('text', {
    id: ['Numéro de la réponse.', 'Number of the answer.', 'number'],
    situation: ['Situation.', 'Situation.'],
    job: ['Métier.', 'Job.'],
    companyName: ['Entreprise.', 'Company.'],
    contractType: ['Type de contrat.', 'Kind of contract.'],
    certificationName: ['Certification obtenue.', 'Certification obtained.'],
  }),
  ...defineColumns('number', {
    qualification: ['Niveau de qualification.', 'Level of qualification.'],
    salaryYearly: ['Salaire annuel, en euros.', 'Yearly salary, in euros.'],
  }),
  ...defineColumns('boolean', {
    executiveStatus: ['Si la personne est cadre.', 'Whether the person is an executive.'],
  }),
  ...defineColumns('moment', {
    startDate: ['Début du poste.', 'Start of the job.'],
    endDate: ['Fin du poste.', 'End of the job.'],
    createdOn: ['Réponse créée.', 'Answer created.'],
    updatedOn: ['Réponse modifiée.', 'Answer changed.'],
  }),
];

/** The columns of a survey and of its three answers. */
export const surveyColumns = [
  ...defineColumns('text', {
    id: ['Numéro de l’enquête.', 'Number of the survey.', 'number'],
    state: ['Où en est l’enquête.', 'How far the survey has come.'],
  }),
  ...defineColumns('moment', {
    initialExperienceAnsweredDate: ['Réponse au départ.', 'Answered at the start.'],
    sixMonthExperienceStartDate: ['Enquête à six mois ouverte.', 'Six-month survey opened.'],
    sixMonthExperienceAnsweredDate: ['Réponse à six mois.', 'Answered after six months.'],
    longTermExperienceStartDate: ['Enquête à long terme ouverte.', 'Long-term survey opened.'],
    longTermExperienceAnsweredDate: ['Réponse à long terme.', 'Answered in the long term.'],
  }),
  ...prefixColumns('initialExperience', EXPERIENCE),
  ...prefixColumns('sixMonthExperience', EXPERIENCE),
  ...prefixColumns('longTermExperience', EXPERIENCE),
];

/** The columns of an apprenticeship contract. */
export const workingContractColumns = [
  ...defineColumns('text', {
    id: ['Numéro du contrat dans Wedof.', 'The contract’s number in Wedof.', 'number'],
    financer: ['OPCO.', 'Funder (OPCO).'],
    state: ['État du contrat.', 'State of the contract.'],
    type: ['Type de contrat.', 'Kind of contract.'],
    externalIdTrainingOrganism: ['Numéro chez l’organisme.', 'Number at the organism.'],
    externalIdDeca: ['Numéro DECA.', 'DECA number.'],
    '_links.registrationFolder.externalId': ['Dossier de formation.', 'Registration folder.'],
    '_links.employer.name': ['Employeur.', 'Employer.'],
    '_links.employer.siret': ['SIRET de l’employeur.', 'SIRET of the employer.'],
  }),
  ...defineColumns('number', { amount: ['Montant, en euros.', 'Amount, in euros.'] }),
  ...defineColumns('moment', {
    startDate: ['Début.', 'Start.'],
    endDate: ['Fin.', 'End.'],
    signedDate: ['Signature.', 'Signed.'],
    breakingDate: ['Rupture.', 'Broken off.'],
    amendmentDate: ['Avenant.', 'Amended.'],
    lastUpdate: ['Modifié chez l’OPCO.', 'Changed at the funder.'],
    updatedOn: ['Modifié dans Wedof.', 'Changed in Wedof.'],
  }),
];

/** The columns of a billed folder that make its invoice. */
export const invoiceColumns = [
  ...defineColumns('text', {
    externalId: ['Numéro du dossier facturé.', 'Number of the billed folder.'],
    'attendee.lastName': ['Nom de l’apprenant.', 'The attendee’s last name.'],
    'attendee.firstName': ['Prénom de l’apprenant.', 'The attendee’s first name.'],
    'trainingActionInfo.title': ['Intitulé de la formation.', 'Title of the training.'],
  }),
  ...billingColumns,
  ...defineColumns('moment', {
    'history.billedDate': ['Facturé.', 'Billed.'],
    'history.paidDate': ['Payé.', 'Paid.'],
  }),
];

/** The one column that an evaluation is sure to have. */
export const evaluationColumns = defineColumns('text', {
  id: ['Numéro de l’évaluation.', 'Number of the evaluation.', 'number'],
});

/** The columns of an activity or task, and the folder it belongs to. */
export const activityColumns = [
  ...defineColumns('text', {
    id: ['Numéro de l’activité.', 'Number of the activity.', 'number'],
    entityClass: ['RegistrationFolder ou CertificationFolder.', 'RegistrationFolder or CertificationFolder.'],
    entityExternalId: ['Numéro du dossier.', 'Number of the folder.'],
    type: ['phone, email, meeting, remark…', 'phone, email, meeting, remark…'],
    title: ['Titre.', 'Title.'],
    description: ['Description.', 'Description.'],
    qualiopiIndicators: ['Indicateurs Qualiopi.', 'Qualiopi indicators.'],
    userEmail: ['Qui s’en occupe.', 'Who takes care of it.'],
    origin: ['Origine.', 'Origin.'],
  }),
  ...defineColumns('moment', {
    eventTime: ['Début.', 'Start.'],
    eventEndTime: ['Fin.', 'End.'],
    dueDate: ['À faire pour le.', 'To be done by.'],
    createdOn: ['Créée.', 'Created.'],
    updatedOn: ['Modifiée.', 'Changed.'],
  }),
];

/** The columns that a payment is sure to have. */
export const paymentColumns = defineColumns('text', {
  id: ['Numéro du paiement.', 'Number of the payment.', 'number'],
  registrationFolderId: ['Numéro du dossier.', 'Number of the folder.'],
});
