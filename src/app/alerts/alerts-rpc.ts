import type { Result } from '../rpc';

/** The calls of `rpc.ts` that are about mails and webhooks. */
export interface AlertsCalls {
  /** All that the view shows first. */
  openAlerts(): Result<AlertsView>;
  /** Stores which mails are sent, and to whom beside the owner of a connection. */
  saveAlerts(mails: MailSettings): Result<AlertsView>;
  /** Makes a webhook of the person's own. */
  addWebhook(draft: WebhookDraft): Result<NewSecret>;
  /** Off, by anyone; on, also after Sync has disabled it, by its owner. */
  switchWebhook(id: string, isOn: boolean): Result<AlertsView>;
  /** Makes a new secret; the one before signs beside it for 24 hours. */
  rotateWebhook(id: string): Result<NewSecret>;
  /** Sends one message at once, marked as a test, whatever the state of the webhook. */
  testWebhook(id: string): Result<WebhookTest>;
  removeWebhook(id: string): Result<AlertsView>;
}

export interface AlertsView {
  readonly mails: MailSettings;
  /** How many mails wait because Google's allowance for the day was spent. */
  readonly owed: number;
  /** Oldest first. */
  readonly webhooks: readonly WebhookView[];
  /** How many webhooks there may be. */
  readonly most: number;
}

export interface MailSettings {
  /** When a connection fails, and when it works again. */
  readonly onFailure: boolean;
  /** What the week brought. */
  readonly weekly: boolean;
  /** E-mail addresses that are told of failures too, five at most. */
  readonly extra: readonly string[];
}

export type WebhookEventName = 'sync.completed' | 'sync.failed' | 'connection.unhealthy';

export interface WebhookDraft {
  readonly url: string;
  /** One at least. */
  readonly events: readonly WebhookEventName[];
}

export interface WebhookView {
  readonly id: string;
  /** The whole address for its owner, scheme and host for others. */
  readonly url: string;
  readonly events: readonly WebhookEventName[];
  /** Who made it: an e-mail address. */
  readonly owner: string;
  readonly isMine: boolean;
  /** `disabled`: Sync itself switched it off. */
  readonly state: 'on' | 'off' | 'disabled';
  /** Why it is disabled, and what to do. */
  readonly why?: string;
  /** The last delivery; `status` null: no answer came. */
  readonly last?: { readonly at: number; readonly status: number | null; readonly isOk: boolean };
  /** How many events wait to be delivered. */
  readonly waiting: number;
  /** How many were given up since it was switched on. */
  readonly lost: number;
}

/** A secret, shown this once, and what the view shows from now on. */
export interface NewSecret {
  readonly id: string;
  readonly secret: string;
  readonly alerts: AlertsView;
}

export interface WebhookTest {
  readonly isOk: boolean;
  /** What the user reads. */
  readonly text: string;
  readonly alerts: AlertsView;
}
