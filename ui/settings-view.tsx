import type { JSX } from 'preact';
import type { Home } from '../src/app/rpc';
import { Alerts } from './alerts';
import { ExportSection } from './export-section';
import { ImportSection } from './import-section';
import { say } from './language';
import { LanguageSection } from './language-section';
import { RemoteSection } from './remote-section';
import { RenewKeySection } from './renew-key-section';
import { VERSION } from './version';

export interface SettingsViewProps {
  readonly home: Home;
  /** What the script says after a change. */
  readonly onHome: (home: Home) => void;
}

/** What holds for all connections: language, alerts, calls from outside, export and import, the key of secrets; who looks, and the version. */
export function SettingsView({ home, onHome }: SettingsViewProps): JSX.Element {
  return (
    <>
      <h1>{say({ fr: 'Réglages', en: 'Settings' })}</h1>
      <LanguageSection chosen={home.language} onHome={onHome} />
      <Alerts key={`alerts-${home.language}`} />
      <RemoteSection />
      <ExportSection isEmpty={home.connections.length === 0} />
      <ImportSection key={home.language} home={home} onHome={onHome} />
      <RenewKeySection />
      <section class="stack" aria-labelledby="about">
        <h2 id="about">{say({ fr: 'À propos', en: 'About' })}</h2>
        <dl class="facts">
          <dt>{say({ fr: 'Vous êtes', en: 'You are' })}</dt>
          <dd>{home.person === '' ? say(UNKNOWN) : home.person}</dd>
          <dt>{say({ fr: 'Version de Sync', en: 'Version of Sync' })}</dt>
          <dd>{VERSION}</dd>
        </dl>
      </section>
    </>
  );
}

const UNKNOWN = { fr: 'Google ne le dit pas', en: 'Google does not say' };
