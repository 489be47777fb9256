import { SyncError } from '../../core/errors';
import type { Words } from '../../core/model';

/** A call that is not carried out; `status` is that of HTTP. */
export class Refusal extends SyncError {
  readonly status: number;

  constructor(status: number, advice: Words) {
    super(`A remote call was refused: ${String(status)}`, advice);
    this.status = status;
  }
}
