/** What `library.js` is: all that cells can import, and how it gets ready. */
interface LibraryModule {
  readonly modules: Readonly<Record<string, object>>;
  start(): Promise<void>;
  startPictures(): Promise<void>;
}

const names = ["convlab", "convlab/lessons", "convlab/arithmetic", "convlab/charts"] as const;
/** What is there without TensorFlow. */
const light: readonly string[] = ["convlab/arithmetic"];

/** The library of the course, loaded once. */
export class Library {
  readonly #address: string;
  #loaded: Promise<LibraryModule> | undefined;
  #started: Promise<unknown> | undefined;

  constructor(address: string) {
    this.#address = address;
  }

  /** What cells import, each with what makes it. */
  get modules(): Readonly<Record<string, () => Promise<object>>> {
    const tslab = () => import("../../dist/kernel/run/tslab.js");
    const own = names.map((name) => [name, () => this.#module(name)]);
    return { ...Object.fromEntries(own), tslab };
  }

  /** Loads it and makes it ready; what fails is told to the cell that imports it. */
  async start(): Promise<void> {
    await this.#start().catch(() => undefined);
  }

  async #module(name: string): Promise<object> {
    const { modules } = await this.#load();
    if (!light.includes(name)) await this.#start();
    const module = modules[name];
    if (module === undefined) throw new Error(`Cannot import "${name}": this page does not have it.`);
    return module;
  }

  #load(): Promise<LibraryModule> {
    this.#loaded ??= (import(this.#address) as Promise<LibraryModule>).catch((cause: unknown) => {
      // The next cell may try again: the network may be back.
      this.#loaded = undefined;
      throw new Error(
        `Cannot load the library of the course. Look whether you are online, and run the cell again.`,
        {
          cause,
        },
      );
    });
    return this.#loaded;
  }

  #start(): Promise<unknown> {
    this.#started ??= this.#load()
      .then((library) => Promise.all([library.start(), library.startPictures()]))
      .catch((error: unknown) => {
        this.#started = undefined;
        throw error;
      });
    return this.#started;
  }
}
