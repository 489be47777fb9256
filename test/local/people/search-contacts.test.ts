import { ask, createPeopleMachine, someone } from './people-script';

const machine = createPeopleMachine();
machine.people.add(
  someone('jean@x.fr', { phoneNumbers: [{ value: '06 12 34 56 78' }], organizations: [{ name: 'Le Toit' }] }),
);
const warmUp = "P.searchContacts({ query: '', readMask: 'names' });";
const search = (query: string, before = ''): unknown =>
  ask(machine, `${before} return (P.searchContacts({ query: '${query}', readMask: 'names' }).results || []).length`);

describe('a search', () => {
  it('finds nothing before the index was warmed up, and then what there was', () => {
    expect(search('jean')).toBe(0);
    expect(search('jean', warmUp)).toBe(1);
    machine.people.add(someone('late@x.fr'));
    expect(search('late')).toBe(0);
    expect(search('late', warmUp)).toBe(1);
  });

  it('finds what it knew of a contact that has changed since', () => {
    const [{ resourceName = '' } = {}] = machine.people.people();
    machine.people.bump(resourceName);
    expect(search('jean@x.fr')).toBe(1);
  });

  it.each(['jea', 'JEAN', 'dup', 'Jean Dup', '0612', '+3361', 'toit', 'jean@'])(
    'finds beginnings of words: %s',
    (query) => {
      expect(search(query)).toBeGreaterThan(0);
    },
  );

  it.each(['ean', 'x.fr', 'jean@y.fr'])('finds no other parts: %s', (query) => {
    expect(search(query)).toBe(0);
  });

  it('has an index that may need time', () => {
    machine.people.rules.searchLag = 5000;
    machine.people.add(someone('later@x.fr'));
    expect(search('later', warmUp)).toBe(0);
    machine.advance(5000);
    expect(search('later')).toBe(1);
  });

  it('answers 30 at most', () => {
    machine.people.rules.searchLag = 0;
    machine.people.import(Array.from({ length: 40 }, (_, n) => someone(`many${String(n)}@x.fr`)));
    expect(
      ask(
        machine,
        `${warmUp} return P.searchContacts({ query: 'many', readMask: 'names', pageSize: 99 }).results.length`,
      ),
    ).toBe(30);
  });
});
