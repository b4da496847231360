/** A JSON object as it arrives: anything may be in it. */
export type JsonObject = { readonly [key: string]: unknown };

/** Who sent a message, when, and what it is. */
export interface Header extends JsonObject {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly session: string;
  readonly username: string;
  /** ISO 8601. */
  readonly date: string;
  readonly version: string;
  /** The subshell that a message on the shell channel is for; none means the main shell. */
  readonly subshell_id?: unknown;
}

/** A message that was received, its signature verified. */
export interface Message {
  /** The routing frames before the delimiter: where a reply goes. */
  readonly identities: readonly Uint8Array[];
  readonly header: Header;
  /** The header of the message this one answers; empty when there is none. */
  readonly parent: JsonObject;
  readonly metadata: JsonObject;
  readonly content: JsonObject;
  /** Binary frames after the content. */
  readonly buffers: readonly Uint8Array[];
}

/** A message to be sent; header and signature are added on the way. */
export interface Outgoing {
  readonly type: string;
  readonly content: object;
  /** The header of the request that caused it. */
  readonly parent?: Header | undefined;
  readonly metadata?: object | undefined;
  readonly buffers?: readonly Uint8Array[] | undefined;
  readonly identities?: readonly Uint8Array[] | undefined;
}

/** What stands between the routing frames and the message. */
export const delimiter = Buffer.from("<IDS|MSG>");

/** What a receiver takes; whatever is larger is refused. */
export interface Limits {
  /** All frames of a message together, in bytes. */
  readonly bytes: number;
  /** Header and parent header, each in bytes. */
  readonly header: number;
  /** Frames of a message. */
  readonly frames: number;
}

export const defaultLimits: Limits = { bytes: 256 * 2 ** 20, header: 64 * 1024, frames: 4096 };

/** The parts of a message as they stand on the wire, not yet trusted. */
interface Parts {
  readonly identities: readonly Uint8Array[];
  readonly signature: Uint8Array;
  /** Header, parent header, metadata, content. */
  readonly json: readonly [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  readonly buffers: readonly Uint8Array[];
}

/** Why a message was refused, as a sentence. */
export interface Fault {
  readonly fault: string;
}

/** Takes the frames of a message apart; reads none of them. */
export function partsOf(frames: readonly Uint8Array[], limits: Limits = defaultLimits): Parts | Fault {
  if (frames.length > limits.frames)
    return { fault: `it has ${frames.length} frames, over ${limits.frames}` };
  const bytes = frames.reduce((sum, frame) => sum + frame.byteLength, 0);
  if (bytes > limits.bytes) return { fault: `it has ${bytes} bytes, over ${limits.bytes}` };
  const at = frames.findIndex((frame) => delimiter.equals(frame));
  if (at === -1) return { fault: "it has no <IDS|MSG> delimiter" };
  const [signature, header, parent, metadata, content, ...buffers] = frames.slice(at + 1);
  if (!signature || !header || !parent || !metadata || !content) {
    return { fault: `it has ${frames.length - at - 1} frames after the delimiter, fewer than 5` };
  }
  for (const frame of [header, parent]) {
    if (frame.byteLength > limits.header) {
      return { fault: `a header has ${frame.byteLength} bytes, over ${limits.header}` };
    }
  }
  return { identities: frames.slice(0, at), signature, json: [header, parent, metadata, content], buffers };
}

const utf8 = new TextDecoder("utf-8", { fatal: true });
const names = ["header", "parent header", "metadata", "content"] as const;

/** Reads the four JSON frames; call it only when the signature is right. */
export function readParts({ identities, json, buffers }: Parts): Message | Fault {
  const objects: JsonObject[] = [];
  for (const [index, frame] of json.entries()) {
    const name = names[index];
    let value: unknown;
    try {
      value = JSON.parse(utf8.decode(frame));
    } catch (error) {
      return { fault: `its ${name} is not JSON (${(error as Error).message.slice(0, 120)})` };
    }
    // Some clients write null where there is no parent.
    if (value === null && index > 0) value = {};
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return { fault: `its ${name} is not an object` };
    }
    objects.push(value as JsonObject);
  }
  const [header = {}, parent = {}, metadata = {}, content = {}] = objects;
  for (const name of ["msg_id", "msg_type"]) {
    const value = header[name];
    if (typeof value !== "string" || value === "") return { fault: `its header has no ${name}` };
  }
  try {
    JSON.stringify(header);
  } catch {
    return { fault: "its header is nested too deeply to be sent back" };
  }
  return { identities, header: header as Header, parent, metadata, content, buffers };
}

/**
 * JSON in UTF-8 that every client can read: halves of surrogate pairs, which Python can neither print nor save, become
 * U+FFFD. @throws {TypeError} if it holds what JSON cannot (a BigInt, a cycle)
 */
export function jsonFrame(value: object): Buffer {
  const text = JSON.stringify(value);
  // JSON.stringify writes lone surrogates, and only them, as \udXXX; the backslashes before it come in pairs.
  if (!text.includes("\\ud")) return Buffer.from(text);
  return Buffer.from(text.replace(/\\(?:ud[89a-f][0-9a-f]{2}|.)/gs, loneToReplacement));
}

function loneToReplacement(escaped: string): string {
  return escaped.length === 6 ? "\ufffd" : escaped;
}
