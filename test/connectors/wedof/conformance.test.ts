import { wedof } from '../../../src/connectors/wedof/wedof';
import { describeConnector } from '../../conformance/connector';
import { createLiveWedof, wedofSettings } from '../../fixtures/wedof';

describeConnector(wedof, {
  settings: wedofSettings,
  start: () => createLiveWedof({ folders: 250 }),
  unavailable: ['evaluations'],
  empty: new RegExp(
    [
      // Each kind of folder fills other fields of its attendees.
      'Folders.attendee.(firstName3|employmentStatus|externalId|lastLogin|poleEmploi.*)',
      'Folders.attendee.address.(line4|postBox|corporateName|idAddress|reducedMobility.*)',
      'registrationFolders.(.*vat.*5|history.serviceDoneDeclaredAttendeeDate)',
      'certificationFolders.(optionName|metadata|history.inTrainingEndedDate)',
      'surveys.(longTermExperienceAnsweredDate|.*Experience.endDate)',
      'workingContracts.amendmentDate',
      // This account has a list of invoices, whose fields are its own.
      'invoices..*',
    ].join('|'),
  ),
});
