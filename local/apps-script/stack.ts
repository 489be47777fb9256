/** A stack trace as Google shows it: the script's frames only, files named without folder and ending. */
export function cleanStack(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => !FOREIGN.test(line))
    .map((line) => line.replace(/(at |\()[^()\s]*[/\\]([^/\\\s]+)\.js:/, '$1$2:'))
    .join('\n');
}

const FOREIGN = /^\s+at .*(node:|[/\\]local[/\\]apps-script[/\\]|[/\\]node_modules[/\\])/;
