import { getHashes } from "node:crypto";
import { readFileSync } from "node:fs";

/** The five sockets of a kernel. */
const channels = ["shell", "control", "iopub", "stdin", "hb"] as const;
export type Channel = (typeof channels)[number];

/** Where a kernel listens, and the key that its messages are signed with. */
export interface Connection {
  readonly transport: "tcp" | "ipc";
  /** An address for tcp, the beginning of a path for ipc. */
  readonly ip: string;
  /** With tcp, 0 lets the system choose. */
  readonly ports: Readonly<Record<Channel, number>>;
  /** Empty: messages are not signed. */
  readonly key: string;
  /** The hash of the signatures, `sha256` for `hmac-sha256`. */
  readonly digest: string;
}

/** Reads the connection file that Jupyter hands to a kernel. @throws {Error} if it cannot be read or is damaged; the message says how */
export function readConnection(path: string): Connection {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new Error(`Cannot read connection file ${path}: ${(cause as Error).message}`, { cause });
  }
  return parseConnection(text, path);
}

/** The same from the file's text; `name` is what errors call it. */
function parseConnection(text: string, name = "the connection file"): Connection {
  const refuse = (fault: string): never => {
    throw new Error(`Cannot use connection file ${name}: ${fault}`);
  };
  let fields: Record<string, unknown> = {};
  try {
    fields = JSON.parse(text);
  } catch (cause) {
    refuse(`it is not JSON (${(cause as Error).message}).`);
  }
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) refuse("it is not an object.");

  const { transport = "tcp", ip, key = "", signature_scheme: scheme = "hmac-sha256" } = fields;
  if (transport !== "tcp" && transport !== "ipc") {
    return refuse(`transport is ${show(transport)}; tcp and ipc are known.`);
  }
  if (typeof ip !== "string" || ip === "") return refuse(`ip is ${show(ip)}, not an address.`);
  if (typeof key !== "string") return refuse("key is not a string.");
  const digest = typeof scheme === "string" && scheme.startsWith("hmac-") ? scheme.slice(5) : "";
  if (key !== "" && !getHashes().includes(digest)) {
    return refuse(`signature_scheme is ${show(scheme)}; use hmac-sha256.`);
  }
  return { transport, ip, ports: portsOf(fields, transport, refuse), key, digest };
}

function portsOf(
  fields: Record<string, unknown>,
  transport: Connection["transport"],
  refuse: (fault: string) => never,
): Record<Channel, number> {
  const ports = { shell: 0, control: 0, iopub: 0, stdin: 0, hb: 0 };
  const taken = new Map<number, string>();
  for (const channel of channels) {
    const name = `${channel}_port`;
    const port = fields[name];
    const lowest = transport === "tcp" ? 0 : 1;
    if (typeof port !== "number" || !Number.isInteger(port) || port < lowest || port > 65535) {
      return refuse(`${name} is ${show(port)}, not a whole number from ${lowest} to 65535.`);
    }
    const other = taken.get(port);
    if (port !== 0 && other !== undefined) refuse(`${name} and ${other} are both ${port}.`);
    taken.set(port, name);
    ports[channel] = port;
  }
  return ports;
}

/** The zeromq endpoint of one channel: `tcp://127.0.0.1:5555`, or `ipc://path-5555`. */
export function endpointOf(connection: Connection, channel: Channel): string {
  const { transport, ip, ports } = connection;
  if (transport === "ipc") return `ipc://${ip}-${ports[channel]}`;
  return `tcp://${ip.includes(":") && !ip.startsWith("[") ? `[${ip}]` : ip}:${ports[channel]}`;
}

function show(value: unknown): string {
  return value === undefined ? "missing" : (JSON.stringify(value) ?? String(value)).slice(0, 80);
}
