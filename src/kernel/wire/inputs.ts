import type { Header, Message, Outgoing } from "./message.js";
import type { Session } from "./session.js";

interface Question {
  readonly request: Message;
  readonly header: Header;
  readonly content: { readonly prompt: string; readonly password: boolean };
  readonly resolve: (answer: string) => void;
  readonly reject: (error: Error) => void;
}

/** The questions that cells ask the reader, one at a time. */
export class Inputs {
  readonly #session: Session;
  readonly #send: (message: Outgoing, header: Header) => void;
  readonly #log: (line: string) => void;
  #questions: Question[] = [];

  /** `send` sends on the stdin channel. */
  constructor(
    session: Session,
    send: (message: Outgoing, header: Header) => void,
    log: (line: string) => void,
  ) {
    this.#session = session;
    this.#send = send;
    this.#log = log;
  }

  /** Asks whoever sent `request`. @throws Error when that front end takes no input, or the question is withdrawn */
  ask(request: Message, prompt: string, password: boolean): Promise<string> {
    if (request.content.allow_stdin !== true) {
      return Promise.reject(
        new Error(
          "Cannot ask for input: whoever runs this cell takes no input (allow_stdin is false). Write the value into the cell.",
        ),
      );
    }
    return new Promise((resolve, reject) => {
      const header = this.#session.header("input_request");
      this.#questions.push({ request, header, content: { prompt, password }, resolve, reject });
      if (this.#questions.length === 1) this.#askNext();
    });
  }

  /** Takes an `input_reply`. */
  answer({ parent, content }: Message): void {
    const question = this.#questions[0];
    // jupyter_client sends no parent; a reply to a question that was withdrawn must not answer the next one.
    const asked = parent.msg_id;
    const ours = asked === undefined || asked === question?.header.msg_id;
    if (question === undefined || !(ours || asked === question.request.header.msg_id)) {
      this.#log("Ignored an input_reply: no question is open that it answers.");
      return;
    }
    this.#questions.shift();
    if (typeof content.value === "string") question.resolve(content.value);
    else question.reject(new Error("Cannot ask for input: the front end answered without a value."));
    this.#askNext();
  }

  /** Withdraws the questions of one request, or all. */
  withdraw(reason: string, request?: Message): void {
    const gone = this.#questions.filter((question) => request === undefined || question.request === request);
    const first = this.#questions[0];
    this.#questions = this.#questions.filter((question) => !gone.includes(question));
    for (const { reject } of gone) reject(new Error(`Cannot wait for input: ${reason}.`));
    if (this.#questions[0] !== first) this.#askNext();
  }

  #askNext(): void {
    const question = this.#questions[0];
    if (question === undefined) return;
    const { request, content, header } = question;
    const { identities, header: parent } = request;
    this.#send({ type: "input_request", content, parent, identities }, header);
  }
}
