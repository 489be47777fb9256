// The script's time zone is the manifest's: Date methods without a zone must read it, as on Google's servers.
process.env.TZ = 'Europe/Paris';

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '\\.ts$': [
      'ts-jest',
      {
        // `npm run types` checks the types once for all; here each file is only translated.
        diagnostics: false,
        tsconfig: {
          target: 'ES2022',
          module: 'commonjs',
          moduleResolution: 'node10',
          ignoreDeprecations: '6.0',
          isolatedModules: true,
          esModuleInterop: true,
        },
      },
    ],
    // noble ships modules only
    'node_modules[/\\\\]@noble[/\\\\].*\\.js$': [
      'ts-jest',
      {
        diagnostics: false,
        tsconfig: {
          target: 'ES2022',
          module: 'commonjs',
          moduleResolution: 'node10',
          ignoreDeprecations: '6.0',
          allowJs: true,
          isolatedModules: true,
        },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!@noble/)'],
  testTimeout: 30000,
};
