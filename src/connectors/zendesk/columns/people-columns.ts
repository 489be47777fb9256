import { defineColumns } from '../../../core/columns';

/** Who a ticket is from and who handles it, with names beside numbers. */
export const peopleColumns = defineColumns('text', {
  requester_id: ['Numéro du demandeur.', 'Number of the requester.'],
  requester_name: ['Nom du demandeur.', 'Name of the requester.'],
  requester_email: ['Adresse e-mail du demandeur.', 'E-mail address of the requester.'],
  submitter_id: ['Numéro de qui a enregistré le ticket.', 'Number of who submitted the ticket.'],
  submitter_name: [
    'Qui a enregistré le ticket : le demandeur, ou un agent pour lui.',
    'Who submitted the ticket: the requester, or an agent for them.',
  ],
  assignee_id: ['Numéro de l’agent en charge.', 'Number of the agent in charge.'],
  assignee_name: ['Nom de l’agent en charge.', 'Name of the agent in charge.'],
  assignee_email: ['Adresse e-mail de l’agent en charge.', 'E-mail address of the agent in charge.'],
  group_id: ['Numéro du groupe en charge.', 'Number of the group in charge.'],
  group_name: ['Nom du groupe en charge.', 'Name of the group in charge.'],
  organization_id: ['Numéro de l’organisation du demandeur.', 'Number of the requester’s organization.'],
  organization_name: ['Nom de l’organisation du demandeur.', 'Name of the requester’s organization.'],
  brand_id: ['Numéro de la marque.', 'Number of the brand.'],
  brand_name: ['Nom de la marque.', 'Name of the brand.'],
  ticket_form_id: ['Numéro du formulaire.', 'Number of the form.'],
  ticket_form_name: ['Nom du formulaire.', 'Name of the form.'],
  requester_locale: ['Langue du demandeur, par exemple fr.', 'Language of the requester, such as fr.'],
  collaborator_count: ['Nombre de personnes en copie.', 'Number of people in copy.', 'number'],
  follower_count: ['Nombre d’agents qui suivent le ticket.', 'Number of agents who follow the ticket.', 'number'],
});
