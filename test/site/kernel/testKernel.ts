// One way to speak with a kernel, whether it runs in Node or in a page.
import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import type { Ran } from "../../kernel/program.js";
import type { Asking, Heard } from "../../kernel/wireClient.js";

/** In milliseconds. Loaded machines are slow; a test that waits this long has failed. */
const patience = 60_000;

export abstract class TestKernel {
  abstract readonly heard: Record<Asking | "iopub", Heard[]>;
  /** Sends a message and gives its id. */
  abstract send(
    channel: Asking,
    type: string,
    content?: object,
    parent?: object,
    buffers?: Buffer[],
  ): Promise<string>;
  abstract close(): Promise<void>;

  execute(code: string, more: object = {}): Promise<string> {
    return this.send("shell", "execute_request", { code, ...more });
  }

  /** The first message on a channel that fits, waiting for it. */
  async wait(channel: Asking | "iopub", fits: (message: Heard) => boolean, what: string): Promise<Heard> {
    const end = performance.now() + patience;
    while (performance.now() < end) {
      const found = this.heard[channel].find(fits);
      if (found) return found;
      await delay(3);
    }
    throw new Error(`no ${what} on ${channel} in ${patience} ms`);
  }

  /** Waits for an output of a request whose stream text, or type, contains `text`. */
  said(id: string, text: string): Promise<Heard> {
    const fits = ({ parent, type, content }: Heard): boolean =>
      parent.msg_id === id && (type === text || String(content.text ?? "").includes(text));
    return this.wait("iopub", fits, `output ${text}`);
  }

  async run(code: string, more: object = {}): Promise<Ran> {
    return this.outcome(await this.execute(code, more));
  }

  /** What comes, or came, of a cell that was sent. */
  async outcome(id: string): Promise<Ran> {
    const reply = await this.wait("shell", ({ parent }) => parent.msg_id === id, `reply to ${id}`);
    const idle = ({ parent, content }: Heard): boolean =>
      parent.msg_id === id && content.execution_state === "idle";
    await this.wait("iopub", idle, `idle after ${id}`);
    const published = this.heard.iopub.filter(({ parent }) => parent.msg_id === id);
    const text = (name: string): string =>
      published
        .map(({ type, content }) => (type === "stream" && content.name === name ? content.text : ""))
        .join("");
    const result = published.find(({ type }) => type === "execute_result")?.content.data["text/plain"];
    return { id, reply: reply.content, published, stdout: text("stdout"), stderr: text("stderr"), result };
  }

  /** The content of the reply to any other request. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into contents of every kind
  async ask(type: string, content: object = {}, channel: "shell" | "control" = "shell"): Promise<any> {
    const id = await this.send(channel, type, content);
    return (await this.wait(channel, ({ parent }) => parent.msg_id === id, `reply to ${type}`)).content;
  }

  interrupt() {
    return this.ask("interrupt_request", {}, "control");
  }

  /** The result of a cell that ends well. */
  async gives(code: string, result: string | undefined): Promise<void> {
    const ran = await this.run(code);
    assert.equal(ran.reply.status, "ok", `${code}: ${errorText(ran)}`);
    assert.equal(ran.result, result, code);
  }

  /** The error of a cell, without colours. */
  async fails(code: string): Promise<string> {
    const ran = await this.run(code);
    assert.equal(ran.reply.status, "error", code);
    return errorText(ran);
  }

  /** Starts a cell that prints `go` once it is under way, and interrupts it. */
  async stopped(code: string): Promise<Ran & { took: number }> {
    const id = await this.execute(code);
    await this.said(id, "go");
    await delay(150);
    const began = performance.now();
    await this.interrupt();
    const ran = await this.outcome(id);
    assert.equal(ran.reply.status, "error", code);
    return { ...ran, took: performance.now() - began };
  }
}

/** The error of a cell without its colours. */
export function errorText({ reply }: Ran): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are such characters
  return (reply.traceback ?? []).join("\n").replace(/\u001b\[\d+m/g, "");
}
