import { randomUUID } from "node:crypto";
import { type Browser, chromium, type Page } from "playwright-core";
import type { Asking, Heard } from "../../kernel/wireClient.js";
import { builtKernel, type Host, hostOf } from "./host.js";
import { TestKernel } from "./testKernel.js";

let browser: Promise<Browser> | undefined;

/** One browser for all tests of a file. */
export function theBrowser(): Promise<Browser> {
  browser ??= chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  return browser;
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
}

/** A kernel in a page of a headless Chromium. */
export class KernelInPage extends TestKernel {
  readonly heard: TestKernel["heard"] = { shell: [], control: [], stdin: [], iopub: [] };
  readonly page: Page;
  /** What the page's kernel logged. */
  readonly log: string[] = [];
  readonly #host: Host;

  private constructor(page: Page, host: Host) {
    super();
    this.page = page;
    this.#host = host;
  }

  /** `isolated`: with the headers that let a page share memory with its workers. */
  static async start({ isolated = false }: { isolated?: boolean } = {}): Promise<KernelInPage> {
    const host = await hostOf(await builtKernel(), isolated);
    const page = await (await theBrowser()).newPage();
    const kernel = new KernelInPage(page, host);
    await page.exposeFunction("heard", (message: Wire) => kernel.#take(message));
    await page.exposeFunction("logged", (line: string) => kernel.log.push(line));
    page.on("pageerror", (error) => kernel.log.push(String(error)));
    await page.goto(host.address);
    await page.waitForFunction("window.kernel !== undefined");
    return kernel;
  }

  #take({ channel, header, parent_header: parent, metadata, content, buffers }: Wire): void {
    const heard = {
      type: header.msg_type,
      header,
      parent,
      metadata,
      content,
      buffers: buffers.map(Buffer.from),
    };
    this.heard[channel].push(heard as unknown as Heard);
  }

  async send(
    channel: Asking,
    type: string,
    content: object = {},
    parent: object = {},
    buffers: Buffer[] = [],
  ) {
    const msg_id = randomUUID();
    const date = new Date().toISOString();
    const header = { msg_id, msg_type: type, session: "test", username: "reader", date, version: "5.5" };
    const message = { channel, header, parent_header: parent, metadata: {}, content };
    await this.page.evaluate(
      ([message, buffers]) =>
        (globalThis as unknown as PageGlobals).kernel.receive({
          ...message,
          buffers: buffers.map((bytes) => new Uint8Array(bytes)),
        }),
      [message, buffers.map((bytes) => [...bytes])] as const,
    );
    return msg_id;
  }

  /** What a front end does for a restart. */
  async restart(): Promise<void> {
    await this.page.evaluate(() => {
      const globals = globalThis as unknown as PageGlobals;
      globals.kernel.dispose();
      globals.kernel = globals.newKernel();
    });
  }

  async close(): Promise<void> {
    await this.page.close();
    this.#host.close();
  }
}

/** A message as it comes out of the page. */
interface Wire {
  readonly channel: Asking | "iopub";
  readonly header: { readonly msg_id: string; readonly msg_type: string };
  readonly parent_header: object;
  readonly metadata: object;
  readonly content: object;
  readonly buffers: readonly number[][];
}

interface PageGlobals {
  kernel: { receive(message: object): void; dispose(): void };
  newKernel(): PageGlobals["kernel"];
}
