import { Program } from "../../kernel/program.js";
import type { Asking } from "../../kernel/wireClient.js";
import { TestKernel } from "./testKernel.js";

/** The kernel of Node, by its program and its sockets. */
export class KernelInNode extends TestKernel {
  readonly #program: Program;
  readonly heard: TestKernel["heard"];

  private constructor(program: Program) {
    super();
    this.#program = program;
    this.heard = program.client.heard;
  }

  static async start(): Promise<KernelInNode> {
    return new KernelInNode(await Program.start());
  }

  async send(
    channel: Asking,
    type: string,
    content: object = {},
    parent: object = {},
    buffers: Buffer[] = [],
  ) {
    const { client } = this.#program;
    const header = client.header(type);
    await client.sendParts(channel, [header, JSON.stringify(parent), "{}", JSON.stringify(content)], buffers);
    return JSON.parse(header).msg_id as string;
  }

  close(): Promise<void> {
    return this.#program.close();
  }
}
