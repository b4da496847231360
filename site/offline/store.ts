import { keyOf, type SiteFiles } from "./files.js";

/**
 * The contents that are kept, in one cache a site: a host may have several in its folders. What two builds have in common is
 * kept once.
 */
export class Store {
  readonly #site: SiteFiles;
  readonly #scope: string;

  constructor(site: SiteFiles, scope: string) {
    this.#site = site;
    this.#scope = scope;
  }

  #cache(): Promise<Cache> {
    return caches.open(`convlab ${new URL(this.#scope).pathname}`);
  }

  #key(path: string): string | undefined {
    const hash = this.#site.files[path]?.[0];
    return hash === undefined ? undefined : keyOf(path, hash, this.#scope);
  }

  /** The content of this build; with `anyBuild`, else that of another. */
  async find(path: string, anyBuild = false): Promise<Response | undefined> {
    const cache = await this.#cache();
    const key = this.#key(path);
    const found = key === undefined ? undefined : await cache.match(key);
    if (found !== undefined || !anyBuild) return found;
    return cache.match(keyOf(path, "", this.#scope), { ignoreSearch: true });
  }

  /** Keeps a whole and good answer; a full disk is no error. */
  async keep(path: string, answer: Response): Promise<void> {
    const key = this.#key(path);
    if (key === undefined || answer.status !== 200 || answer.redirected) return;
    await (await this.#cache()).put(key, answer).catch(() => undefined);
  }

  /**
   * Lets go of what this build does not have, but one build later: a page of the build before may still be open, and ask for
   * what belongs to it.
   */
  async clean(): Promise<void> {
    const cache = await this.#cache();
    const wanted = new Set(Object.keys(this.#site.files).map((path) => this.#key(path)));
    const marks = keyOf("", "left over", this.#scope);
    const before = new Set<string>(await cache.match(marks).then((answer) => answer?.json() ?? []));
    const leftOver: string[] = [];
    for (const { url } of await cache.keys()) {
      if (wanted.has(url) || url === marks) continue;
      if (before.has(url)) await cache.delete(url);
      else leftOver.push(url);
    }
    await cache.put(marks, Response.json(leftOver));
  }
}
