// What cells find in a page beside the language: the globals of a worker that make sense in a notebook.

/** Writes to the output of the cell. */
interface Console {
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  debug(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
  /** Prints a value with all that it holds, to a depth. */
  dir(value: unknown, options?: { depth?: number | null; showHidden?: boolean }): void;
  /** Prints a list of rows as a table. */
  table(rows: unknown, columns?: readonly string[]): void;
  /** Prints where the code is. */
  trace(...values: unknown[]): void;
  /** Prints where something does not hold. */
  assert(holds?: unknown, ...values: unknown[]): void;
  group(...label: unknown[]): void;
  groupCollapsed(...label: unknown[]): void;
  groupEnd(): void;
  count(label?: string): void;
  countReset(label?: string): void;
  /** Starts a clock; `timeEnd` prints what has passed. */
  time(label?: string): void;
  timeLog(label?: string, ...values: unknown[]): void;
  timeEnd(label?: string): void;
}
declare var console: Console;

/** Calls a function after some milliseconds; `clearTimeout` prevents it. */
// biome-ignore lint/suspicious/noConfusingVoidType: so that what resolves a promise fits
declare function setTimeout(callback: (nothing: void) => void, milliseconds?: number): number;
declare function setTimeout<Given extends unknown[]>(
  callback: (...given: Given) => void,
  milliseconds?: number,
  ...given: Given
): number;
declare function clearTimeout(timer?: number): void;
/** Calls a function every so many milliseconds until `clearInterval`. */
// biome-ignore lint/suspicious/noConfusingVoidType: so that what resolves a promise fits
declare function setInterval(callback: (nothing: void) => void, milliseconds?: number): number;
declare function setInterval<Given extends unknown[]>(
  callback: (...given: Given) => void,
  milliseconds?: number,
  ...given: Given
): number;
declare function clearInterval(timer?: number): void;
declare function queueMicrotask(callback: () => void): void;
/** A deep copy of a value. */
declare function structuredClone<Value>(value: Value, options?: { transfer?: readonly unknown[] }): Value;
/** Text of the characters 0 to 255 in base64. */
declare function btoa(text: string): string;
declare function atob(base64: string): string;
declare function reportError(error: unknown): void;

interface Performance {
  /** Milliseconds since the kernel was started. */
  now(): number;
  readonly timeOrigin: number;
}
declare var performance: Performance;

interface Crypto {
  getRandomValues<Numbers extends ArrayBufferView>(numbers: Numbers): Numbers;
  randomUUID(): string;
  readonly subtle: SubtleCrypto;
}
interface SubtleCrypto {
  digest(algorithm: "SHA-1" | "SHA-256" | "SHA-384" | "SHA-512", data: BufferSource): Promise<ArrayBuffer>;
}
declare var crypto: Crypto;

type BufferSource = ArrayBufferView | ArrayBuffer;

interface TextEncoder {
  readonly encoding: "utf-8";
  encode(text?: string): Uint8Array;
}
declare var TextEncoder: { prototype: TextEncoder; new (): TextEncoder };

interface TextDecoder {
  readonly encoding: string;
  decode(bytes?: BufferSource, options?: { stream?: boolean }): string;
}
declare var TextDecoder: {
  prototype: TextDecoder;
  new (encoding?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder;
};

interface Event {
  readonly type: string;
  readonly target: EventTarget | null;
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}
declare var Event: { prototype: Event; new (type: string, init?: { cancelable?: boolean }): Event };

interface EventTarget {
  addEventListener(
    type: string,
    listener: ((event: Event) => void) | null,
    options?: boolean | { once?: boolean; signal?: AbortSignal },
  ): void;
  removeEventListener(type: string, listener: ((event: Event) => void) | null): void;
  dispatchEvent(event: Event): boolean;
}
declare var EventTarget: { prototype: EventTarget; new (): EventTarget };

interface AbortSignal extends EventTarget {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
}
declare var AbortSignal: {
  prototype: AbortSignal;
  abort(reason?: unknown): AbortSignal;
  timeout(milliseconds: number): AbortSignal;
};
interface AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}
declare var AbortController: { prototype: AbortController; new (): AbortController };

interface DOMException extends Error {
  readonly code: number;
}
declare var DOMException: { prototype: DOMException; new (message?: string, name?: string): DOMException };

interface Blob {
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
  text(): Promise<string>;
  slice(start?: number, end?: number, type?: string): Blob;
  stream(): ReadableStream<Uint8Array>;
}
declare var Blob: {
  prototype: Blob;
  new (parts?: readonly (BufferSource | Blob | string)[], options?: { type?: string }): Blob;
};

interface ReadableStream<Chunk = unknown> extends AsyncIterable<Chunk> {
  readonly locked: boolean;
  cancel(reason?: unknown): Promise<void>;
  getReader(): ReadableStreamReader<Chunk>;
  pipeThrough<Out>(through: { readable: ReadableStream<Out>; writable: unknown }): ReadableStream<Out>;
}
interface ReadableStreamReader<Chunk> {
  read(): Promise<{ done: false; value: Chunk } | { done: true; value?: undefined }>;
  cancel(reason?: unknown): Promise<void>;
  releaseLock(): void;
}
declare var ReadableStream: { prototype: ReadableStream };
interface DecompressionStream {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: unknown;
}
declare var DecompressionStream: { new (format: "gzip" | "deflate" | "deflate-raw"): DecompressionStream };
declare var CompressionStream: { new (format: "gzip" | "deflate" | "deflate-raw"): DecompressionStream };

interface URLSearchParams extends Iterable<[string, string]> {
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string): boolean;
  set(name: string, value: string): void;
  append(name: string, value: string): void;
  delete(name: string): void;
  toString(): string;
}
declare var URLSearchParams: {
  prototype: URLSearchParams;
  new (init?: string | Record<string, string> | readonly (readonly [string, string])[]): URLSearchParams;
};
interface URL {
  href: string;
  readonly origin: string;
  protocol: string;
  host: string;
  hostname: string;
  port: string;
  pathname: string;
  search: string;
  hash: string;
  readonly searchParams: URLSearchParams;
  toString(): string;
}
declare var URL: {
  prototype: URL;
  new (url: string | URL, base?: string | URL): URL;
  canParse(url: string, base?: string): boolean;
};

