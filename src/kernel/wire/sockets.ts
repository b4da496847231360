import { setTimeout as delay } from "node:timers/promises";
import { Router, XPublisher } from "zeromq";
import type { Codec } from "./codec.js";
import { type Channel, type Connection, endpointOf } from "./connection.js";
import type { Header, Message, Outgoing } from "./message.js";
import { SendQueue } from "./sendQueue.js";

/** The channels that requests and input come in by. */
export type RequestChannel = "shell" | "control" | "stdin";

/** Takes one verified message. What it throws is logged. */
type Receive = (channel: RequestChannel, message: Message) => void;

/** The open sockets of a kernel. */
interface Sockets {
  /** As asked for, with the ports that the system chose. */
  readonly connection: Connection;
  /** Begins to answer heartbeats, and to hand on what comes in and who subscribes to iopub. Call it once. */
  listen(receive: Receive, subscribed: () => void): void;
  /** Sends on one of the request channels, in order. @throws {TypeError} if the content does not fit into JSON */
  send(channel: RequestChannel, message: Outgoing, header?: Header): void;
  /** Sends to everybody who listens on iopub, in order. @throws {TypeError} if the content does not fit into JSON */
  publish(message: Outgoing): void;
  /** Sends everything that waits, then closes: after that the process may exit and loses nothing. Later messages are dropped. */
  close(): Promise<void>;
}

/** After close, zeromq still delivers for this long (milliseconds). */
const linger = 1000;

/** Binds the five sockets; `log` takes a sentence about something refused or failed. @throws {Error} if an address is taken */
export async function openSockets(
  connection: Connection,
  codec: Codec,
  log: (line: string) => void,
): Promise<Sockets> {
  const options = {
    // Without a limit: at a limit both kinds of socket drop messages in silence, the final idle too.
    sendHighWaterMark: 0,
    receiveHighWaterMark: 0,
    linger,
    // A peer that sends a larger frame is cut off before its bytes are kept.
    maxMessageSize: codec.limits.bytes,
  };
  const routers = {
    shell: new Router(options),
    control: new Router(options),
    stdin: new Router(options),
    hb: new Router({ ...options, linger: 0 }),
  };
  const iopub = new XPublisher(options);
  iopub.verbosity = "allSubs";
  const all = { ...routers, iopub };
  const ports = { ...connection.ports };
  try {
    for (const [channel, socket] of Object.entries(all) as [Channel, Router | XPublisher][]) {
      const endpoint = endpointOf(connection, channel);
      await socket.bind(endpoint).catch((cause: Error) => {
        throw new Error(`Cannot listen on ${endpoint} (${channel}): ${cause.message}.`, { cause });
      });
      if (ports[channel] === 0) ports[channel] = Number(socket.lastEndpoint?.split(":").at(-1));
    }
  } catch (error) {
    for (const socket of Object.values(all)) socket.close();
    throw error;
  }

  const queueOf = (channel: Channel): SendQueue =>
    new SendQueue(all[channel], (error) => log(`Cannot send on ${channel}: ${error.message}`));
  const queues = {
    shell: queueOf("shell"),
    control: queueOf("control"),
    stdin: queueOf("stdin"),
    hb: queueOf("hb"),
    iopub: queueOf("iopub"),
  };
  const listening: Promise<void>[] = [];
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    const flushed = Promise.all(Object.values(queues).map((queue) => queue.flushed()));
    await Promise.race([flushed, delay(2000, undefined, { ref: false })]);
    await Promise.all(Object.values(all).map(closed));
    await Promise.all(listening);
  };
  return {
    connection: { ...connection, ports },
    listen(receive, subscribed) {
      for (const channel of ["shell", "control", "stdin"] as const) {
        const take = (frames: Buffer[]): void => {
          const message = codec.decode(frames);
          if ("fault" in message) log(`Refused a message on ${channel}: ${message.fault}.`);
          else receive(channel, message);
        };
        listening.push(listen(all[channel], take, log));
      }
      listening.push(listen(routers.hb, (frames) => queues.hb.push(frames), log));
      const welcome = ([frame]: Buffer[]): void => {
        // 1 and a topic: somebody subscribed. They learn that from now on they hear everything.
        if (frame?.[0] !== 1) return;
        const message = { type: "iopub_welcome", content: { subscription: frame.toString("utf8", 1) } };
        queues.iopub.push(codec.encode({ ...message, identities: [frame.subarray(1)] }));
        subscribed();
      };
      listening.push(listen(iopub, welcome, log));
    },
    send(channel, message, header) {
      if (closing === undefined) queues[channel].push(codec.encode(message, header));
    },
    publish(message) {
      if (closing !== undefined) return;
      const topic = Buffer.from(`kernel.${codec.id}.${message.type}`);
      queues.iopub.push(codec.encode({ ...message, identities: [topic] }));
    },
    close: () => (closing ??= close()),
  };
}

/** Closes a socket and resolves when it has delivered: a process that exits before that cuts off its last messages. */
async function closed(socket: Router | XPublisher): Promise<void> {
  const delivered = new Promise((resolve) => socket.events.on("end", resolve));
  socket.close();
  await Promise.race([delivered, delay(2 * linger, undefined, { ref: false })]);
}

/** Hands on what a socket receives until it is closed; nothing that goes wrong with one message ends it. */
async function listen(
  socket: Router | XPublisher,
  take: (frames: Buffer[]) => void,
  log: (line: string) => void,
): Promise<void> {
  while (!socket.closed) {
    let frames: Buffer[] | undefined;
    try {
      frames = (await socket.receive()) as Buffer[];
      take(frames);
    } catch (error) {
      if (socket.closed) return;
      log(`Cannot handle a message: ${(error as Error).message}`);
      // A socket that cannot receive must not become an endless loop.
      if (frames === undefined) await delay(100, undefined, { ref: false });
    }
  }
}
