import type { Connector } from './connector';
import { template } from './template/template';
import { wedof } from './wedof/wedof';
import { zendesk } from './zendesk/zendesk';

/** Every system that can be read, in the sidebar's order. */
export const connectors: readonly Connector[] = [wedof, template, zendesk];
