import type {
  Attachments,
  CommType,
  Completeness,
  Completion,
  ErrorReply,
  Inspection,
  Outcome,
  StreamName,
} from "../protocol.js";
import type { HistoryTuple } from "./history.js";
import type { Header, JsonObject, Message } from "./message.js";

/** What a handler can do for the request it answers, also after it has answered: late output finds its cell. */
export interface RequestContext {
  readonly message: Message;
  /** The header of the request: the parent of all that comes of it. */
  readonly parent: Header;
  /** Adds text to a stream. */
  write(name: StreamName, text: string): void;
  /** Sends any other message on iopub, in order. @throws {TypeError} if the content does not fit into JSON */
  publish(type: string, content: object, options?: Attachments): void;
}

export interface ExecuteContext extends RequestContext {
  readonly executionCount: number;
  /** Asks the reader. @throws {Error} if the front end takes no input, or the cell is interrupted meanwhile */
  input(prompt: string, options?: { readonly password?: boolean }): Promise<string>;
}

export interface ExecuteRequest {
  readonly code: string;
  /** Nothing is shown, counted or stored; the outputs a handler sends anyway are dropped. */
  readonly silent: boolean;
  /** Whether the cell belongs into the history; never with `silent`. */
  readonly storeHistory: boolean;
  readonly userExpressions: Readonly<Record<string, string>>;
}

export interface KernelInfo {
  readonly implementation: string;
  readonly implementation_version: string;
  readonly language_info: {
    readonly name: string;
    readonly version: string;
    readonly mimetype: string;
    readonly file_extension: string;
    readonly codemirror_mode?: string | object;
    readonly pygments_lexer?: string;
  };
  readonly banner: string;
  /** What the kernel can do beyond what all can: `kernel subshells`, `debugger`. */
  readonly supported_features?: readonly string[];
  /** Whether debug requests are answered. */
  readonly debugger?: boolean;
  readonly help_links?: readonly { readonly text: string; readonly url: string }[];
}

type Awaitable<T> = T | Promise<T>;

export interface DebugHandler {
  answer(content: JsonObject, context: RequestContext): Promise<object>;
  /** Whether the running cell stands still: what is asked meanwhile is answered at once. */
  readonly stands: boolean;
}

/** What a kernel does. The dispatcher does the talking; what a handler throws becomes an error reply. */
export interface Handlers {
  kernelInfo(context: RequestContext): Awaitable<KernelInfo>;
  /** One cell at a time, in order. Its error is published too, by the dispatcher. */
  execute(request: ExecuteRequest, context: ExecuteContext): Awaitable<Outcome>;
  /** `cursor` is in UTF-16 units. Without this handler nothing is suggested. */
  complete?(code: string, cursor: number, context: RequestContext): Awaitable<Completion>;
  /** `detail` is 0, or 1 for more. Without this handler nothing is found. */
  inspect?(
    code: string,
    cursor: number,
    detail: number,
    context: RequestContext,
  ): Awaitable<Inspection | undefined>;
  /** Without this handler: unknown. */
  isComplete?(code: string, context: RequestContext): Awaitable<Completeness>;
  /** `History.answer` fits. Without this handler the history is empty. */
  history?(request: JsonObject, context: RequestContext): Awaitable<{ history: readonly HistoryTuple[] }>;
  /** The open comms, by id; only those of `target` if it is given. */
  commInfo?(
    target: string | undefined,
    context: RequestContext,
  ): Awaitable<Readonly<Record<string, { readonly target_name: string }>>>;
  /** Without this handler every comm that is opened is closed at once. */
  comm?(type: CommType, message: Message, context: RequestContext): Awaitable<void>;
  /** Answers debug requests, also while a cell runs. Without one the reply is empty. */
  readonly debugger?: DebugHandler | undefined;
  /** Called while a cell runs. It need not wait until the cell has stopped. */
  interrupt?(context: RequestContext): Awaitable<void>;
  /** The last chance to tidy up; after three seconds it is over. */
  shutdown?(restart: boolean, context: RequestContext): Awaitable<void>;
}

/** The error reply for something thrown; it need not be an Error, nor one whose name and message are text. */
export function errorReply(thrown: unknown): ErrorReply {
  const { name, message } = thrown instanceof Error ? thrown : { name: "Error", message: thrown };
  const ename = asText(name);
  const evalue = asText(message);
  return { status: "error", ename, evalue, traceback: [`${ename}: ${evalue}`] };
}

function asText(value: unknown): string {
  try {
    return String(value);
  } catch {
    return "a value that has no text";
  }
}
