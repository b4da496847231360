/**
 * What a build holds, by path from the site's folder: `hash` of the content, and whether it belongs to the shell, which is
 * fetched before anybody asks for it.
 */
export interface SiteFiles {
  readonly version: string;
  readonly files: Readonly<Record<string, readonly [hash: string, shell?: 1]>>;
}

/** The path of a request from the site's folder; undefined for what is none of the site's. A folder is its index.html. */
export function pathOf(address: string, scope: string): string | undefined {
  const { origin, pathname } = new URL(address);
  const site = new URL(scope);
  if (origin !== site.origin || !pathname.startsWith(site.pathname)) return undefined;
  const path = decodeURIComponent(pathname.slice(site.pathname.length));
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

/** Under which address a content is kept: the same path with another content is another entry. */
export function keyOf(path: string, hash: string, scope: string): string {
  const key = new URL(path.split("/").map(encodeURIComponent).join("/"), scope);
  key.search = `content=${hash}`;
  return key.href;
}

/** Pages are asked for anew each time, as far as there is a connection: they name all the rest. */
export const isPage = (path: string): boolean => path.endsWith(".html");

/** Whether a file's name changes with its content, so that an older page can still have the file it asks for. */
export const isNamedByContent = (path: string): boolean =>
  /[-.](?=[\da-z]*\d)[\da-z]{8,}\.\w+$/i.test(path) || /^[\da-f]{16,}\b/.test(path.split("/").at(-1) ?? "");
