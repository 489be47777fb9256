declare module 'gas-local' {
  /** Runs every `.js` file under the folder in one context, which `globals` becomes. */
  export function require(folder: string, globals: object): object;
}
