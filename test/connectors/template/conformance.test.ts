import { template } from '../../../src/connectors/template/template';
import { describeConnector } from '../../conformance/connector';
import { createLiveTemplate, templateSettings } from '../../fixtures/template';

describeConnector(template, {
  settings: templateSettings,
  start: () => createLiveTemplate({ orders: 200, maxLimit: 40 }),
});
