// Where things of the site lie, seen from JupyterLab's page (jupyter/lab/index.html).

/** The folder of the site, as an address. */
export const siteFolder = (): string => new URL("../../", location.href.replace(/[?#].*$/, "")).href;

/** The folder of the kernel's worker. */
export const kernelFolder = (): string => new URL("kernel/", siteFolder()).href;

/** The plain page of a lesson, by the path of its notebook. */
export function plainPage(notebook: string): string {
  const name = notebook
    .replace(/^.*\//, "")
    .replace(/^\d\d-/, "")
    .replace(/( \([^)]*\))?\.ipynb$/, "");
  return new URL(`lessons/${name}.html`, siteFolder()).href;
}

/** The lesson as the site has it now, whatever the reader keeps. */
export const siteNotebook = (notebook: string): string =>
  new URL(`jupyter/files/${encodeURIComponent(notebook)}`, siteFolder()).href;
