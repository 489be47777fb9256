// The script's time zone is the manifest's: Date methods without a zone must read it, as on Google's servers.
process.env.TZ = 'Europe/Paris';

// `npm run types` checks the types once for all; here each file is only translated.
const translation = {
  diagnostics: false,
  tsconfig: {
    target: 'ES2022',
    module: 'commonjs',
    moduleResolution: 'node10',
    ignoreDeprecations: '6.0',
    isolatedModules: true,
    esModuleInterop: true,
    allowJs: true,
  },
};

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '\\.ts$': ['ts-jest', translation],
    // noble ships modules only
    'node_modules[/\\\\]@noble[/\\\\].*\\.js$': ['ts-jest', translation],
  },
  transformIgnorePatterns: ['/node_modules/(?!@noble/)'],
  testTimeout: 30000,
};
