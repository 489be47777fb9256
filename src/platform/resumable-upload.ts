import { utf8Bytes, utf8Length } from '../core/utf8';
import { readAnswer, readFileId } from './drive-answer';
import { driveBusy, isPassing } from './drive-refusal';
import type { PatientSend } from './patient-send';
import type { Clock, HttpRequest, HttpResponse, Upload, UploadPart } from './services';

/**
 * Sends a part of a file. When no answer comes, or a bad one, Google may have kept the part or some of it all the same: it is
 * asked, and `BusyError` is thrown when it has kept nothing.
 */
export function sendPart(wire: PatientSend, clock: Clock, session: string, part: UploadPart): Upload {
  const { first, size, total } = part;
  const range = `bytes ${first}-${first + size - 1}/${total ?? '*'}`;
  const headers = { 'Content-Type': 'text/csv', 'Content-Range': range };
  const answer = wire.once({ method: 'put', url: session, headers, ...toBody(part) });
  const upload = answer instanceof Error || isPassing(answer) ? askLater(wire, clock, session) : toUpload(answer);
  if (upload.state === 'open' && upload.received <= first) throw driveBusy('upload', answer, clock.now());
  return upload;
}

/** How far an upload has come. */
export function askUpload(wire: PatientSend, session: string): Upload {
  const headers = { 'Content-Range': 'bytes */*' };
  return toUpload(wire.ask('upload so far', { method: 'put', url: session, headers }));
}

function askLater(wire: PatientSend, clock: Clock, session: string): Upload {
  clock.sleep(1000);
  return askUpload(wire, session);
}

/** A text goes fastest as it is; bytes are cut where a part begins or ends within a character. */
function toBody({ text, lead, size }: UploadPart): Pick<HttpRequest, 'body' | 'bytes'> {
  if (lead === 0 && utf8Length(text) === size) return { body: text };
  return { bytes: utf8Bytes(text).slice(lead, lead + size) };
}

function toUpload(answer: HttpResponse): Upload {
  if (answer.status === 404 || answer.status === 410) return { state: 'gone' };
  // Google's "308 Resume Incomplete", without a Range while it has nothing.
  if (answer.status !== 308) return { state: 'done', id: readFileId('upload', readAnswer('upload', answer)) };
  const last = /^bytes=0-(\d+)$/.exec(answer.headers.range ?? '')?.[1];
  return { state: 'open', received: last === undefined ? 0 : Number(last) + 1 };
}
