import { withStubs } from '../../build/stubs';

const CODE = `var Sync_ = (function (exports) {
  function local(event, mode = 1) { return event; }
  function slot(place) { return (again) => [place, again]; }
  const first = slot(1);
  const pick = (list) => list[0];
  exports.onOpen = local;
  exports.first = first;
  exports.pick = pick;
  exports.limit = 3;
  exports.hidden_ = local;
  return exports;
})({});`;

describe('the top-level functions', () => {
  it('hand on the parameters of their exports by name', () => {
    expect(withStubs(CODE, 'Sync_', ['onOpen'])).toContain(
      'function onOpen(event, mode) { return Sync_.onOpen(event, mode); }',
    );
  });

  it.each([
    ['first', 'again'],
    ['pick', 'list'],
  ])('are made of the constant %s, too, that holds a function', (name, parameter) => {
    expect(withStubs(CODE, 'Sync_', [name])).toContain(
      `function ${name}(${parameter}) { return Sync_.${name}(${parameter}); }`,
    );
  });

  it('do not take a name twice', () => {
    expect(() => withStubs(CODE, 'Sync_', ['onOpen', 'onOpen'])).toThrow('Two top-level functions are called onOpen');
  });

  it('do not take the name of the bundle', () => {
    expect(() => withStubs(CODE, 'Sync_', ['Sync_'])).toThrow('Two top-level functions are called Sync_');
  });

  it('are not made for a name that Google hides', () => {
    expect(() => withStubs(CODE, 'Sync_', ['hidden_'])).toThrow('Google hides hidden_');
  });

  it('are not made for what is no function', () => {
    expect(() => withStubs(CODE, 'Sync_', ['limit'])).toThrow('limit is no function');
  });
});
