/** The notebook that a worker runs cells for: it may have been started before anybody opened one. */
export const notebookFile = { path: "/notebook.ipynb" };
