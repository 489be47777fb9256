import type { JSX } from 'preact';
import type { PlanLine, PlanView } from '../src/app/rpc';
import { Change } from './change';
import { toNumber } from './format';
import { say, typeset, type Words } from './language';
import { type PlanGroup, toPlanGroups } from './plan-groups';

export interface ContactsPlanProps {
  readonly plan: PlanView;
  /** What the tab is called. */
  readonly tab: string;
}

/** What a sync would do, a table for each side that something is written to, and one for what waits. */
export function ContactsPlan({ plan: { lines, more }, tab }: ContactsPlanProps): JSX.Element {
  const count = toNumber(more);
  return (
    <>
      {SIDES.map((side) => {
        const groups = toPlanGroups(lines.filter((line) => line.side === side));
        return groups.length > 0 && <Side key={side} title={toTitle(side, tab)} groups={groups} />;
      })}
      {more > 0 && (
        <p class="help">
          {say({
            fr: more === 1 ? 'Et 1 autre changement.' : `Et ${count} autres changements.`,
            en: more === 1 ? 'And 1 other change.' : `And ${count} other changes.`,
          })}
        </p>
      )}
    </>
  );
}

const SIDES: readonly PlanLine['side'][] = ['google', 'sheet', 'held'];

function toTitle(side: PlanLine['side'], tab: string): Words {
  if (side === 'google') return { fr: 'Dans Google Contacts', en: 'In Google Contacts' };
  if (side === 'held') return { fr: 'En attente de vous', en: 'Waiting for you' };
  return { fr: `Dans l’onglet « ${tab} »`, en: `In the tab “${tab}”` };
}

interface SideProps {
  readonly title: Words;
  readonly groups: readonly PlanGroup[];
}

function Side({ title, groups }: SideProps): JSX.Element {
  return (
    <table class="plan">
      <caption>{`${say(title)} (${toNumber(groups.length)})`}</caption>
      <colgroup>
        <col class="field-name" />
        <col />
      </colgroup>
      <thead class="hidden">
        <tr>
          <th scope="col">{say({ fr: 'Information', en: 'Field' })}</th>
          <th scope="col">{say({ fr: 'Changement', en: 'Change' })}</th>
        </tr>
      </thead>
      {groups.map((group) => (
        <Client key={`${group.client} ${group.action}`} group={group} />
      ))}
    </table>
  );
}

function Client({ group: { client, action, isWhole, lines } }: { readonly group: PlanGroup }): JSX.Element {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={2}>
          {client}
          <span class="help">{typeset(action)}</span>
        </th>
      </tr>
      {isWhole
        ? lines.map(({ after }) => after !== '' && <Whole key={after} text={after} />)
        : lines.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{field}</th>
              <td>
                <Change before={before} after={after} />
              </td>
            </tr>
          ))}
    </tbody>
  );
}

function Whole({ text }: { readonly text: string }): JSX.Element {
  return (
    <tr>
      <td colSpan={2}>{text}</td>
    </tr>
  );
}
