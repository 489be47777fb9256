import type { Kind } from '../vendor';
import type { Account } from './account';
import { createActivities } from './activities';
import { Attendees } from './attendees';
import { createSessions, createTrainingActions, createTrainings } from './catalogue';
import { createCertificationFolders } from './certification-folders';
import { createEvaluations } from './evaluations';
import { createInvoices } from './invoices';
import { createOrganisms } from './organisms';
import { createPayments } from './payments';
import { createRegistrationFolders } from './registration-folders';
import { createSurveys } from './surveys';
import { createUsers } from './users';
import { createWorkingContracts } from './working-contracts';

export type Records = ReturnType<typeof createRecords>;

/** Every record of an account, kind by kind. */
export function createRecords(account: Account) {
  const attendees = new Attendees(account);
  const registrationFolders = createRegistrationFolders(account, attendees);
  const certificationFolders = createCertificationFolders(account, attendees, registrationFolders);
  const payments = createPayments(account, registrationFolders);
  const activities = createActivities(account, registrationFolders, certificationFolders);
  const collections = {
    users: createUsers(),
    trainings: createTrainings(account),
    trainingActions: createTrainingActions(account),
    sessions: createSessions(account),
    attendees,
    registrationFolders,
    certificationFolders,
    organisms: createOrganisms(),
    invoices: createInvoices(account, registrationFolders),
    evaluations: createEvaluations(account),
    surveys: createSurveys(account, certificationFolders),
    workingContracts: createWorkingContracts(account, registrationFolders),
  };
  const kinds: Readonly<Record<string, Kind>> = {
    ...collections,
    activities: activities.kind,
    payments: payments.kind,
  };
  return { account, ...collections, payments, activities, kinds };
}
