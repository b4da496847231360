import type { Header, Message, Outgoing } from "../../dist/kernel/wire/message.js";

/** A message of Jupyter's protocol as it goes between a front end and a kernel in the same page. */
export interface JupyterMessage {
  readonly channel: "shell" | "control" | "iopub" | "stdin";
  readonly header: {
    readonly msg_id: string;
    readonly msg_type: string;
    readonly session: string;
    readonly username: string;
    /** ISO 8601. */
    readonly date: string;
    readonly version: string;
  };
  /** The header of the message this one answers; empty when there is none. */
  readonly parent_header: { readonly [name: string]: unknown };
  readonly metadata: { readonly [name: string]: unknown };
  readonly content: { readonly [name: string]: unknown };
  readonly buffers: readonly Uint8Array[];
}

/** A message of a front end, as the kernel takes it. */
export function incoming({
  header,
  parent_header,
  metadata,
  content,
  buffers = [],
}: JupyterMessage): Message {
  return {
    identities: [],
    header: header as Header,
    parent: parent_header ?? {},
    metadata: metadata ?? {},
    content: content ?? {},
    buffers: buffers.map(bytesOf),
  };
}

/** Bytes of any kind. */
function bytesOf(bytes: ArrayBufferView | ArrayBuffer): Uint8Array {
  if (bytes instanceof ArrayBuffer) return new Uint8Array(bytes);
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A message of the kernel, as front ends take it. @throws {TypeError} if the content does not fit into JSON */
export function outgoing(
  channel: JupyterMessage["channel"],
  message: Outgoing,
  header: Header,
): JupyterMessage {
  const { type, content, parent = {}, metadata = {}, buffers = [] } = message;
  try {
    return {
      channel,
      header,
      parent_header: parent,
      metadata: plain(metadata),
      content: plain(content),
      buffers,
    };
  } catch (cause) {
    const reason = (cause as Error).message;
    throw new TypeError(`Cannot send ${type}: its content does not fit into JSON (${reason}).`, { cause });
  }
}

/** As it would arrive over a wire. */
function plain(value: object): JupyterMessage["content"] {
  return JSON.parse(JSON.stringify(value)) as JupyterMessage["content"];
}
