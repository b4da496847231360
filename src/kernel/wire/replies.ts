import type { CommType, Inspection } from "../protocol.js";
import { pointsFromUnits, unitsFromPoints } from "./cursor.js";
import type { Handlers, RequestContext } from "./handlers.js";
import { protocolVersion } from "./headers.js";
import { plainText } from "./plainText.js";

/** Gives the content of a reply, without its `status: "ok"`; undefined where a message gets no reply. */
type ReplyMaker = (handlers: Handlers, context: RequestContext) => Promise<object | undefined>;

/** How a reply comes about to a message that is not `execute_request`, `interrupt_request` or `shutdown_request`. */
export function replyMakerOf(type: string): ReplyMaker | undefined {
  // Types come from outside: "constructor" is one too.
  return Object.hasOwn(makers, type) ? makers[type] : undefined;
}

const makers: Readonly<Record<string, ReplyMaker>> = {
  async kernel_info_request(handlers, context) {
    const info = await handlers.kernelInfo(context);
    return { help_links: [], debugger: false, ...info, protocol_version: protocolVersion };
  },

  async complete_request(handlers, context) {
    const code = text(context, "code");
    const cursor = cursorOf(context, code);
    const { matches, start, end } = (await handlers.complete?.(code, cursor, context)) ?? {
      matches: [],
      start: cursor,
      end: cursor,
    };
    const place = { start: pointsFromUnits(code, start), end: pointsFromUnits(code, end) };
    return {
      matches: matches.map(({ text }) => text),
      cursor_start: place.start,
      cursor_end: place.end,
      metadata: { _jupyter_types_experimental: matches.map((match) => ({ ...place, ...match })) },
    };
  },

  async inspect_request(handlers, context) {
    const code = text(context, "code");
    const detail = context.message.content.detail_level === 1 ? 1 : 0;
    const found = await handlers.inspect?.(code, cursorOf(context, code), detail, context);
    return { found: found !== undefined, data: found === undefined ? {} : bundleOf(found), metadata: {} };
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

  async debug_request(handlers, context) {
    return (await handlers.debugger?.answer(context.message.content, context)) ?? {};
  },

  comm_open: comm("comm_open"),
  comm_msg: comm("comm_msg"),
  comm_close: comm("comm_close"),
};

function comm(type: CommType): ReplyMaker {
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

/** An inspection by MIME type. */
function bundleOf({ signature, documentation }: Inspection): object {
  const joined = (...parts: string[]): string => parts.filter((part) => part !== "").join("\n\n");
  return {
    "text/markdown": joined(`\`\`\`typescript\n${signature}\n\`\`\``, documentation),
    "text/plain": joined(signature, plainText(documentation)),
  };
}
