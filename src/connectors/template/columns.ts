import { defineColumns } from '../../core/columns';

const id = ['Identifiant.', 'Id.'] as const;
const createDate = ['Créé le.', 'Created on.'] as const;

/** The columns of a setting. */
export const settingColumns = [
  ...defineColumns('text', { key: ['Nom du réglage.', 'Name of the setting.'] }),
  ...defineColumns('text', { value: ['Valeur.', 'Value.'] }),
];

/** The columns of a figure. */
export const statColumns = [
  ...defineColumns('text', { key: ['Ce qui est compté.', 'What is counted.'] }),
  ...defineColumns('any', { value: ['Combien.', 'How many.'] }),
];

/** The evident columns of a painting; no documentation lists them, the others are found in the records. */
export const paintingColumns = [
  ...defineColumns('text', { id, name: ['Titre de l’œuvre.', 'Title of the work.'] }),
  ...defineColumns('any', { price: ['Prix.', 'Price.'], quantity: ['Nombre.', 'Number.'] }),
  ...defineColumns('text', { status: ['Disponible, vendu…', 'Available, sold…'] }),
  ...defineColumns('moment', { create_date: createDate }),
];

/** The evident columns of an order. */
export const orderColumns = [
  ...defineColumns('text', { id }),
  ...defineColumns('moment', { order_date: ['Commandé le.', 'Ordered on.'] }),
  ...defineColumns('text', {
    customer_name: ['Client.', 'Customer.'],
    email: ['Adresse e-mail.', 'E-mail address.'],
  }),
  ...defineColumns('any', { total_price: ['Montant.', 'Amount.'] }),
  ...defineColumns('text', { status: ['Où en est la commande.', 'How far the order has come.'] }),
];

/** The evident columns of an item of an order. */
export const orderItemColumns = [
  ...defineColumns('text', {
    order_id: ['Commande.', 'Order.'],
    id: ['Identifiant de la ligne, ou sa place dans la commande.', 'The item’s id, or its place in the order.'],
    name: ['Titre de l’œuvre.', 'Title of the work.'],
  }),
  ...defineColumns('any', { quantity: ['Nombre.', 'Number.'], price: ['Prix.', 'Price.'] }),
];

/** The evident columns of a user. */
export const userColumns = [
  ...defineColumns('text', { id, name: ['Nom.', 'Name.'], email: ['Adresse e-mail.', 'E-mail address.'] }),
  ...defineColumns('moment', { create_date: ['Inscrit le.', 'Registered on.'] }),
];

/** The evident columns of an exhibition. */
export const exhibitionColumns = [
  ...defineColumns('text', { id, title: ['Titre.', 'Title.'] }),
  ...defineColumns('moment', { date: ['Jour.', 'Day.'], create_date: createDate }),
];

/** The evident columns of a custom request. */
export const customRequestColumns = [
  ...defineColumns('text', { id, status: ['Où en est la demande.', 'How far the request has come.'] }),
  ...defineColumns('moment', { created_at: ['Reçue le.', 'Received on.'] }),
];
