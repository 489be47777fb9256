import { SettingsError } from '../core/errors';
import { removeTabs } from '../destinations/remove-tabs';
import type { Workbook } from '../platform/services';
import { openWorkbook } from '../platform/workbook';
import { type Connection, deleteConnection, findConnection } from './connections';
import { removeSecrets } from './secrets';
import { stopTicking } from './dispatch/ticking';
import { forgetToken } from './tokens';
import { whileNoRun } from './while-no-run';

/**
 * Removes a connection, its schedule, its secrets and all else that is remembered of it; before that its tabs where `withTabs`
 * says so: the connection stays when one of them cannot be deleted, and its next run makes those anew that are gone. What is
 * gone already is no failure. Throws `BusyError` while a run writes, `SettingsError` or `DataError` when a tab stays.
 */
export function dropConnection(id: string, withTabs: boolean): null {
  whileNoRun(() => {
    const connection = withTabs ? findConnection(id) : null;
    if (connection) removeTabs(openTarget(connection), `${id}/`);
    deleteConnection(id);
    removeSecrets(id);
    forgetToken(id);
  });
  stopTicking();
  return null;
}

function openTarget({ spreadsheet }: Connection): Workbook {
  try {
    return openWorkbook(spreadsheet);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    throw new SettingsError(error.field, error.message, {
      fr: `Les onglets ne peuvent pas être supprimés, et la connexion reste. ${error.advice.fr} Vous pouvez aussi supprimer la connexion en gardant ses onglets.`,
      en: `The tabs cannot be deleted, and the connection stays. ${error.advice.en} You can also remove the connection and keep its tabs.`,
    });
  }
}
