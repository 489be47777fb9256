import { defineColumns } from '../../../core/columns';

/** A satisfaction rating (developer.zendesk.com, "Satisfaction ratings"). */
export const ratingColumns = defineColumns('text', {
  id: ['Numéro de la note.', 'Number of the rating.'],
  ticket_id: ['Numéro du ticket noté.', 'Number of the ticket that was rated.'],
  score: [
    'Réponse : offered (enquête envoyée), unoffered, good ou bad.',
    'Answer: offered (survey sent), unoffered, good or bad.',
  ],
  comment: ['Commentaire du demandeur.', 'The requester’s comment.'],
  reason: [
    'Motif d’une mauvaise note, choisi par le demandeur.',
    'Reason for a bad rating, as the requester chose it.',
  ],
  requester_id: ['Numéro du demandeur.', 'Number of the requester.'],
  assignee_id: ['Numéro de l’agent noté.', 'Number of the agent who was rated.'],
  group_id: ['Numéro du groupe noté.', 'Number of the group that was rated.'],
  created_at: ['Enquête envoyée le.', 'Survey sent on.', 'moment'],
  updated_at: ['Dernier changement de la note.', 'Last change of the rating.', 'moment'],
});

/** A ticket metric event (developer.zendesk.com, "Ticket metric events"). */
export const metricEventColumns = defineColumns('text', {
  id: ['Numéro de l’événement.', 'Number of the event.'],
  ticket_id: ['Numéro du ticket.', 'Number of the ticket.'],
  metric: [
    'Ce qui est mesuré : reply_time, resolution_time, agent_work_time…',
    'What is measured: reply_time, resolution_time, agent_work_time…',
  ],
  instance_id: [
    'Rang de la mesure parmi celles de ce genre sur le ticket : 1, 2, 3…',
    'Place of the measurement among those of that kind on the ticket: 1, 2, 3…',
    'number',
  ],
  type: [
    'Ce qui s’est passé : activate, pause, fulfill, breach, apply_sla, update_status…',
    'What happened: activate, pause, fulfill, breach, apply_sla, update_status…',
  ],
  time: ['Quand cela s’est passé.', 'When it happened.', 'moment'],
  status_calendar: [
    'Minutes écoulées, jour et nuit (update_status).',
    'Minutes gone by, day and night (update_status).',
    'number',
  ],
  status_business: [
    'Minutes écoulées pendant les heures d’ouverture (update_status).',
    'Minutes gone by in business hours (update_status).',
    'number',
  ],
  sla_target: ['Objectif de service, en minutes (apply_sla).', 'Service goal, in minutes (apply_sla).', 'number'],
  sla_business_hours: [
    'L’objectif compte les heures d’ouverture seules (apply_sla).',
    'The goal counts business hours only (apply_sla).',
    'boolean',
  ],
  sla_policy: ['Règle de service appliquée (apply_sla).', 'Service policy that applies (apply_sla).'],
  deleted: ['La mesure a été annulée.', 'The measurement was cancelled.', 'boolean'],
});
