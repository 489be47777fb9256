import { defineColumns } from '../../../core/columns';
import { prefixColumns } from './prefix-columns';

/** The columns of the training that a registration folder is for. */
export const trainingActionColumns = prefixColumns('trainingActionInfo', [
  ...defineColumns('text', {
    title: ['Intitulé de la formation.', 'Title of the training.'],
    sessionId: ['Identifiant de la session.', 'The session’s id.'],
  }),
  ...defineColumns('moment', {
    sessionStartDate: ['Début de la session.', 'Start of the session.'],
    sessionEndDate: ['Fin de la session.', 'End of the session.'],
  }),
  ...defineColumns('number', {
    totalExcl: ['Prix hors taxes, en euros.', 'Price before tax, in euros.'],
    totalIncl: ['Prix toutes taxes comprises, en euros.', 'Price with tax, in euros.'],
    additionalFees: ['Frais en plus, en euros.', 'Extra fees, in euros.'],
    vat: ['TVA, en euros.', 'VAT, in euros.'],
    vatExclTax5: ['Part hors taxes à 5,5 %, en euros.', 'Part before tax at 5.5%, in euros.'],
    vatInclTax5: ['Part taxes comprises à 5,5 %, en euros.', 'Part with tax at 5.5%, in euros.'],
    vatExclTax20: ['Part hors taxes à 20 %, en euros.', 'Part before tax at 20%, in euros.'],
    vatInclTax20: ['Part taxes comprises à 20 %, en euros.', 'Part with tax at 20%, in euros.'],
    indicativeDuration: ['Durée, en heures.', 'Length, in hours.'],
    weeklyDuration: ['Heures par semaine.', 'Hours a week.'],
    hoursInCenter: ['Heures au centre (apprentissage).', 'Hours at the centre (apprenticeship).'],
    trainingCompletionRate: ['Avancement de la formation, de 0 à 100.', 'Progress of the training, 0 to 100.'],
  }),
  ...defineColumns('text', {
    trainingPaces: ['Codes des rythmes de formation.', 'Codes of the training’s paces.'],
    teachingModalities: ['0 sur place, 1 mixte, 2 à distance.', '0 on site, 1 mixed, 2 remote.'],
    quitReason: ['Motif de départ.', 'Reason for leaving.'],
    content: ['Contenu de la formation.', 'Content of the training.'],
    trainingGoal: ['Objectif de la formation.', 'Goal of the training.'],
    expectedResult: ['Résultats attendus.', 'Expected results.'],
    externalLink: ['Page publique de la formation.', 'The training’s public page.'],
    externalId: ['Identifiant de l’action : SIRET_action.', 'The action’s id: SIRET_action.'],
    'address.id': ['Numéro de l’adresse dans Wedof.', 'The address’s number in Wedof.', 'number'],
    'address.roadName': ['Nom de la voie.', 'Name of the road.'],
    'address.zipCode': ['Code postal.', 'Postal code.'],
    'address.city': ['Ville.', 'Town.'],
    trainingActionId: ['Identifiant de l’action au catalogue.', 'The action’s id in the catalogue.'],
  }),
]);
