import type { Duplex } from "node:stream";
import { deserialize, serialize } from "node:v8";

/** Bytes before each message: its length. */
const head = 4;

/** A message as it goes through a line. @throws {Error} if the message holds what cannot be copied: a function */
export function packed(message: object): Buffer {
  const body = serialize(message);
  const whole = Buffer.allocUnsafe(head + body.length);
  whole.writeUInt32LE(body.length);
  body.copy(whole, head);
  return whole;
}

/** Hands on the messages that come in by a stream, in order. */
export function listenTo<Message>(stream: Duplex, take: (message: Message) => void): void {
  let waiting: Buffer[] = [];
  let length = 0;
  /** How many bytes the next message needs, with what stands before it. */
  let needed = head;
  stream.on("data", (bytes: Buffer) => {
    waiting.push(bytes);
    length += bytes.length;
    // Large messages come in many pieces: they are put together once.
    if (length < needed) return;
    let rest = waiting.length === 1 ? bytes : Buffer.concat(waiting);
    const messages: Message[] = [];
    for (;;) {
      needed = rest.length < head ? head : head + rest.readUInt32LE();
      if (rest.length < needed) break;
      messages.push(deserialize(rest.subarray(head, needed)) as Message);
      rest = rest.subarray(needed);
    }
    waiting = rest.length === 0 ? [] : [rest];
    length = rest.length;
    for (const message of messages) take(message);
  });
}
