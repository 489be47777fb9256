import type { Connector } from '../../../src/connectors/connector';
import { zendesk } from '../../../src/connectors/zendesk/zendesk';
import { describeConnector } from '../../conformance/connector';
import { createLiveSystem } from '../../fixtures/live-system';
import { zendeskSettings } from '../../fixtures/zendesk';

/** The suite reads each stream many times over; how the pace is kept has tests of its own. */
const unpaced: Connector = { ...zendesk, signIn: (settings) => ({ ...zendesk.signIn(settings), paces: [] }) };

describeConnector(zendesk, {
  settings: zendeskSettings,
  start: () => createLiveSystem<'zendesk'>(unpaced, zendeskSettings, { tickets: 1100, users: 1050, rateLimits: false }),
  needed: ['tickets'],
  // This account has no service goals, and cancels no measurement.
  empty: /^ticket_metric_events\.(sla_.*|deleted)$/,
});
