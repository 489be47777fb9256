import { defineColumns } from '../../../core/columns';

/** The metric set of a ticket as Zendesk works it out: minutes where nothing else is said. */
export const metricColumns = defineColumns('number', {
  first_reply_calendar: [
    'Minutes jusqu’à la première réponse, jour et nuit.',
    'Minutes until the first reply, day and night.',
  ],
  first_reply_business: [
    'Minutes jusqu’à la première réponse, pendant les heures d’ouverture.',
    'Minutes until the first reply, in business hours.',
  ],
  first_resolution_calendar: [
    'Minutes jusqu’à la première résolution, jour et nuit.',
    'Minutes until it was first solved, day and night.',
  ],
  first_resolution_business: [
    'Minutes jusqu’à la première résolution, pendant les heures d’ouverture.',
    'Minutes until it was first solved, in business hours.',
  ],
  full_resolution_calendar: [
    'Minutes jusqu’à la résolution définitive, jour et nuit.',
    'Minutes until it was solved for good, day and night.',
  ],
  full_resolution_business: [
    'Minutes jusqu’à la résolution définitive, pendant les heures d’ouverture.',
    'Minutes until it was solved for good, in business hours.',
  ],
  agent_wait_calendar: [
    'Minutes pendant lesquelles l’agent a attendu le demandeur, jour et nuit.',
    'Minutes in which the agent waited for the requester, day and night.',
  ],
  agent_wait_business: [
    'Minutes pendant lesquelles l’agent a attendu le demandeur, aux heures d’ouverture.',
    'Minutes in which the agent waited for the requester, in business hours.',
  ],
  requester_wait_calendar: [
    'Minutes pendant lesquelles le demandeur a attendu, jour et nuit.',
    'Minutes in which the requester waited, day and night.',
  ],
  requester_wait_business: [
    'Minutes pendant lesquelles le demandeur a attendu, aux heures d’ouverture.',
    'Minutes in which the requester waited, in business hours.',
  ],
  on_hold_calendar: ['Minutes passées « en pause », jour et nuit.', 'Minutes on hold, day and night.'],
  on_hold_business: ['Minutes passées « en pause », aux heures d’ouverture.', 'Minutes on hold, in business hours.'],
  reply_time_in_seconds: [
    'Secondes jusqu’à la première réponse, pour la messagerie.',
    'Seconds until the first reply, for messaging.',
  ],
  reopens: ['Combien de fois le ticket a été rouvert.', 'How often the ticket was reopened.'],
  replies: ['Nombre de réponses publiques d’agents.', 'Number of public replies by agents.'],
  group_stations: [
    'Nombre de groupes par lesquels le ticket est passé.',
    'Number of groups that the ticket passed through.',
  ],
  assignee_stations: [
    'Nombre d’agents par lesquels le ticket est passé.',
    'Number of agents that the ticket passed through.',
  ],
  one_touch: [
    'Résolu ou fermé avec une seule réponse, ou sans réponse.',
    'Solved or closed with a single reply, or with none.',
    'boolean',
  ],
});
