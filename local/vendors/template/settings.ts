import { hostileTexts } from '../hostile-texts';

/** The site's settings: texts all of them, whatever they look like; one key stands twice, as it does for two tenants. */
export const settings: readonly (readonly [key: string, value: string])[] = [
  ['site_name', 'Jean-Baptiste Art'],
  ['color_primary', '#6366f1'],
  ['smtp_port', '587'],
  ['smtp_password', 'motdepasse-smtp'],
  ['stripe_secret_key', 'sk_test_51H7gXXXXXXXX'],
  ['export_api_key', 'clé-de-secours'],
  ['saas_site_price_override', '00049.90'],
  ['enable_orders', 'true'],
  ['enable_blog', 'FALSE'],
  ['opening_hours', '{"lundi":"10:00-18:00","dimanche":null}'],
  ['phone', '+33612345678'],
  ['vat_rate', '20%'],
  ['dashboard_id', '1234567890123456789'],
  ['site_logo', '🎨 JB Art'],
  ['site_name', 'Galerie de la Baie'],
  ['about', 'Ligne 1\nLigne 2\tavec « guillemets »'],
  ['empty', ''],
  ...hostileTexts.map((text, index) => [`texte_${String(index)}`, text] as const),
];
