import type { MenuTree, Workbook } from '../apps-script/spreadsheet/workbook';
import type { Message } from './protocol';

/** A sidebar or a dialog. */
export interface ShownPage {
  readonly kind: 'sidebar' | 'dialog';
  readonly title: string;
  readonly html: string;
  /** Another one for each page. */
  readonly number: number;
}

/** What each person sees around the one spreadsheet: menus, messages and pages are everyone's own on Google. */
export class Screens {
  private readonly known = new Map<string, Screen>();
  private readonly told: Message[] = [];
  private current: Act | null = null;
  private seen: number;
  private pages = 0;
  private opener: string | null = null;

  /** Nobody has seen anything yet. `seat` tells who sits at the spreadsheet. */
  constructor(
    private readonly workbook: Workbook,
    private readonly seat: () => string,
  ) {
    this.seen = workbook.shown.length;
  }

  /** Runs a function for a person, by `action`: what it puts on the screen meanwhile is theirs. */
  as<R>(person: string, functionName: string, action: () => R): R {
    const outer = this.current;
    this.change({ person, functionName });
    try {
      return action();
    } finally {
      this.change(outer);
    }
  }

  menus(person: string): readonly MenuTree[] {
    this.collect();
    return this.known.get(person)?.menus ?? [];
  }

  /** What those were told who sat at the spreadsheet then, oldest first. */
  messages(): readonly Message[] {
    this.collect();
    return this.told;
  }

  /** The person's sidebar or dialog; null when none is open. */
  page(person: string): ShownPage | null {
    this.collect();
    return this.known.get(person)?.page ?? null;
  }

  closePage(person: string): void {
    this.collect();
    const screen = this.known.get(person);
    if (screen) screen.page = null;
  }

  /** The function that put the latest page before anyone; null when there was none. */
  latestOpener(): string | null {
    this.collect();
    return this.opener;
  }

  private change(next: Act | null): void {
    this.collect();
    this.current = next;
    if (!next) return;
    const screen = this.known.get(next.person) ?? { menus: [], page: null };
    this.known.set(next.person, screen);
    this.workbook.menus = screen.menus;
  }

  /** Gives what has appeared to the person whose execution is under way. */
  private collect(): void {
    const fresh = this.workbook.shown.slice(this.seen);
    this.seen = this.workbook.shown.length;
    const { person = '', functionName = null } = this.current ?? {};
    const screen = this.known.get(person);
    if (!screen) return;
    screen.menus = this.workbook.menus;
    for (const { kind, title, text } of fresh) {
      if (kind === 'sidebar' || kind === 'dialog') {
        screen.page = { kind, title, html: text, number: (this.pages += 1) };
        this.opener = functionName;
      } else if (person === this.seat()) this.told.push({ kind, title, text });
    }
  }
}

/** Whose execution is under way, and of what. */
interface Act {
  readonly person: string;
  readonly functionName: string;
}

interface Screen {
  menus: MenuTree[];
  page: ShownPage | null;
}
