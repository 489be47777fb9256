import { defineColumns } from '../../../core/columns';
import { prefixColumns } from './prefix-columns';

const ADDRESS = [
  ...defineColumns('text', {
    id: ['Numéro de l’adresse dans Wedof.', 'The address’s number in Wedof.', 'number'],
    number: ['Numéro dans la rue.', 'House number.'],
    repetitionIndex: ['Code de bis, ter…', 'Code for bis, ter…'],
    repetitionIndexLabel: ['Bis, ter…', 'Bis, ter…'],
    roadType: ['Code du type de voie.', 'Code of the kind of road.'],
    roadTypeLabel: ['Type de voie : rue, avenue…', 'Kind of road: street, avenue…'],
    roadName: ['Nom de la voie.', 'Name of the road.'],
    additionalAddress: ['Complément d’adresse.', 'Second line of the address.'],
    residence: ['Résidence ou bâtiment.', 'Residence or building.'],
    line4: ['Ligne 4 de l’adresse postale.', 'Line 4 of the postal address.'],
    postBox: ['Boîte postale.', 'Post box.'],
    zipCode: ['Code postal.', 'Postal code.'],
    city: ['Ville.', 'Town.'],
    country: ['Pays.', 'Country.'],
    countryCode: ['Code du pays.', 'Country code.'],
    fullAddress: ['Adresse entière, en une ligne.', 'The whole address on one line.'],
    corporateName: ['Raison sociale à cette adresse.', 'Company name at this address.'],
    idAddress: ['Identifiant de l’adresse chez le financeur.', 'The address’s id at the funder.'],
    reducedMobilityAccessModalities: [
      'Accès pour personnes à mobilité réduite.',
      'Access for people with reduced mobility.',
    ],
  }),
  ...defineColumns('any', {
    trainingSite: ['Si l’on s’y forme.', 'Whether training takes place there.'],
    informationSite: ['Si l’on s’y renseigne.', 'Whether information is given there.'],
    subscriptionSite: ['Si l’on s’y inscrit.', 'Whether one enrols there.'],
    reducedMobilityAccessCompliant: ['Si l’accès est aux normes.', 'Whether access meets the standard.'],
  }),
];

/** The columns of an attendee, as registration and certification folders hold one. */
export const attendeeColumns = [
  ...defineColumns('text', {
    id: ['Numéro de l’apprenant dans Wedof.', 'The attendee’s number in Wedof.', 'number'],
    lastName: ['Nom.', 'Last name.'],
    firstName: ['Prénom.', 'First name.'],
    firstName2: ['Deuxième prénom.', 'Second first name.'],
    firstName3: ['Troisième prénom.', 'Third first name.'],
    birthName: ['Nom de naissance.', 'Name at birth.'],
    email: ['Adresse e-mail.', 'E-mail address.'],
    phoneNumber: ['Téléphone mobile, comme il a été saisi.', 'Mobile phone, as it was typed.'],
    phoneFixed: ['Téléphone fixe, comme il a été saisi.', 'Landline, as it was typed.'],
    gender: ['Genre : male ou female.', 'Gender: male or female.'],
  }),
  ...defineColumns('moment', { dateOfBirth: ['Date de naissance.', 'Date of birth.'] }),
  ...defineColumns('text', {
    nameCityOfBirth: ['Ville de naissance.', 'Town of birth.'],
    codeCityOfBirth: ['Code de la ville de naissance.', 'Code of the town of birth.'],
    nameCountryOfBirth: ['Pays de naissance.', 'Country of birth.'],
    codeCountryOfBirth: ['Code du pays de naissance.', 'Code of the country of birth.'],
    degreeTitle: ['Niveau de diplôme.', 'Level of education.'],
    employmentStatus: ['Situation professionnelle.', 'Employment status.'],
    externalId: ['Identifiant chez le financeur.', 'Id at the funder.'],
    poleEmploiId: ['Identifiant France Travail.', 'France Travail id.'],
    poleEmploiDpt: ['Département France Travail.', 'France Travail department.'],
    poleEmploiRegionCode: ['Région France Travail.', 'France Travail region.'],
  }),
  ...prefixColumns('address', ADDRESS),
  ...defineColumns('number', { degree: ['Niveau de diplôme, en chiffre.', 'Level of education, as a number.'] }),
  ...defineColumns('boolean', {
    readOnly: ['Si la fiche ne peut pas être modifiée.', 'Whether the record cannot be edited.'],
    cdcCompliant: ['Si la fiche convient à la Caisse des Dépôts.', 'Whether it suits the Caisse des Dépôts.'],
  }),
  ...defineColumns('moment', { lastLogin: ['Dernière connexion à son espace.', 'Last visit to the personal space.'] }),
];
