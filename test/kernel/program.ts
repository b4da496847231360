// The real program `dist/kernel/main.js`, started as Jupyter starts it, with a client that listens.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Served } from "../../src/kernel/wire/serve.js";
import { Client, type Heard } from "./wireClient.js";

const program = fileURLToPath(new URL("../../dist/kernel/main.js", import.meta.url));
/** In milliseconds. Loaded machines are slow; a test that waits this long has failed. */
const patience = 150_000;

/** What came of a cell. */
export interface Ran {
  readonly id: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into contents of every kind
  readonly reply: any;
  readonly published: readonly Heard[];
  readonly stdout: string;
  readonly stderr: string;
  /** The text of the `execute_result`, if there is one. */
  readonly result: string | undefined;
}

export class Program {
  /** Where the notebook lies. */
  readonly folder: string;
  readonly client: Client;
  readonly process: ChildProcess;
  readonly ended: Promise<{ code: number | null; signal: string | null }>;
  /** What the program said on its stderr. */
  log = "";
  readonly #whole: string;

  private constructor(
    whole: string,
    inside: string,
    connection: Served["connection"],
    ports: Record<string, number>,
    more: NodeJS.ProcessEnv,
    args: readonly string[],
    node: string,
  ) {
    this.#whole = whole;
    const folder = join(whole, inside);
    mkdirSync(folder, { recursive: true });
    this.folder = folder;
    const file = join(folder, "connection.json");
    const named = Object.fromEntries(Object.entries(ports).map(([name, port]) => [`${name}_port`, port]));
    const rest = {
      transport: "tcp",
      ip: "127.0.0.1",
      key: connection.key,
      signature_scheme: "hmac-sha256",
      kernel_name: "tslab",
    };
    writeFileSync(file, JSON.stringify({ ...named, ...rest }));
    // The tests' own way of loading TypeScript is nothing that a kernel should have.
    const { NODE_OPTIONS: _, ...env } = process.env;
    this.process = spawn(node, [program, file, ...args], {
      cwd: folder,
      env: { ...env, ...more },
      stdio: ["ignore", "ignore", "pipe"],
    });
    this.process.stderr?.on("data", (data) => {
      this.log += data;
    });
    this.ended = new Promise((resolve) => {
      this.process.on("exit", (code, signal) => resolve({ code, signal }));
    });
    this.client = new Client({ connection });
  }

  /** A kernel in a new folder, or in one `inside` that, ready for cells; `env` is added to the variables it gets. */
  static async start(
    inside = ".",
    env: NodeJS.ProcessEnv = {},
    args: readonly string[] = [],
    node = process.execPath,
  ): Promise<Program> {
    const whole = realpathSync(mkdtempSync(join(tmpdir(), "convlab-kernel-")));
    const [shell = 0, control = 0, iopub = 0, stdin = 0, hb = 0] = await freePorts(5);
    const ports = { shell, control, iopub, stdin, hb };
    const connection = { transport: "tcp", ip: "127.0.0.1", ports, key: "a key for tests", digest: "sha256" };
    const started = new Program(whole, inside, connection as Served["connection"], ports, env, args, node);
    await started.wait("iopub", ({ type }) => type === "iopub_welcome", "welcome");
    return started;
  }

  wait(channel: "shell" | "control" | "stdin" | "iopub", fits: (message: Heard) => boolean, what: string) {
    return this.client.wait(channel, fits, () => `${what} (log: ${this.log.slice(-500)})`, patience);
  }

  /** Waits for an output of a request whose stream text, or type, contains `text`. */
  heard(id: string, text: string): Promise<Heard> {
    const fits = ({ parent, type, content }: Heard): boolean =>
      parent.msg_id === id && (type === text || String(content.text ?? "").includes(text));
    return this.wait("iopub", fits, `output ${text}`);
  }

  /** Runs a cell to its end. */
  async run(code: string, more: object = {}): Promise<Ran> {
    return this.outcome(await this.client.execute(code, more));
  }

  /** What comes, or came, of a cell that was sent. */
  async outcome(id: string): Promise<Ran> {
    const reply = await this.wait("shell", ({ parent }) => parent.msg_id === id, `reply to ${id}`);
    const idle = ({ parent, content }: Heard): boolean =>
      parent.msg_id === id && content.execution_state === "idle";
    await this.wait("iopub", idle, `idle after ${id}`);
    const published = this.client.heard.iopub.filter(({ parent }) => parent.msg_id === id);
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
    const id = await this.client.send(channel, type, content);
    return (await this.wait(channel, ({ parent }) => parent.msg_id === id, `reply to ${type}`)).content;
  }

  interrupt() {
    return this.ask("interrupt_request", {}, "control");
  }

  /** Writes a file beside the notebook. */
  write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  async close(): Promise<void> {
    this.client.close();
    if (this.process.exitCode === null && this.process.signalCode === null) this.process.kill("SIGTERM");
    const late = setTimeout(() => this.process.kill("SIGKILL"), 10_000);
    await this.ended;
    clearTimeout(late);
    rmSync(this.#whole, { recursive: true, force: true });
  }
}

/** The error of a cell without its colours. */
export function errorText({ reply }: Ran): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are such characters
  return (reply.traceback ?? []).join("\n").replace(/\u001b\[\d+m/g, "");
}

let tried = 0;

/**
 * Free now, and likely until the program binds them: below the ports that systems give out by themselves, and each test
 * process in a stretch of its own.
 */
async function freePorts(count: number): Promise<number[]> {
  const found: number[] = [];
  while (found.length < count) {
    const port = 10_000 + ((process.pid * 100 + tried++) % 22_000);
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once("error", () => resolve(false));
      server.listen(port, "127.0.0.1", () => resolve(true));
    });
    if (free) found.push(port);
    await new Promise((resolve) => server.close(resolve));
  }
  return found;
}
