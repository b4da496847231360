/** A part is as many bytes as a call takes arguments; in threes, so that no part needs filling up. */
const part = 3 * 8192;

/** Bytes in the letters of base64. */
export function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += part)
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + part)));
  return text;
}
