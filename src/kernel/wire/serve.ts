import type { Attachments, StreamName } from "../protocol.js";
import { Codec, type CodecOptions } from "./codec.js";
import type { Connection } from "./connection.js";
import { Dispatcher } from "./dispatcher.js";
import type { Handlers } from "./handlers.js";
import type { Header } from "./message.js";
import { Output, type OutputOptions } from "./output.js";
import { openSockets } from "./sockets.js";

export interface ServeOptions extends CodecOptions, OutputOptions {
  /** Takes a sentence about each message refused or ignored. @default {standard error} */
  readonly log?: (line: string) => void;
}

/** A kernel that answers. */
export interface Served {
  /** With the ports that the system chose. */
  readonly connection: Connection;
  /** Resolves when a client asked the kernel to end; close it then. */
  readonly finished: Promise<{ readonly restart: boolean }>;
  /** Adds text to a stream of a request, or of none. */
  write(name: StreamName, text: string, parent?: Header): void;
  /** Sends any other message on iopub. @throws {TypeError} if the content does not fit into JSON */
  publish(type: string, content: object, parent?: Header, options?: Attachments): void;
  /** Ends what waits for the reader, for an interrupt by signal. */
  withdrawInputs(reason: string): void;
  /** Sends what waits and closes the sockets; timers are not waited for. */
  close(): Promise<void>;
}

/**
 * Binds the sockets of a connection and answers what comes in by the handlers.
 * @throws {Error} if an address cannot be bound
 * @example
 * const kernel = await serve(readConnection(path), handlers);
 * await kernel.finished;
 * await kernel.close();
 */
export async function serve(
  connection: Connection,
  handlers: Handlers,
  options: ServeOptions = {},
): Promise<Served> {
  const { log = (line: string) => process.stderr.write(`${line}\n`) } = options;
  const codec = new Codec(connection, options);
  const sockets = await openSockets(connection, codec, log);
  let silent = true;
  const output = new Output((message) => {
    silent = false;
    sockets.publish(message);
  }, options);
  const dispatcher = new Dispatcher(handlers, codec, sockets.send, output, log);
  const subscribed = (): void => {
    // What is published before anybody listens is lost, so the first listener hears it; not when busy and idle went first.
    if (silent) output.publish({ type: "status", content: { execution_state: "starting" } });
  };
  sockets.listen((channel, message) => dispatcher.received(channel, message), subscribed);
  return {
    connection: sockets.connection,
    finished: dispatcher.finished,
    write: (name, text, parent) => output.write(name, text, parent),
    publish: (type, content, parent, more) => output.publish({ type, content, parent, ...more }),
    withdrawInputs: (reason) => dispatcher.inputs.withdraw(reason),
    async close() {
      output.flush();
      await sockets.close();
    },
  };
}
