import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';

/** https origins to the loopback servers that answer for them. */
export type Routes = Readonly<Record<string, string>>;

/** A request as it leaves for the network. */
export interface WireRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array | undefined;
  readonly followRedirects: boolean;
  readonly checkCertificates: boolean;
  /** Real milliseconds. */
  readonly timeout: number;
}

/** What came back: the body already decompressed, header names as the server wrote them. */
export type WireAnswer =
  | {
      readonly status: number;
      readonly headers: readonly (readonly [string, string])[];
      readonly body: Uint8Array;
      readonly failure?: undefined;
    }
  | { readonly failure: 'dns' | 'unavailable' | 'timeout'; readonly url: string };

/** Sends all requests at once and waits for all answers, in the order of the requests. */
export function exchange(requests: readonly WireRequest[], routes: Routes, realNetwork: boolean): WireAnswer[] {
  if (requests.length === 0) return [];
  wire ??= openWire();
  Atomics.store(wire.signal, 0, 0);
  wire.port.postMessage({ requests, routes, realNetwork });
  const patience = Math.max(...requests.map((request) => request.timeout)) + START_UP;
  if (Atomics.wait(wire.signal, 0, 0, patience) === 'timed-out') throw new Error('The network thread does not answer.');
  return receiveMessageOnPort(wire.port)?.message as WireAnswer[];
}

interface Wire {
  readonly signal: Int32Array;
  readonly port: MessagePort;
}

/** Real milliseconds that the thread may need beyond the requests themselves. */
const START_UP = 10_000;
let wire: Wire | undefined;

/** One thread for the process: keep-alive connections serve all executions. */
function openWire(): Wire {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(join(__dirname, 'http-worker.mjs'), {
    workerData: { signal, port: port2 },
    transferList: [port2],
    execArgv: [],
  });
  worker.unref();
  port1.unref();
  return { signal, port: port1 };
}
