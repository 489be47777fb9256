import { cycle } from '../cycle';
import { french } from '../french';
import { hostileTexts } from '../hostile-texts';
import type { JsonObject } from '../json';
import type { Random } from '../random';
import { toHttpDate, toIsoFormat, toSqlTimestamp } from './python-date';

const DAY = 86_400_000;

/** A work for sale; texts that look like something else are in its texts, numbers stored as numbers are not. */
export function painting(index: number, createdOn: number, random: Random): JsonObject {
  return {
    id: index + 1,
    name: index % 5 === 4 ? cycle(hostileTexts, index) : random.pick(french.paintings),
    image: `Images/oeuvre-${String(index + 1)}.jpg`,
    price: random.int(50, 4000) + (index % 3 === 0 ? 0.5 : 0),
    quantity: random.int(0, 3),
    create_date: toIsoFormat(createdOn, index % 7 === 0 ? 0 : random.int(1, 999_999)),
    description: cycle(hostileTexts, index),
    description_long: random.chance(0.3) ? null : `${random.pick(french.phrases)}\n${random.pick(french.phrases)}`,
    dimensions: cycle(['50x70', '1/2', '30 x 40 cm', '', null], index),
    technique: random.pick(french.techniques),
    year: cycle(['2024', '2025', 'vers 2020', ''], index),
    category: random.pick(['Paysage', 'Portrait', 'Abstrait', 'Nature morte']),
    status: cycle(['disponible', 'vendu', 'réservé'], index),
    image_2: random.chance(0.5) ? null : `Images/oeuvre-${String(index + 1)}-2.jpg`,
    image_3: null,
    image_4: null,
    weight: cycle(['1,5', '2.5 kg', null], index),
    framed: random.int(0, 1),
    certificate: 1,
    unique_piece: random.int(0, 1),
    display_order: random.int(0, 20),
  };
}

/** Someone who signed up, without the password. */
export function user(index: number, createdOn: number, random: Random): JsonObject {
  const name = `${random.pick(french.women)} ${random.pick(french.surnames)}`;
  return {
    id: index + 1,
    name: index % 9 === 8 ? cycle(hostileTexts, index) : name,
    email: index % 6 === 5 ? ` CLIENT.${String(index)}@Example.test ` : `client.${String(index)}@example.test`,
    create_date: toHttpDate(createdOn),
    role: index === 0 ? 'admin' : 'user',
  };
}

/** A show, past or to come: the day is a date, the hours are texts. */
export function exhibition(index: number, createdOn: number, random: Random): JsonObject {
  const [zipCode, city] = random.pick(french.towns);
  return {
    id: index + 1,
    title: `Exposition « ${random.pick(french.paintings)} »`,
    location: `${zipCode} ${city}`,
    date: new Date(createdOn + random.int(1, 90) * DAY).toISOString().slice(0, 10),
    start_time: cycle(['10:00', '18:30', null], index),
    end_time: cycle(['19:00', ''], index),
    description: cycle(hostileTexts, index),
    venue_details: null,
    organizer: random.chance(0.5) ? null : random.pick(french.companies),
    entry_price: cycle(['Gratuit', '5.00', '5 €', '0'], index),
    contact_info: cycle(['+33612345678', '06 12 34 56 78', 'contact@galerie.test'], index),
    image: null,
    create_date: toSqlTimestamp(createdOn),
  };
}

/** What someone asks the artist to make for them. */
export function customRequest(index: number, createdOn: number, random: Random): JsonObject {
  return {
    id: index + 1,
    client_name: `${random.pick(french.men)} ${random.pick(french.surnames)}`,
    client_email: `demande.${String(index)}@example.test`,
    client_phone: cycle(['0612345678', '06 12 34 56 78', '33612345678', '+33 6 12 34 56 78', null], index),
    project_type: random.pick(['Portrait', 'Fresque', 'Paysage']),
    description: cycle(hostileTexts, index),
    budget: cycle(['500-1000', '1000', '> 2000 €', null], index),
    dimensions: cycle(['1/2', '120x80', ''], index),
    deadline: random.chance(0.5) ? null : new Date(createdOn + 60 * DAY).toISOString().slice(0, 10),
    reference_images: cycle(['[]', '["Images/ref-1.jpg"]', null], index),
    status: cycle(['En attente', 'En cours'], index),
    created_at: toHttpDate(createdOn),
    admin_notes: random.chance(0.6) ? null : cycle(hostileTexts, index + 3),
  };
}
