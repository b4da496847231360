import { createHmac, randomUUID } from "node:crypto";
import type { TestContext } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { Dealer, Request, Subscriber } from "zeromq";
import type { Handlers } from "../../src/kernel/wire/handlers.js";
import { type Served, type ServeOptions, serve } from "../../src/kernel/wire/serve.js";

/** What the tests read of a message. */
export interface Heard {
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into contents of every kind
  readonly content: any;
  readonly header: { readonly msg_id: string; readonly [name: string]: unknown };
  readonly parent: { readonly msg_id?: string };
  readonly metadata: { readonly [name: string]: unknown };
  readonly buffers: readonly Buffer[];
}

export type Asking = "shell" | "control" | "stdin";

/** A client of its own: signing and framing are written from the specification, not taken from src. */
export class Client {
  readonly session = randomUUID();
  readonly heard: Record<Asking | "iopub", Heard[]> = { shell: [], control: [], stdin: [], iopub: [] };
  readonly heartbeat = new Request({ linger: 0 });
  readonly #key: string;
  readonly #sockets: Record<Asking, Dealer>;
  readonly #iopub = new Subscriber({ linger: 0, receiveHighWaterMark: 0 });

  constructor(
    { connection: { ports, key } }: Pick<Served, "connection">,
    at = (port: number) => `tcp://127.0.0.1:${port}`,
  ) {
    this.#key = key;
    const dealer = (): Dealer => new Dealer({ routingId: this.session, linger: 0, sendHighWaterMark: 0 });
    this.#sockets = { shell: dealer(), control: dealer(), stdin: dealer() };
    for (const channel of ["shell", "control", "stdin"] as const) {
      this.#sockets[channel].connect(at(ports[channel]));
      void this.#hear(channel, this.#sockets[channel]);
    }
    this.#iopub.connect(at(ports.iopub));
    this.#iopub.subscribe("");
    void this.#hear("iopub", this.#iopub);
    this.heartbeat.connect(at(ports.hb));
  }

  sign(parts: readonly (string | Buffer)[], key = this.#key): string {
    const hmac = createHmac("sha256", key);
    for (const part of parts) hmac.update(part);
    return hmac.digest("hex");
  }

  /** Signs these four parts, whatever they hold, and sends them. */
  async sendParts(
    channel: Asking,
    parts: readonly (string | Buffer)[],
    buffers: Buffer[] = [],
  ): Promise<void> {
    await this.#sockets[channel].send(["<IDS|MSG>", this.sign(parts), ...parts, ...buffers]);
  }

  async sendFrames(channel: Asking, frames: (string | Buffer)[]): Promise<void> {
    await this.#sockets[channel].send(frames);
  }

  header(type: string, id: string = randomUUID(), more: object = {}): string {
    const date = new Date().toISOString();
    return JSON.stringify({
      msg_id: id,
      msg_type: type,
      session: this.session,
      username: "reader",
      date,
      version: "5.5",
      ...more,
    });
  }

  /** Sends a message and gives its id. */
  async send(channel: Asking, type: string, content: object = {}, parent: object = {}): Promise<string> {
    const id = randomUUID();
    await this.sendParts(channel, [
      this.header(type, id),
      JSON.stringify(parent),
      "{}",
      JSON.stringify(content),
    ]);
    return id;
  }

  /** Sends a message for a subshell and gives its id. */
  async sendTo(shell: string, type: string, content: object = {}): Promise<string> {
    const id = randomUUID();
    const header = this.header(type, id, { subshell_id: shell });
    await this.sendParts("shell", [header, "{}", "{}", JSON.stringify(content)]);
    return id;
  }

  execute(code: string, more: object = {}): Promise<string> {
    return this.send("shell", "execute_request", { code, ...more });
  }

  /** The first message on a channel that fits, waiting for it. */
  async wait(
    channel: Asking | "iopub",
    fits: (message: Heard) => boolean,
    what: string | (() => string),
    patience = 10_000,
  ): Promise<Heard> {
    const end = performance.now() + patience;
    while (performance.now() < end) {
      const found = this.heard[channel].find(fits);
      if (found) return found;
      await delay(2);
    }
    throw new Error(`no ${typeof what === "string" ? what : what()} on ${channel} in ${patience} ms`);
  }

  reply(id: string, channel: Asking = "shell"): Promise<Heard> {
    return this.wait(channel, ({ parent }) => parent.msg_id === id, `reply to ${id}`);
  }

  /** The reply and the messages on iopub up to idle, for one request. */
  async ask(
    channel: Asking,
    type: string,
    content: object = {},
  ): Promise<{ reply: Heard; published: Heard[] }> {
    const id = await this.send(channel, type, content);
    const reply = await this.reply(id, channel);
    return { reply, published: await this.published(id) };
  }

  async published(id: string): Promise<Heard[]> {
    const idle = ({ parent, content }: Heard): boolean =>
      parent.msg_id === id && content.execution_state === "idle";
    await this.wait("iopub", idle, `idle after ${id}`, 30_000);
    return this.heard.iopub.filter(({ parent }) => parent.msg_id === id);
  }

  close(): void {
    for (const socket of [...Object.values(this.#sockets), this.#iopub, this.heartbeat]) socket.close();
  }

  async #hear(channel: Asking | "iopub", socket: Dealer | Subscriber): Promise<void> {
    for await (const frames of socket as AsyncIterable<Buffer[]>) {
      const at = frames.findIndex((frame) => frame.toString("latin1") === "<IDS|MSG>");
      const [signature, header, parent, metadata, content, ...buffers] = frames.slice(at + 1) as [
        Buffer,
        Buffer,
        Buffer,
        Buffer,
        Buffer,
        ...Buffer[],
      ];
      const parts = [header, parent, metadata, content];
      if (signature.toString() !== this.sign(parts))
        throw new Error(`a message on ${channel} is signed wrongly`);
      const [head, ...rest] = parts.map((part) => JSON.parse(part.toString()));
      const [parentHead, meta, body] = rest;
      this.heard[channel].push({
        type: head.msg_type,
        header: head,
        parent: parentHead,
        metadata: meta,
        content: body,
        buffers,
      });
    }
  }
}

export const info = {
  implementation: "echo",
  implementation_version: "1.2.3",
  language_info: { name: "echo", version: "4.5.6", mimetype: "text/plain", file_extension: ".txt" },
  banner: "echo",
};

/** A kernel on free ports with one client that already listens; both are closed after the test. */
export async function running(
  t: TestContext,
  handlers: Partial<Handlers> = {},
  options: ServeOptions = {},
): Promise<{ kernel: Served; client: Client; log: string[] }> {
  const log: string[] = [];
  const ports = { shell: 0, control: 0, iopub: 0, stdin: 0, hb: 0 };
  const kernel = await serve(
    { transport: "tcp", ip: "127.0.0.1", ports, key: "a key for tests", digest: "sha256" },
    { kernelInfo: () => info, execute: () => ({ status: "ok" }), ...handlers },
    { log: (line) => log.push(line), ...options },
  );
  const client = new Client(kernel);
  t.after(async () => {
    client.close();
    await kernel.close();
  });
  await client.wait("iopub", ({ type }) => type === "iopub_welcome", "welcome");
  return { kernel, client, log };
}

/** A promise and the way to settle it. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
