import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { Readable } from "node:stream";

const noInput = (action: string): Error =>
  new Error(
    `Cannot ${action}: a notebook has no standard input. Ask the reader with: const answer = await input("Your question? ")`,
  );

/** What only who wants to read listens to. */
const reading = new Set<string | symbol>(["data", "readable", "keypress"]);

/** A standard input that nobody waits for in vain: to read from it is an error that names the way out. */
class NoInput extends Readable {
  readonly fd = 0;

  override on(event: string | symbol, listener: (...given: never[]) => void): this {
    if (reading.has(event)) throw noInput("read from process.stdin");
    return super.on(event, listener as (...given: unknown[]) => void);
  }

  override addListener(event: string | symbol, listener: (...given: never[]) => void): this {
    return this.on(event, listener);
  }

  override resume(): never {
    throw noInput("read from process.stdin");
  }

  override read(): never {
    throw noInput("read from process.stdin");
  }

  override pipe(): never {
    throw noInput("read from process.stdin");
  }

  override [Symbol.asyncIterator](): never {
    throw noInput("read from process.stdin");
  }
}

/** The ways to read a file that begin with its name or number. */
const readers = ["readFileSync", "readSync", "readFile", "read", "createReadStream", "open", "openSync"];

/** Makes every way to read from the standard input an error at once: no terminal stands behind it. */
export function refuseStdin(): void {
  const stdin = new NoInput();
  Object.defineProperty(process, "stdin", { get: () => stdin, configurable: true, enumerable: true });
  for (const name of readers) {
    refuse(fs, name, (error) => {
      throw error;
    });
  }
  for (const name of ["readFile", "open"]) refuse(fs.promises, name, (error) => Promise.reject(error));
  syncBuiltinESMExports();
}

function refuse(holder: object, name: string, fail: (error: Error) => unknown): void {
  const original = Reflect.get(holder, name) as (...given: unknown[]) => unknown;
  const reader = function (this: unknown, ...given: unknown[]): unknown {
    const [file] = given;
    if (file === 0 || file === "/dev/stdin") return fail(noInput(`read ${file} by fs.${name}`));
    return original.apply(this, given);
  };
  // With its name, its length and what `util.promisify` looks for.
  Object.defineProperties(reader, Object.getOwnPropertyDescriptors(original));
  Object.assign(holder, { [name]: reader });
}
