import fc from 'fast-check';
import { fieldKey, isSame, toSendable } from '../../../src/contacts/field-key';
import { FIELDS, type Fields } from '../../../src/contacts/fields';
import { mergeField } from '../../../src/contacts/merge-field';
import type { Side } from '../../../src/contacts/policy';
import { reconcile, type Plan } from '../../../src/contacts/reconcile';
import { options, RUNS } from './runs';
import { fields, SYNCED_AT, toClient, toContact, toLink, toPolicy, valueOf, type Sides } from './sides';

const other = (side: Side): Side => (side === 'sheet' ? 'google' : 'sheet');

function make({ clients, contacts, links }: Sides, policy = toPolicy()): Plan {
  return reconcile(clients, contacts, links, policy);
}

describe('the merge of a field', () => {
  it('P6 is the same from the other side', () => {
    const side = fc.constantFrom<Side>('sheet', 'google');
    const values = fc.constantFrom(...FIELDS).chain((field) => {
      const value = valueOf(field);
      return fc.tuple(fc.constant(field), fc.option(value, { nil: null }), value, value, side);
    });
    fc.assert(
      fc.property(values, ([field, base, a, b, winner]) => {
        const merged = mergeField(field, base, a, b, winner);
        const mirrored = mergeField(field, base, b, a, other(winner));
        const { rule, isConflict } = mirrored;
        expect(merged).toMatchObject({ rule, isConflict, to: mirrored.to && other(mirrored.to) });
        expect(fieldKey(field, merged.value)).toBe(fieldKey(field, mirrored.value));
      }),
      { ...options, numRuns: 5 * RUNS },
    );
  });

  it('P6 sends what compares as the value that was typed', () => {
    fc.assert(
      fc.property(fields, fc.constantFrom(...FIELDS), (all, field) => {
        expect(isSame(field, toSendable(field, all), all[field])).toBe(true);
      }),
      options,
    );
  });
});

describe('the plan for a row and a contact', () => {
  const EMAILS = ['', 'a@x.fr', 'A@X.fr', 'b@x.fr', 'c@x.fr'];
  const own = fc.tuple(fields, fc.constantFrom(...EMAILS)).map(([all, email]): Fields => ({ ...all, email }));
  const moment = fc.constantFrom(SYNCED_AT - 10, SYNCED_AT + 10, SYNCED_AT + 20);
  const half = fc.tuple(own, moment, fc.constantFrom(...FIELDS));

  /** What is done, told by side, field and key. */
  function summary(plan: Plan, turn: (side: Side) => Side): unknown {
    return plan.actions.map((action) => {
      if (action.kind !== 'update' && action.kind !== 'conflict') return action.kind;
      const { kind, changes, losses, extraEmail, base } = action;
      return {
        kind,
        changes: changes.map(({ side, field, to }) => [turn(side), field, fieldKey(field, to)].join()).sort(),
        losses: losses
          .map(({ side, field, before, rule }) =>
            lossOf(rule === 'bothAlike' ? side : turn(side), field, fieldKey(field, before), rule),
          )
          .sort(),
        extraEmail: extraEmail === null ? null : fieldKey('email', extraEmail),
        base: FIELDS.map((field) => fieldKey(field, base[field])),
      };
    });
  }
  const lossOf = (...parts: readonly string[]): string => parts.join();

  it.each(['linked', 'met for the first time'])('P6 is the same from the other side (%s)', (how) => {
    fc.assert(
      fc.property(
        own,
        half,
        half,
        fc.constantFrom<Side>('sheet', 'google'),
        (base, [a, atA, keptA], [b, atB, keptB], tie) => {
          const links = how === 'linked' ? [toLink(1, base)] : [];
          // Some of the fields stay as they were.
          const [left, right] = [
            { ...a, [keptA]: base[keptA] },
            { ...b, [keptB]: base[keptB] },
          ];
          const email = how === 'linked' ? {} : { email: 'a@x.fr' };
          const plan = (row: Fields, rowAt: number, contact: Fields, contactAt: number, winner: Side): Plan =>
            make(
              {
                clients: [toClient(2, 'id1', { ...row, ...email }, rowAt)],
                contacts: [toContact(1, { ...contact, ...email }, { updatedAt: contactAt })],
                links,
              },
              toPolicy({ tie: winner }),
            );
          const straight = summary(plan(left, atA, right, atB, tie), (side) => side);
          expect(summary(plan(right, atB, left, atA, other(tie)), other)).toEqual(straight);
        },
      ),
      options,
    );
  });
});
