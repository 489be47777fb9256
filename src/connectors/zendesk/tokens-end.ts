import type { Words } from '../../core/model';

/** Until when API tokens work (developer.zendesk.com, "OAuth migration"). */
export const tokensEnd: Words = {
  fr: 'Attention : depuis le 27 octobre 2026, Zendesk ne laisse plus créer de jeton d’API ; un jeton inutilisé pendant 30 jours est désactivé, et plus aucun ne fonctionnera après le 30 avril 2027. Passez à un client OAuth avant cette date.',
  en: 'Warning: since 27 October 2026 Zendesk no longer lets anyone create an API token; one that is not used for 30 days is deactivated, and none works after 30 April 2027. Change to an OAuth client before that day.',
};
