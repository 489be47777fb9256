/** The SHA-256 digest of bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, toSigned(bytes)));
}

/** The HMAC-SHA256 of bytes under a key. */
export function hmacSha256(bytes: Uint8Array, key: Uint8Array): Uint8Array {
  return Uint8Array.from(Utilities.computeHmacSha256Signature(toSigned(bytes), toSigned(key)));
}

/** Bytes as Google's services take them, from -128 to 127; `Uint8Array` takes them back. */
function toSigned(bytes: Uint8Array): number[] {
  return Array.from(new Int8Array(bytes));
}
