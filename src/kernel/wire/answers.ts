import { pointsFromUnits, unitsFromPoints } from "./cursor.js";
import type { CommType, Completion, Handlers, RequestContext } from "./handlers.js";
import type { JsonObject } from "./message.js";
import { protocolVersion } from "./session.js";

/** Gives the content of a reply, without its `status: "ok"`; undefined where a message gets no reply. */
export type Answer = (handlers: Handlers, context: RequestContext) => Promise<object | undefined>;

/** How a message is answered that is not `execute_request`, `interrupt_request` or `shutdown_request`. */
export function answerTo(type: string): Answer | undefined {
  // Types come from outside: "constructor" is one too.
  return Object.hasOwn(answers, type) ? answers[type] : undefined;
}

const answers: Readonly<Record<string, Answer>> = {
  async kernel_info_request(handlers, context) {
    const info = await handlers.kernelInfo(context);
    return { help_links: [], debugger: false, ...info, protocol_version: protocolVersion };
  },

  async complete_request(handlers, context) {
    const code = text(context, "code");
    const cursor = cursorOf(context, code);
    const completion = (await handlers.complete?.(code, cursor, context)) ?? {
      matches: [],
      start: cursor,
      end: cursor,
    };
    return {
      matches: completion.matches,
      cursor_start: pointsFromUnits(code, completion.start),
      cursor_end: pointsFromUnits(code, completion.end),
      metadata: inPoints(code, completion),
    };
  },

  async inspect_request(handlers, context) {
    const code = text(context, "code");
    const detail = context.message.content.detail_level === 1 ? 1 : 0;
    const found = await handlers.inspect?.(code, cursorOf(context, code), detail, context);
    return { found: false, data: {}, metadata: {}, ...found };
  },

  async is_complete_request(handlers, context) {
    return (await handlers.isComplete?.(text(context, "code"), context)) ?? { status: "unknown" };
  },

  async history_request(handlers, context) {
    return (await handlers.history?.(context.message.content, context)) ?? { history: [] };
  },

  async comm_info_request(handlers, context) {
    const { target_name: target } = context.message.content;
    const named = typeof target === "string" && target !== "" ? target : undefined;
    return { comms: (await handlers.commInfo?.(named, context)) ?? {} };
  },

  comm_open: comm("comm_open"),
  comm_msg: comm("comm_msg"),
  comm_close: comm("comm_close"),
};

function comm(type: CommType): Answer {
  return async (handlers, context) => {
    const id = text(context, "comm_id");
    if (handlers.comm) await handlers.comm(type, context.message, context);
    else if (type === "comm_open") context.publish("comm_close", { comm_id: id, data: {} });
    return undefined;
  };
}

function text({ message }: RequestContext, name: string): string {
  const value = message.content[name];
  if (typeof value === "string") return value;
  throw new TypeError(`Cannot answer ${message.header.msg_type}: its ${name} is not a string.`);
}

/** In UTF-16 units; at the end where the request does not say. */
function cursorOf({ message }: RequestContext, code: string): number {
  const points = message.content.cursor_pos;
  return typeof points === "number" ? unitsFromPoints(code, points) : code.length;
}

/** The metadata of a completion, with the positions inside its typed items counted in code points. */
function inPoints(code: string, { metadata = {} }: Completion): JsonObject {
  const items = metadata._jupyter_types_experimental;
  if (!Array.isArray(items)) return metadata;
  const position = (value: unknown): unknown =>
    typeof value === "number" ? pointsFromUnits(code, value) : value;
  const translated = items.map((item: JsonObject) => ({
    ...item,
    ...("start" in item ? { start: position(item.start) } : {}),
    ...("end" in item ? { end: position(item.end) } : {}),
  }));
  return { ...metadata, _jupyter_types_experimental: translated };
}
