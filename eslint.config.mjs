import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import { tsImport } from 'tsx/esm/api';
import tseslint from 'typescript-eslint';

const { GOOGLE_SERVICES } = await tsImport('./build/google-services.ts', import.meta.url);

const CONTRACTS = {
  platform: 'services',
  connectors: 'connector',
  destinations: 'destination',
  engine: 'engine',
};

const ROOMS = ['core', 'platform', 'http', 'connectors', 'destinations', 'contacts', 'engine', 'app'];

/** Forbids a room's files to import other rooms than `allowed`; contracts may be imported from everywhere but core. */
function room(name, allowed, instead) {
  const forbidden = ROOMS.filter((other) => other !== name && !allowed.includes(other)).map((other) => {
    const contract = name === 'core' ? undefined : CONTRACTS[other];
    return contract ? `${other}/(?!${contract}$)` : `${other}/`;
  });
  const message = `${name} does not import this room: ${instead}`;
  return {
    files: [`src/${name}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: `^(\\.\\./)+(${[...forbidden, 'main$'].join('|')})`, message }, ...OUTSIDE] },
      ],
    },
  };
}

const OUTSIDE = [
  {
    regex: '(^|/)(local|test|bench|build|ui)/',
    message: 'src runs inside Google: what only this machine needs stays outside.',
  },
];

export default defineConfig(
  { ignores: ['node_modules/', 'dist/', '.local/', 'coverage/'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: 'tsconfig.lint.json',
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name: the name is then the same everywhere.' },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...GOOGLE_SERVICES.map((name) => ({
          name,
          message: 'Only src/platform names Google services: take what you need as an argument, or from src/platform.',
        })),
      ],
      'no-restricted-imports': ['error', { patterns: OUTSIDE }],
    },
  },
  { files: ['src/platform/**/*.ts'], rules: { 'no-restricted-globals': 'off' } },
  room('core', [], 'core is the words that all rooms share, and imports nothing.'),
  room('platform', ['core'], 'it wraps Google services and knows nothing of their users.'),
  room('http', ['core'], 'it gets the sending function, the clock and the sign-in as arguments.'),
  room('connectors', ['core', 'http'], 'a connector describes a system; what it needs comes through Api.'),
  room('destinations', ['core'], 'a destination gets the workbook as an argument.'),
  room('contacts', ['core'], 'the two-way sync gets its replicas as arguments.'),
  room('engine', ['core'], 'the engine knows contracts only; src/app hands it the rest.'),
  room('app', ['core', 'platform', 'http', 'connectors', 'destinations', 'contacts', 'engine'], 'main calls app.'),
  {
    files: ['src/main.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^\\./(?!app/)', message: 'main only names what Google calls: put the work into src/app.' },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
  },
  {
    // A classic script for Google's editor: services and its own functions are globals there.
    files: ['local/*.js'],
    languageOptions: { sourceType: 'script' },
    rules: { 'no-undef': 'off', 'no-unused-vars': 'off' },
  },
);
