import type { CertificationFacts } from './certification-folders';
import { certificationStates } from './certification-folders';
import { billingStates, folderStates, folderTypes, type FolderFacts } from './folder-facts';
import type { QueryPlan } from './folder-query';

/** What `GET /registrationFolders` can be asked for. */
export const registrationQuery: QueryPlan<FolderFacts> = {
  filters: [
    { name: 'state', words: Object.keys(folderStates) },
    { name: 'type', words: Object.keys(folderTypes) },
    { name: 'billingState', words: billingStates },
    { name: 'controlState', words: ['notInControl', 'inControl', 'released'] },
  ],
  sorts: ['lastUpdate', 'firstName', 'lastName', 'id'],
  dates: [
    'lastUpdate',
    'updatedOn',
    'createdOn',
    'notProcessedDate',
    'validatedDate',
    'acceptedDate',
    'inTrainingDate',
    'terminatedDate',
    'serviceDoneDeclaredDate',
    'serviceDoneValidatedDate',
    'billedDate',
    'refusedByAttendeeDate',
    'refusedByOrganismDate',
    'canceledByAttendeeDate',
    'canceledByOrganismDate',
    'canceledByAttendeeNotRealizedDate',
    'rejectedWithoutTitulaireSuiteDate',
    'sessionStartDate',
    'sessionEndDate',
  ],
};

/** What `GET /certificationFolders` can be asked for. */
export const certificationQuery: QueryPlan<CertificationFacts> = {
  filters: [{ name: 'state', words: Object.keys(certificationStates) }],
  sorts: ['stateLastUpdate', 'successDate', 'id'],
  dates: [
    'stateLastUpdate',
    'updatedOn',
    'toTakeDate',
    'toRetakeDate',
    'toControlDate',
    'failedDate',
    'successDate',
    'toRegisterDate',
    'registeredDate',
    'refusedDate',
    'abortedDate',
  ],
};
