import nodeResolve from '@rollup/plugin-node-resolve';
import typescript from '@rollup/plugin-typescript';
import { tsImport } from 'tsx/esm/api';

const { appsScript } = await tsImport('./build/apps-script.ts', import.meta.url);

const namespace = 'Sync_';

export default {
  input: 'src/main.ts',
  output: { dir: 'dist', entryFileNames: 'Code.js', format: 'iife', name: namespace },
  plugins: [
    nodeResolve(),
    typescript({ tsconfig: './tsconfig.server.json', noEmit: false, noEmitOnError: true }),
    appsScript({ namespace, pages: 'ui', manifest: 'appsscript.json' }),
  ],
  onLog(level, log) {
    if (level === 'warn') throw new Error(log.message);
  },
};
