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

export interface Signal<Sender, Value> {
  connect(listener: (sender: Sender, value: Value) => void): unknown;
}

/** A message of the kernel about its outputs, as far as it is read here. */
export interface IopubMessage {
  readonly header: { readonly msg_type: string };
  readonly parent_header: { readonly msg_id?: string };
  readonly content: {
    readonly transient?: { readonly display_id?: string };
    readonly data?: object;
    readonly metadata?: object;
  };
}

export interface NotebookCell {
  readonly model: {
    readonly id: string;
    /** Of cells with code. */
    readonly outputs?: {
      readonly length: number;
      add(output: object): unknown;
      set(index: number, output: object): void;
    };
  };
  readonly outputArea?: {
    /** What the page has asked the kernel for last. */
    readonly future?: { readonly msg: { readonly header: { readonly msg_id: string } } };
  };
}

export interface NotebookPanel {
  readonly content: { readonly widgets: readonly NotebookCell[]; readonly rendermime: RenderMimeRegistry };
  readonly context: { readonly path: string; readonly ready: Promise<void> };
  readonly sessionContext: { readonly iopubMessage: Signal<unknown, IopubMessage> };
}

/** Knows the notebooks that are open. */
export interface NotebookTracker {
  readonly widgetAdded: Signal<unknown, NotebookPanel>;
  forEach(work: (panel: NotebookPanel) => void): void;
}
