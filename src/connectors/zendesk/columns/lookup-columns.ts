import { defineColumns } from '../../../core/columns';

/** A ticket field (developer.zendesk.com, "Ticket fields"). */
export const ticketFieldColumns = defineColumns('text', {
  id: ['Numéro du champ.', 'Number of the field.'],
  title: ['Titre du champ, vu par les agents.', 'Title of the field, as agents see it.'],
  type: [
    'Genre de champ : text, tagger (liste), multiselect, checkbox, date…',
    'Kind of field: text, tagger (list), multiselect, checkbox, date…',
  ],
  active: ['Le champ est en service.', 'The field is in use.', 'boolean'],
  position: ['Place du champ parmi les autres.', 'Place of the field among the others.', 'number'],
  options: ['Libellés d’une liste, par valeur (JSON).', 'Labels of a list, by value (JSON).'],
});

/** A ticket form (developer.zendesk.com, "Ticket forms"). */
export const formColumns = defineColumns('text', {
  id: ['Numéro du formulaire.', 'Number of the form.'],
  name: ['Nom du formulaire, vu par les agents.', 'Name of the form, as agents see it.'],
  display_name: ['Nom du formulaire, vu par les demandeurs.', 'Name of the form, as requesters see it.'],
  active: ['Le formulaire est en service.', 'The form is in use.', 'boolean'],
  position: ['Place du formulaire parmi les autres.', 'Place of the form among the others.', 'number'],
  default: ['C’est le formulaire utilisé par défaut.', 'It is the form used by default.', 'boolean'],
  updated_at: ['Dernier changement.', 'Last change.', 'moment'],
});

/** A brand (developer.zendesk.com, "Brands"). */
export const brandColumns = defineColumns('text', {
  id: ['Numéro de la marque.', 'Number of the brand.'],
  name: ['Nom de la marque.', 'Name of the brand.'],
  brand_url: ['Adresse du site de la marque.', 'Address of the brand’s site.'],
  subdomain: ['Sous-domaine de la marque.', 'Subdomain of the brand.'],
  active: ['La marque est en service.', 'The brand is in use.', 'boolean'],
  is_deleted: ['La marque a été supprimée.', 'The brand was deleted.', 'boolean'],
  updated_at: ['Dernier changement.', 'Last change.', 'moment'],
});

/** A group of agents (developer.zendesk.com, "Groups"). */
export const groupColumns = defineColumns('text', {
  id: ['Numéro du groupe.', 'Number of the group.'],
  name: ['Nom du groupe.', 'Name of the group.'],
  deleted: ['Le groupe a été supprimé.', 'The group was deleted.', 'boolean'],
  updated_at: ['Dernier changement.', 'Last change.', 'moment'],
});

/** An organization (developer.zendesk.com, "Organizations"). */
export const organizationColumns = defineColumns('text', {
  id: ['Numéro de l’organisation.', 'Number of the organization.'],
  name: ['Nom de l’organisation.', 'Name of the organization.'],
  external_id: [
    'Identifiant de l’organisation dans votre propre système.',
    'Id of the organization in your own system.',
  ],
  domain_names: ['Domaines e-mail de ses membres.', 'E-mail domains of its members.'],
  deleted_at: ['Supprimée le.', 'Deleted on.', 'moment'],
  updated_at: ['Dernier changement.', 'Last change.', 'moment'],
});

/** A user (developer.zendesk.com, "Users"). */
export const userColumns = defineColumns('text', {
  id: ['Numéro de l’utilisateur.', 'Number of the user.'],
  name: ['Nom de l’utilisateur.', 'Name of the user.'],
  email: ['Adresse e-mail.', 'E-mail address.'],
  role: ['Rôle : end-user (demandeur), agent ou admin.', 'Role: end-user (requester), agent or admin.'],
  organization_id: ['Numéro de son organisation.', 'Number of their organization.'],
  locale: ['Langue de l’utilisateur, par exemple fr.', 'Language of the user, such as fr.'],
  active: ['Faux lorsque l’utilisateur a été supprimé.', 'False once the user was deleted.', 'boolean'],
  updated_at: ['Dernier changement.', 'Last change.', 'moment'],
});
