import { defineColumns, type Column } from '../../../core/columns';
import { metricColumns } from './metric-columns';
import { peopleColumns } from './people-columns';

const identity = defineColumns('text', {
  ticket_id: ['Numéro du ticket.', 'Number of the ticket.'],
  ticket_url: ['Lien vers le ticket dans Zendesk, pour les agents.', 'Link to the ticket in Zendesk, for agents.'],
  external_id: ['Identifiant du ticket dans votre propre système.', 'Id of the ticket in your own system.'],
  subject: ['Objet du ticket.', 'Subject of the ticket.'],
  description: [
    'Premier message du ticket : souvent des données personnelles.',
    'First message of the ticket: often personal data.',
  ],
  type: [
    'Genre de demande : problem, incident, question ou task.',
    'Kind of request: problem, incident, question or task.',
  ],
  priority: ['Priorité : urgent, high, normal ou low.', 'Priority: urgent, high, normal or low.'],
  status: [
    'Statut : new, open, pending, hold, solved, closed ; deleted pour un ticket supprimé.',
    'Status: new, open, pending, hold, solved, closed; deleted for a deleted ticket.',
  ],
  custom_status_label: [
    'Statut propre à votre compte, tel que les agents le lisent.',
    'Your account’s own status, as agents read it.',
  ],
  channel: ['Canal d’arrivée : email, web, chat, api…', 'Channel it came by: email, web, chat, api…'],
  via_rel: [
    'Précision sur le canal, par exemple follow_up pour une suite.',
    'More about the channel, such as follow_up for a follow-up.',
  ],
  is_public: ['Le ticket a au moins un message public.', 'The ticket has at least one public message.', 'boolean'],
  has_incidents: ['Des incidents sont rattachés à ce problème.', 'Incidents are linked to this problem.', 'boolean'],
  problem_id: [
    'Numéro du ticket « problème » dont celui-ci est un incident.',
    'Number of the problem ticket that this one is an incident of.',
  ],
  support_type: ['Qui a traité le ticket : agent ou ai_agent.', 'Who handled the ticket: agent or ai_agent.'],
});

const dates = defineColumns('moment', {
  created_at: ['Créé le.', 'Created on.'],
  updated_at: ['Dernier changement qui se voit dans l’historique.', 'Last change that shows in the history.'],
  due_at: ['Échéance d’une tâche.', 'When a task is due.'],
  initially_assigned_at: ['Confié à un agent pour la première fois le.', 'First assigned to an agent on.'],
  assigned_at: ['Confié pour la dernière fois le.', 'Last assigned on.'],
  solved_at: ['Résolu le.', 'Solved on.'],
  latest_comment_added_at: ['Dernier message le.', 'Last comment on.'],
  requester_updated_at: ['Dernière intervention du demandeur.', 'Last time that the requester changed it.'],
  assignee_updated_at: ['Dernière intervention de l’agent en charge.', 'Last time that the assignee changed it.'],
  status_updated_at: ['Dernier changement de statut.', 'Last change of status.'],
  created_date: [
    'Jour de création, dans le fuseau de la feuille : pour regrouper par jour.',
    'Day of creation, in the spreadsheet’s time zone: to group by day.',
    'day',
  ],
  solved_date: [
    'Jour de résolution, dans le fuseau de la feuille : pour regrouper par jour.',
    'Day it was solved, in the spreadsheet’s time zone: to group by day.',
    'day',
  ],
});

const rating = defineColumns('text', {
  csat_score: [
    'Satisfaction : offered (enquête envoyée), unoffered, good ou bad.',
    'Satisfaction: offered (survey sent), unoffered, good or bad.',
  ],
  csat_comment: ['Commentaire laissé avec la note.', 'Comment left with the rating.'],
  csat_reason: ['Motif d’une mauvaise note.', 'Reason for a bad rating.'],
  csat_id: ['Numéro de la note.', 'Number of the rating.'],
});

const rest = defineColumns('text', {
  tags: ['Marqueurs, séparés par une virgule.', 'Tags, separated by commas.'],
  merged: ['Fermé par fusion dans un autre ticket.', 'Closed by a merge into another ticket.', 'boolean'],
  generated_timestamp: [
    'Version du ticket, en secondes depuis 1970 : sert à ne garder que la plus récente.',
    'Version of the ticket, in seconds since 1970: serves to keep the latest only.',
    'number',
  ],
  is_deleted: ['Le ticket a été supprimé dans Zendesk.', 'The ticket was deleted in Zendesk.', 'boolean'],
});

const syncedAt: Column = {
  name: 'synced_at',
  kind: 'moment',
  help: { fr: 'Ligne écrite ici le.', en: 'When this row was written here.' },
  stamp: true,
};

/** Every column of the table of tickets that does not depend on the account, whether it is chosen or not, in its order. */
export const ticketColumns: readonly Column[] = [
  ...identity,
  ...dates,
  ...peopleColumns,
  ...metricColumns,
  ...rating,
  ...rest,
  syncedAt,
];
