import type { Connector } from './connector';
import { template } from './template/template';
import { wedof } from './wedof/wedof';

/** Every system that can be read, in the sidebar's order. */
export const connectors: readonly Connector[] = [wedof, template];
