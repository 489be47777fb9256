/** How often a property is tried: `npm run soak` asks for more, from other seeds. */
export const RUNS = Number(process.env.SYNC_RUNS ?? 1000);
const SEED = Number(process.env.SYNC_SEED ?? 20261120);

export const options = { numRuns: RUNS, seed: SEED };
