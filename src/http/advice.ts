import type { Pace } from '../connectors/connector';
import type { Words } from '../core/model';

/** What the user reads when a system (`title`) does not answer as agreed: what happened, and what to do next. */
export const advice = {
  slowDown: (title: string): Words => ({
    fr: `${title} nous demande d’aller moins vite. La synchronisation reprendra d’elle-même, là où elle s’est arrêtée.`,
    en: `${title} asked us to slow down. The sync goes on by itself, from where it stopped.`,
  }),
  down: (title: string): Words => ({
    fr: `${title} ne répond pas bien en ce moment. La synchronisation reprendra d’elle-même, là où elle s’est arrêtée.`,
    en: `${title} is not answering well just now. The sync goes on by itself, from where it stopped.`,
  }),
  later: (title: string): Words => ({
    fr: `${title} met du temps à répondre. La synchronisation fait une pause et reprendra d’elle-même.`,
    en: `${title} is slow to answer. The sync takes a break and goes on by itself.`,
  }),
  pace: (title: string, { requests, ms }: Pace): Words => ({
    fr: `${title} n’accepte que ${String(requests)} demande${requests > 1 ? 's' : ''} ${PERIODS[ms]?.fr ?? `en ${seconds(ms, 'fr')} secondes`} : la synchronisation fait une pause et reprend d’elle-même.`,
    en: `${title} accepts only ${String(requests)} request${requests > 1 ? 's' : ''} ${PERIODS[ms]?.en ?? `in ${seconds(ms, 'en')} seconds`}: the sync takes a break and goes on by itself.`,
  }),
  allowance: (): Words => ({
    fr: 'Le nombre de requêtes que Google permet chaque jour est atteint. La synchronisation reprendra d’elle-même.',
    en: 'Google’s daily allowance of requests is used up. The sync goes on by itself.',
  }),
  notSent: (title: string): Words => ({
    fr: `Google n’a pas envoyé la demande à ${title}. Vérifiez l’adresse ; si elle est juste, demandez à l’administrateur de votre compte Google d’autoriser cette adresse.`,
    en: `Google did not send the request to ${title}. Check the address; if it is right, ask the administrator of your Google account to allow it.`,
  }),
  noSite: (title: string): Words => ({
    fr: `Aucun site ne répond à l’adresse de ${title}. Vérifiez l’adresse, puis réessayez.`,
    en: `There is no site at the address of ${title}. Check the address, then try again.`,
  }),
  page: (title: string): Words => ({
    fr: `${title} a répondu par une page web au lieu de données : c’est peut-être une maintenance, ou une mauvaise adresse. Réessayez plus tard ; si cela dure, vérifiez les réglages de la connexion.`,
    en: `${title} answered with a web page instead of data: it may be under maintenance, or the address may be wrong. Try again later; if it lasts, check the connection’s settings.`,
  }),
  cut: (title: string): Words => ({
    fr: `La réponse de ${title} s’arrête au milieu ou n’est pas lisible, même après plusieurs essais. Rien n’a été perdu : réessayez plus tard.`,
    en: `The answer of ${title} was cut short or cannot be read, even after several tries. Nothing is lost: try again later.`,
  }),
  tooLarge: (title: string): Words => ({
    fr: `La réponse de ${title} dépasse les 50 Mo que Google laisse passer en une fois. Rien n’a été perdu, mais ces données ne peuvent pas être lues ainsi : transmettez-nous ce message.`,
    en: `The answer of ${title} is larger than the 50 MB that Google lets through at once. Nothing is lost, but this data cannot be read in this way: send us this message.`,
  }),
  moved: (title: string, address: string): Words => ({
    fr: `${title} nous renvoie vers une autre adresse, ${address}. Votre clé n’y a pas été envoyée. Réessayez plus tard ; si cela dure, écrivez à ${title}.`,
    en: `${title} sends us to another address, ${address}. Your key was not sent there. Try again later; if it lasts, write to ${title}.`,
  }),
  movedSetting: (title: string, address: string): Words => ({
    fr: `Cette adresse de ${title} renvoie vers ${address}. Votre clé n’y a pas été envoyée : si vous reconnaissez ce site, corrigez l’adresse dans les réglages.`,
    en: `This address of ${title} leads to ${address}. Your key was not sent there: if you know that site, correct the address in the settings.`,
  }),
  unprotected: (title: string): Words => ({
    fr: `${title} nous renvoie vers une adresse non protégée (http). Votre clé n’y a pas été envoyée. Demandez à qui gère ce site de le corriger.`,
    en: `${title} sends us to an unprotected address (http). Your key was not sent there. Ask whoever runs the site to correct it.`,
  }),
  circles: (title: string): Words => ({
    fr: `${title} nous renvoie d’une adresse à l’autre sans fin. Vérifiez l’adresse dans les réglages, ou réessayez plus tard.`,
    en: `${title} sends us from one address to the next without end. Check the address in the settings, or try again later.`,
  }),
  astray: (title: string): Words => ({
    fr: `${title} nous renvoie vers une adresse qui ne fait pas partie de ses données. Votre clé n’y a pas été envoyée. Vérifiez les réglages, ou réessayez plus tard.`,
    en: `${title} sends us to an address that is not part of its data. Your key was not sent there. Check the settings, or try again later.`,
  }),
  signIn: (title: string): Words => ({
    fr: `${title} ne reconnaît pas la clé ou les identifiants. Copiez-les de nouveau depuis votre compte ${title} dans les champs de la connexion, puis réessayez.`,
    en: `${title} does not recognise the key or the credentials. Copy them again from your ${title} account into the connection’s fields, then try again.`,
  }),
  client: (title: string): Words => ({
    fr: `${title} n’accepte pas l’identifiant du client OAuth (client id) ou son secret (client secret). Copiez-les de nouveau depuis votre compte ${title} dans les champs de la connexion, puis réessayez.`,
    en: `${title} does not accept the OAuth client’s identifier (client id) or its secret (client secret). Copy both again from your ${title} account into the connection’s fields, then try again.`,
  }),
  scope: (title: string, scope: string): Words => ({
    fr: `Le client OAuth existe, mais ${title} ne lui donne pas le droit demandé (scope « ${scope} »). Donnez-lui ce droit dans votre compte ${title}, puis réessayez.`,
    en: `The OAuth client exists, but ${title} does not grant it the right that is asked for (scope “${scope}”). Give it that right in your ${title} account, then try again.`,
  }),
  noAccount: (title: string): Words => ({
    fr: `Il n’y a pas de compte ${title} à cette adresse. Vérifiez l’adresse, puis réessayez.`,
    en: `There is no ${title} account at this address. Check the address, then try again.`,
  }),
  forbidden: (title: string): Words => ({
    fr: `Non disponible sur ce compte : l’abonnement ${title} ou la clé n’y donne pas accès. Votre onglet reste tel quel.`,
    en: `Not available on this account: the ${title} plan or the key does not open it. Your tab stays as it is.`,
  }),
  missing: (title: string): Words => ({
    fr: `Non disponible sur ce compte : ${title} ne propose pas ces données ici. Votre onglet reste tel quel.`,
    en: `Not available on this account: ${title} does not offer this kind of data here. Your tab stays as it is.`,
  }),
  rejected: (title: string, detail: string): Words => ({
    fr: `${title} n’a pas accepté notre demande${detail === '' ? '' : ` (« ${detail} »)`}. Vérifiez les réglages de la connexion ; si cela dure, transmettez-nous ce message.`,
    en: `${title} did not accept our request${detail === '' ? '' : ` (“${detail}”)`}. Check the connection’s settings; if it lasts, send us this message.`,
  }),
  unexpected: (title: string, status: number): Words => ({
    fr: `${title} a répondu de façon inattendue (code ${String(status)}). Réessayez plus tard ; si cela dure, transmettez-nous ce message.`,
    en: `${title} answered in an unexpected way (code ${String(status)}). Try again later; if it lasts, send us this message.`,
  }),
};

const PERIODS: Readonly<Record<number, Words>> = {
  1000: { fr: 'par seconde', en: 'a second' },
  60_000: { fr: 'par minute', en: 'a minute' },
  3_600_000: { fr: 'par heure', en: 'an hour' },
};

function seconds(ms: number, language: keyof Words): string {
  const text = String(ms / 1000);
  return language === 'fr' ? text.replace('.', ',') : text;
}
