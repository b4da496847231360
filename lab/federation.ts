/** Modules that JupyterLab shares with its extensions, by name and version. */
export type ShareScope = Readonly<
  Record<string, Readonly<Record<string, { get(): Promise<() => unknown> | (() => unknown) }>>>
>;

/** What JupyterLab expects of an extension that was built apart from it: a container of module federation. */
export interface Container {
  init(scope: ShareScope): void;
  get(module: string): Promise<() => { readonly default: unknown; readonly __esModule: true }>;
}

declare global {
  interface Window {
    _JUPYTERLAB?: Record<string, Container>;
  }
}

/** Puts an extension where JupyterLab looks for it. Its plugins are made when JupyterLab asks for them. */
export function offer(name: string, pluginsOf: (scope: ShareScope) => Promise<unknown>): void {
  let scope: ShareScope = {};
  window._JUPYTERLAB ??= {};
  window._JUPYTERLAB[name] = {
    init: (given) => {
      scope = given;
    },
    get: async () => {
      const plugins = await pluginsOf(scope);
      return () => ({ default: plugins, __esModule: true });
    },
  };
}

/** A module of JupyterLab's own. */
export async function loadShared(
  scope: ShareScope,
  name: string,
): Promise<Readonly<Record<string, unknown>>> {
  const version = Object.values(scope[name] ?? {})[0];
  if (version === undefined)
    throw new Error(
      `Cannot start convlab's extension: JupyterLab shares no ${name}. Use the JupyterLab that set-up brings.`,
    );
  return (await version.get())() as Readonly<Record<string, unknown>>;
}
