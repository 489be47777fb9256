/* global AbortSignal, URL */
/* Sends requests for the script's thread, which waits: fetch and fetchAll are synchronous on Apps Script. */
import { lookup } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { buffer } from 'node:stream/consumers';
import { parentPort, workerData } from 'node:worker_threads';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

const { signal, port } = workerData;
const agents = { 'http:': new http.Agent({ keepAlive: true }), 'https:': new https.Agent({ keepAlive: true }) };
const MAX_REDIRECTS = 20;
/* A server of this machine that is silent for so long answers no more: the virtual clock is charged the whole timeout. */
const ROUTED_PATIENCE = 15_000;

port.on('message', async ({ requests, routes, realNetwork }) => {
  const answers = await Promise.all(requests.map((request) => answer(request, routes, realNetwork)));
  port.postMessage(answers);
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});
parentPort?.unref();

async function answer(request, routes, realNetwork) {
  const isRouted = routes[new URL(request.url).origin] !== undefined;
  const deadline = AbortSignal.timeout(isRouted ? Math.min(request.timeout, ROUTED_PATIENCE) : request.timeout);
  let { url, method, body, headers } = request;
  try {
    for (let hop = 0; ; hop++) {
      const target = await targetOf(url, routes, realNetwork);
      if (target === null) return { failure: 'dns', url };
      const response = await send(target, url, { method, body, headers, deadline, check: request.checkCertificates });
      const location = response.location;
      if (!location || !request.followRedirects || hop === MAX_REDIRECTS) return response;
      url = new URL(location, url).href;
      if (response.status !== 307 && response.status !== 308 && method !== 'GET') {
        method = 'GET';
        body = undefined;
        headers = headers.filter(([name]) => name.toLowerCase() !== 'content-type');
      }
    }
  } catch (error) {
    return { failure: deadline.aborted ? 'timeout' : 'unavailable', url, detail: String(error?.message ?? error) };
  }
}

/* Where the request really goes; null when the name does not resolve. */
async function targetOf(url, routes, realNetwork) {
  const { origin, hostname, pathname, search } = new URL(url);
  const base = routes[origin];
  if (base !== undefined) return new URL(base.replace(/\/$/, '') + pathname + search);
  if (!realNetwork || isPrivate(hostname)) return null;
  return lookup(hostname).then(
    () => new URL(url),
    () => null,
  );
}

/* Google's servers reach neither this machine nor its network. */
function isPrivate(hostname) {
  return /^(localhost|127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|\[)/.test(hostname);
}

function send(target, url, { method, body, headers, deadline, check }) {
  const { request } = target.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const outgoing = request(
      target,
      {
        method,
        agent: agents[target.protocol],
        signal: deadline,
        headers: { ...Object.fromEntries(headers), Host: new URL(url).host },
        rejectUnauthorized: check,
      },
      (incoming) => {
        buffer(incoming).then((bytes) => resolve(toAnswer(incoming, bytes)), reject);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function toAnswer(incoming, bytes) {
  const headers = [];
  for (let i = 0; i < incoming.rawHeaders.length; i += 2)
    headers.push([incoming.rawHeaders[i], incoming.rawHeaders[i + 1]]);
  const redirects = incoming.statusCode >= 300 && incoming.statusCode < 400;
  return {
    status: incoming.statusCode,
    headers,
    body: decode(bytes, incoming.headers['content-encoding']),
    location: redirects ? incoming.headers.location : undefined,
  };
}

function decode(bytes, encoding) {
  if (bytes.length === 0) return bytes;
  if (encoding === 'gzip') return gunzipSync(bytes);
  if (encoding === 'deflate') return inflateSync(bytes);
  return encoding === 'br' ? brotliDecompressSync(bytes) : bytes;
}
