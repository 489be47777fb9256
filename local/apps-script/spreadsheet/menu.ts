import type { Faithful } from '../faithful';
import type { Session } from './session';
import type { MenuTree, Workbook } from './workbook';

type Names = 'addItem' | 'addSeparator' | 'addSubMenu' | 'addToUi';

/** A Menu that a script builds; addToUi puts it into the menu bar, in place of one with the same caption. */
export function createMenu(session: Session, workbook: Workbook, caption: string): object {
  const items: (() => MenuTree['items'][number])[] = [];
  const build = (): MenuTree => ({ caption, items: items.map((item) => item()) });
  const methods: Faithful<GoogleAppsScript.Base.Menu, Names> = {
    addItem(label: string, functionName: string) {
      items.push(() => ({ caption: label, functionName }));
      return exposed;
    },
    addSeparator() {
      items.push(() => 'separator');
      return exposed;
    },
    addSubMenu(menu: object) {
      items.push(session.targetOf(menu, 'menu').build);
      return exposed;
    },
    addToUi() {
      workbook.menus = [...workbook.menus.filter((menu) => menu.caption !== caption), build()];
    },
  };
  const exposed: object = session.expose('Menu', methods, { kind: 'menu', build });
  return exposed;
}
