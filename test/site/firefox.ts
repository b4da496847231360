import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, sleep } from "../browser/lab.js";

/** The Firefox to use: $FIREFOX, or the system's; undefined where there is none. */
export function firefoxPath(): string | undefined {
  const places = [process.env.FIREFOX, "/usr/bin/firefox-esr", "/usr/bin/firefox"];
  return places.find((place) => place && existsSync(place));
}

/** A Firefox without a window, driven by Marionette, the way that every Firefox listens to. */
export class Firefox {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #socket: Socket;
  #text = Buffer.alloc(0);
  #last = 0;
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();

  private constructor(child: ChildProcess, profile: string, socket: Socket) {
    this.#process = child;
    this.#profile = profile;
    this.#socket = socket;
    socket.on("data", (bytes) => this.#receive(bytes));
    socket.on("error", () => {});
  }

  static async start(path: string): Promise<Firefox> {
    const port = await freePort();
    const profile = mkdtempSync(join(tmpdir(), "convlab-firefox-"));
    writeFileSync(
      join(profile, "user.js"),
      `user_pref("marionette.port", ${port});\nuser_pref("dom.disable_beforeunload", true);\n`,
    );
    const child = spawn(path, ["--headless", "--marionette", "--no-remote", "--profile", profile], {
      stdio: "ignore",
      env: { ...process.env, HOME: profile, MOZ_DISABLE_CONTENT_SANDBOX: "1" },
    });
    const firefox = new Firefox(child, profile, await reached(port));
    await firefox.say("WebDriver:NewSession", {});
    await firefox.say("WebDriver:SetTimeouts", { script: 240_000, pageLoad: 120_000 });
    return firefox;
  }

  async open(address: string): Promise<void> {
    await this.say("WebDriver:Navigate", { url: address });
  }

  /** What the body of a function gives in the page. */
  async evaluate(body: string): Promise<unknown> {
    const { value } = (await this.say("WebDriver:ExecuteScript", { script: body, args: [] })) as {
      value: unknown;
    };
    return value;
  }

  /** Waits until the body of a function gives something true in the page. */
  async until(body: string, milliseconds: number): Promise<unknown> {
    for (const end = Date.now() + milliseconds; Date.now() < end; await sleep(250)) {
      const value = await this.evaluate(body);
      if (value) return value;
    }
    throw new Error(`Cannot go on in Firefox: it is not so after ${milliseconds / 1000} s: ${body}`);
  }

  async close(): Promise<void> {
    const ended = once(this.#process, "exit");
    this.#socket.destroy();
    this.#process.kill();
    await Promise.race([ended, sleep(5000)]);
    this.#process.kill("SIGKILL");
    await sleep(200);
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  say(command: string, parameters: object): Promise<unknown> {
    const id = ++this.#last;
    const text = JSON.stringify([0, id, command, parameters]);
    this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  /** Messages are `length:text`. */
  #receive(bytes: Buffer): void {
    this.#text = Buffer.concat([this.#text, bytes]);
    for (;;) {
      const colon = this.#text.indexOf(":");
      const length = Number(this.#text.subarray(0, colon).toString());
      if (colon < 0 || this.#text.length < colon + 1 + length) return;
      const message = JSON.parse(this.#text.subarray(colon + 1, colon + 1 + length).toString()) as unknown;
      this.#text = this.#text.subarray(colon + 1 + length);
      if (Array.isArray(message)) this.#answered(message);
    }
  }

  #answered([, id, error, result]: unknown[]): void {
    const waiting = this.#waiting.get(Number(id));
    this.#waiting.delete(Number(id));
    if (error) waiting?.reject(new Error(`Firefox: ${JSON.stringify(error).slice(0, 500)}`));
    else waiting?.resolve(result);
  }
}

async function reached(port: number): Promise<Socket> {
  for (let tries = 0; tries < 150; tries++) {
    const socket = connect(port, "127.0.0.1");
    const connected = await new Promise<boolean>((resolve) => {
      socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    });
    if (connected) return socket;
    await sleep(200);
  }
  throw new Error("Cannot reach Firefox: it does not listen.");
}
