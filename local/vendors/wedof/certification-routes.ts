import type { JsonObject } from '../json';
import { toHref } from './account';
import { certificationLink, certifications, type Certification } from './catalogue';
import { organismAt } from './organisms';
import { listRecords, listSlots } from './paging';
import { badParameter, Problem } from './problem';
import type { Records } from './records';
import { defineRoute, findRecord, servePage, toAnswer, type Route, type Serving } from './route';
import { surveyStates } from './surveys';

/** Surveys, certifications with their partners, and the reasons for which a folder ends. */
export function certificationRoutes(records: Records, serving: Serving): readonly Route[] {
  return [
    surveysRoute(records, serving),
    defineRoute('/surveys/{externalId}', (_query, [id = '']) => toAnswer(findRecord(records.surveys, id))),
    defineRoute('/certifications/certifInfos/{externalId}', (_query, [id = '']) =>
      toAnswer(certifications.filter(({ externalId }) => externalId === id).map(({ certifInfo }) => certifInfo)),
    ),
    defineRoute('/certifications/{certifInfo}', (_query, [id = '']) => toAnswer(certification(find(id)))),
    defineRoute('/certifications/{certifInfo}/partners', (query, [id = '']) =>
      servePage(serving, query, '/certifications/{certifInfo}/partners', listRecords('partners', partners(find(id)))),
    ),
    defineRoute('/certifications/{certifInfo}/partners/{siret}', (_query, [id = '', siret = '']) => {
      const partner = partners(find(id)).find((one) => one.siret === siret);
      if (partner === undefined) throw new Problem(404, 'Not Found');
      return toAnswer(partner);
    }),
    defineRoute('/registrationFoldersReasons', (query) => toAnswer(reasons(query.get('type')))),
  ];
}

function surveysRoute({ surveys }: Records, serving: Serving): Route {
  return defineRoute('/surveys', (query) => {
    const certifInfo = query.get('certifInfo');
    const state = query.get('state') ?? 'all';
    if (state !== 'all' && !surveyStates.some((word) => word === state))
      throw badParameter('state', 'Not a valid choice.');
    const slots = surveys.slots.filter(
      ({ facts }) =>
        (state === 'all' || facts.state === state) && (certifInfo === null || facts.certifInfo === certifInfo),
    );
    if (query.get('order') !== 'asc') slots.reverse();
    return servePage(serving, query, '/surveys', listSlots('surveys', surveys, slots));
  });
}

function find(certifInfo: string): Certification {
  const found = certifications.find((one) => one.certifInfo === certifInfo);
  if (found === undefined) throw new Problem(404, 'Not Found');
  return found;
}

function certification(one: Certification): JsonObject {
  const link = certificationLink(certifications.indexOf(one));
  return {
    id: one.id,
    name: one.name,
    certifInfo: one.certifInfo,
    externalId: one.externalId,
    enabled: true,
    _links: { self: { href: link.href }, certifier: organismAt(one.certifier) },
  };
}

function partners(one: Certification): readonly JsonObject[] {
  return [0, 1, 2].map((index) => {
    const { name, siret } = organismAt(index);
    return {
      certifInfo: one.certifInfo,
      siret,
      name,
      state: ['active', 'processing', 'suspended'][index] ?? null,
      habilitation: 'train',
      compliance: index === 2 ? null : 'compliant',
      tags: [],
      skillSets: [],
      _links: { self: { href: toHref('certifications', one.certifInfo, 'partners', siret) } },
    };
  });
}

const REASONS: Readonly<Record<string, readonly JsonObject[]>> = {
  terminated: [
    { code: '8', label: 'Fin de la formation' },
    { code: '07', label: 'Abandon pour retour à l’emploi' },
  ],
  canceled: [{ code: '01', label: 'Annulation à l’initiative de l’apprenant' }],
  refused: [{ code: '6', label: 'Prérequis non respectés' }],
};

function reasons(type: string | null): readonly JsonObject[] {
  const found = REASONS[type ?? ''];
  if (found === undefined) throw badParameter('type', 'The value you selected is not a valid choice.');
  return found;
}
