import { defineColumns } from '../../../core/columns';

/** The links of a registration folder that open a personal space: shown only when the user asks for them. */
export const registrationLinks = defineColumns('text', {
  attendeeLink: [
    'Lien vers l’espace de l’apprenant : à garder privé.',
    'Link to the attendee’s space: keep it private.',
  ],
  permalink: ['Lien vers le dossier : à garder privé.', 'Link to the folder: keep it private.'],
});

/** The links of a certification folder that open a personal space or a proof: shown only when the user asks for them. */
export const certificationLinks = [
  ...registrationLinks,
  ...defineColumns('text', {
    addToPassportLink: [
      'Lien d’ajout au passeport : à garder privé.',
      'Link to add it to the passport: keep it private.',
    ],
    digitalProofLink: [
      'Lien vers la preuve numérique : à garder privé.',
      'Link to the digital proof: keep it private.',
    ],
  }),
];
