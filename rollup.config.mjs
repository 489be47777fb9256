import nodeResolve from '@rollup/plugin-node-resolve';
import typescript from '@rollup/plugin-typescript';
import { tsImport } from 'tsx/esm/api';

const { appsScript } = await tsImport('./build/apps-script.ts', import.meta.url);
const { buildPage } = await tsImport('./build/build-page.ts', import.meta.url);

const namespace = 'Sync_';

export default {
  input: 'src/main.ts',
  output: { dir: 'dist', entryFileNames: 'Code.js', format: 'iife', name: namespace },
  plugins: [
    nodeResolve(),
    // `npm run types` checks the types.
    typescript({ tsconfig: './tsconfig.server.json', noEmit: false, noCheck: true }),
    appsScript({ namespace, pages: [await buildPage('ui', 'sidebar', 'Sidebar.html')], manifest: 'appsscript.json' }),
  ],
  onLog(level, log) {
    if (level === 'warn') throw new Error(log.message);
  },
};
