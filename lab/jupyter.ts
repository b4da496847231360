// What of JupyterLab's interfaces these plugins use. The objects come from the page at run time.

/** A name for a service, by which JupyterLab hands it from one plugin to others. */
export interface Token<T> {
  readonly name: string;
  readonly __type?: T;
}

/** A plugin that needs nothing of the application itself. */
export interface OutputPlugin {
  readonly id: string;
  readonly description: string;
  readonly autoStart: true;
  readonly requires?: readonly Token<unknown>[];
  activate(app: unknown, ...services: never[]): void;
}

/** One output as JupyterLab hands it to what draws it. */
export interface MimeModel {
  readonly trusted: boolean;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  setData(options: { data?: object; metadata?: object }): void;
}

/** A widget that draws outputs of one kind. */
export interface Renderer {
  readonly node: HTMLElement;
  readonly isDisposed: boolean;
  readonly disposed: { connect(listener: () => void): unknown };
  renderModel(model: MimeModel): Promise<void>;
}

export interface RendererFactory {
  createRenderer(options: object): Renderer;
}

/** Knows who draws what. Each notebook has a copy of it, with the same factories. */
export interface RenderMimeRegistry {
  getFactory(mimeType: string): RendererFactory | undefined;
}
