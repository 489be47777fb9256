import { readFileSync, writeFileSync } from 'node:fs';

/** Where the numbering plans stand that the product knows. */
export const PHONE_METADATA = 'src/contacts/phone-metadata.ts';

/** France and its territories, then the countries from which a French craftsman is called. */
const COUNTRIES = [
  ...['FR', 'GP', 'GF', 'MQ', 'RE', 'YT', 'PM', 'BL', 'MF', 'WF', 'PF', 'NC'],
  ...['BE', 'CH', 'LU', 'MC', 'DE', 'ES', 'IT', 'GB', 'PT', 'NL'],
];

/** The source of `PHONE_METADATA`: of libphonenumber-js's complete numbering plans, those of `COUNTRIES`. */
export function phoneMetadataSource(): string {
  const file = 'node_modules/libphonenumber-js/metadata.max.json';
  const { version, ...all } = JSON.parse(readFileSync(file, 'utf8')) as Metadata;
  const countries = Object.fromEntries([...COUNTRIES].sort().map((country) => [country, all.countries[country]]));
  const codes = Object.entries(all.country_calling_codes)
    .map(([code, users]) => [code, users.filter((country) => COUNTRIES.includes(country))] as const)
    .filter(([, users]) => users.length > 0);
  const metadata = { version, country_calling_codes: Object.fromEntries(codes), countries };
  const text = JSON.stringify(metadata).replace(/[\\']/g, '\\$&');
  return `import type { MetadataJson } from 'libphonenumber-js/core';

/** The numbering plans of the countries that matter, from libphonenumber-js: \`npm run phones\` writes them. */
export function phoneMetadata(): MetadataJson {
  // Most executions meet no number.
  parsed ??= JSON.parse(TEXT) as MetadataJson;
  return parsed;
}

let parsed: MetadataJson | null = null;

const TEXT =
  '${text}';
`;
}

interface Metadata {
  readonly version: number;
  readonly country_calling_codes: Readonly<Record<string, readonly string[]>>;
  readonly countries: Readonly<Record<string, unknown>>;
}

if (process.argv[1]?.endsWith('phone-metadata.ts')) writeFileSync(PHONE_METADATA, phoneMetadataSource());