interface Headers extends Iterable<[string, string]> {
  get(name: string): string | null;
  has(name: string): boolean;
  set(name: string, value: string): void;
}
declare var Headers: { prototype: Headers; new (init?: Record<string, string>): Headers };
interface RequestInit {
  method?: string;
  headers?: Headers | Record<string, string>;
  body?: BufferSource | Blob | URLSearchParams | string | null;
  signal?: AbortSignal | null;
  mode?: "cors" | "no-cors" | "same-origin";
  cache?: "default" | "no-store" | "reload" | "no-cache" | "force-cache" | "only-if-cached";
  credentials?: "omit" | "same-origin" | "include";
}
interface Request {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
}
declare var Request: { prototype: Request; new (input: string | URL | Request, init?: RequestInit): Request };
interface Response {
  readonly ok: boolean;
  readonly status: number;
  readonly statusText: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: ReadableStream<Uint8Array> | null;
  arrayBuffer(): Promise<ArrayBuffer>;
  blob(): Promise<Blob>;
  // biome-ignore lint/suspicious/noExplicitAny: as the language's own JSON.parse
  json(): Promise<any>;
  text(): Promise<string>;
}
declare var Response: {
  prototype: Response;
  new (
    body?: BufferSource | Blob | string | null,
    init?: { status?: number; headers?: Record<string, string> },
  ): Response;
};
/** Gets what an address gives; hosts other than this one have to allow it. */
declare function fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;

interface ImageData {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}
declare var ImageData: {
  prototype: ImageData;
  new (width: number, height: number): ImageData;
  new (data: Uint8ClampedArray, width: number, height?: number): ImageData;
};

interface ImportMeta {
  /** The notebook, as an address and as a path. */
  readonly url: string;
  readonly filename: string;
  readonly dirname: string;
  /** What a module is found by. */
  resolve(specifier: string): string;
}
