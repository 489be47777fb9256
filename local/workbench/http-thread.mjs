import { tsImport } from 'tsx/esm/api';

// A thread does not start from TypeScript.
await tsImport('./http-server.ts', import.meta.url);
