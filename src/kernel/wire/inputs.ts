import type { Headers } from "./headers.js";
import type { Header, Message, Outgoing } from "./message.js";

interface OpenInput {
  readonly request: Message;
  readonly header: Header;
  readonly content: { readonly prompt: string; readonly password: boolean };
  readonly resolve: (answer: string) => void;
  readonly reject: (error: Error) => void;
}

/** What cells ask the reader, one thing at a time. */
export class Inputs {
  readonly #headers: Headers;
  readonly #send: (message: Outgoing, header: Header) => void;
  readonly #log: (line: string) => void;
  #open: OpenInput[] = [];

  /** `send` sends on the stdin channel. */
  constructor(
    headers: Headers,
    send: (message: Outgoing, header: Header) => void,
    log: (line: string) => void,
  ) {
    this.#headers = headers;
    this.#send = send;
    this.#log = log;
  }

  /** Asks whoever sent `request`. @throws {Error} if that front end takes no input, or it is withdrawn */
  ask(request: Message, prompt: string, password: boolean): Promise<string> {
    if (request.content.allow_stdin !== true) {
      return Promise.reject(
        new Error(
          "Cannot ask for input: whoever runs this cell takes no input (allow_stdin is false). Write the value into the cell.",
        ),
      );
    }
    return new Promise((resolve, reject) => {
      const header = this.#headers.header("input_request");
      this.#open.push({ request, header, content: { prompt, password }, resolve, reject });
      if (this.#open.length === 1) this.#askNext();
    });
  }

  /** Takes an `input_reply`. */
  receive({ parent, content }: Message): void {
    const input = this.#open[0];
    // jupyter_client sends no parent; a reply to one that was withdrawn must not answer the next one.
    const asked = parent.msg_id;
    const ours = asked === undefined || asked === input?.header.msg_id;
    if (input === undefined || !(ours || asked === input.request.header.msg_id)) {
      this.#log("Ignored an input_reply: no question is open that it answers.");
      return;
    }
    this.#open.shift();
    if (typeof content.value === "string") input.resolve(content.value);
    else input.reject(new Error("Cannot ask for input: the front end answered without a value."));
    this.#askNext();
  }

  /** Withdraws what one request asks, or all. */
  withdraw(reason: string, request?: Message): void {
    const gone = this.#open.filter((input) => request === undefined || input.request === request);
    const first = this.#open[0];
    this.#open = this.#open.filter((input) => !gone.includes(input));
    for (const { reject } of gone) reject(new Error(`Cannot wait for input: ${reason}.`));
    if (this.#open[0] !== first) this.#askNext();
  }

  #askNext(): void {
    const input = this.#open[0];
    if (input === undefined) return;
    const { request, content, header } = input;
    const { identities, header: parent } = request;
    this.#send({ type: "input_request", content, parent, identities }, header);
  }
}
