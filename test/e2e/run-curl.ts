import { execFile, spawnSync } from 'node:child_process';

type Words = Readonly<Record<string, string>>;

/**
 * What a line of a shell prints that calls `curl`, with these variables. A machine without curl does what the line says all the same,
 * as far as its options are `-s`, `-L` and `-d`.
 */
export async function runCurl(line: string, variables: Words): Promise<string> {
  if (HAS_CURL) return await runShell(line, variables);
  const [command = '', ...words] = splitWords(line, variables);
  if (command !== 'curl') throw new Error(`${command} is not curl`);
  return await fetchAsCurl(words);
}

const HAS_CURL = spawnSync('curl', ['--version']).status === 0;

function runShell(line: string, variables: Words): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('sh', ['-c', line], { env: { ...process.env, ...variables } }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${line}: ${stderr}`, { cause: error }));
      else resolve(stdout);
    });
  });
}

/** The words of a line, as a shell reads quotes and `$NAME`. */
export function splitWords(line: string, variables: Words): readonly string[] {
  const words = line.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? [];
  const fill = (text: string): string => text.replace(/\$(\w+)/g, (_, name: string) => variables[name] ?? '');
  return words.map((word) =>
    word.replace(
      /'([^']*)'|"([^"]*)"|[^'"]+/g,
      (part, single?: string, double?: string) => single ?? fill(double ?? part),
    ),
  );
}

/** A redirect after a POST is followed by GET, as curl does. */
async function fetchAsCurl(words: readonly string[]): Promise<string> {
  const at = words.indexOf('-d');
  const url = words.find((word) => /^https?:/.test(word)) ?? '';
  const follows = words.some((word) => /^-s?L$/.test(word));
  const post = {
    method: 'POST',
    body: words[at + 1] ?? '',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  };
  const answer = await fetch(url, { redirect: follows ? 'follow' : 'manual', ...(at < 0 ? {} : post) });
  return await answer.text();
}
