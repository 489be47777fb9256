import { createDocuments } from '../../local/apps-script/spreadsheet/documents';
import { loadWorkbook, saveWorkbook } from '../../local/apps-script/spreadsheet/saved';
import { openAddOn } from '../app/add-on';
import { officeOn, type Office } from './contacts-lab';

/** An office where all is as in another, but on a machine of its own; faults to come are not copied. */
export function copyOffice({ addOn: { project }, machine }: Office): Office {
  const [workbook] = [...machine.documents.workbooks.values()].map((each) => loadWorkbook(saveWorkbook(each)));
  const documents = createDocuments(workbook ?? null);
  const addOn = openAddOn(project, { state: structuredClone(machine.state), documents });
  // Its triggers may fire before anybody runs it.
  addOn.machine.project = project;
  Object.assign(addOn.machine.people.rules, structuredClone(machine.people.rules));
  return officeOn(addOn);
}
