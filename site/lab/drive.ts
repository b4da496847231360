// What of JupyterLab's files this extension uses.

/** A file or folder as JupyterLab's contents speak of it. */
export interface Model {
  readonly name: string;
  readonly path: string;
  readonly type: "file" | "notebook" | "directory";
  readonly format: "json" | "text" | "base64" | null;
  readonly content: unknown;
  readonly last_modified: string;
  readonly created?: string;
  readonly mimetype?: string;
}

export type SaveOptions = Partial<Pick<Model, "type" | "format" | "content" | "name">>;

export interface Contents {
  get(path: string, options?: { content?: boolean }): Promise<Model>;
  save(path: string, options: SaveOptions): Promise<Model>;
}

/** JupyterLite's drive in the browser's storage, with the site's files behind it. */
export interface Drive extends Contents {
  readonly storage: Promise<Store>;
}

/** A table of the browser's storage. */
export interface Store {
  getItem(key: string): Promise<Model | null>;
  setItem(key: string, value: Model): Promise<unknown>;
  removeItem(key: string): Promise<void>;
  keys(): Promise<string[]>;
}
