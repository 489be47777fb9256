/**
 * `count` unpredictable bytes, 32 at most. Apps Script has no random source but `Utilities.getUuid`, whose version 4
 * holds 122 random bits: the digest of eight of them fills any of the bytes.
 */
export function randomBytes(count: number): Uint8Array {
  const uuids = Array.from({ length: 8 }, () => Utilities.getUuid()).join();
  const digest = Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, uuids);
  return Uint8Array.from(digest.slice(0, count));
}
