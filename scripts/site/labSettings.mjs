// What JupyterLab is told before it starts.

/** Extensions and single plugins that no lesson needs; those with files of their own are not even fetched. */
export const disabled = [
  // Asks a server for news, licences, extensions: there is none.
  "@jupyterlab/apputils-extension:announcements",
  "@jupyterlab/apputils-extension:licenses-plugin",
  "@jupyterlite/application-extension:licenses-client",
  "@jupyterlab/services-extension:content-provider-warning",
  "@jupyterlab/services-extension:terminal-manager",
  "@jupyterlab/terminal-extension",
  "@jupyterlab/lsp-extension",
  "@jupyterlite/application-extension:lsp-connection-manager",
  "@jupyterlab/fileeditor-extension:language-server",
  "@jupyterlab/notebook-extension:language-server",
  // Serves files to kernels by a service worker: ours reads them by messages, and the site has its own.
  "@jupyterlite/application-extension:service-worker-manager",
  // Ours opens the lesson that the address names, and offers the downloads.
  "@jupyterlite/application-extension:opener",
  "@jupyterlite/application-extension:mode-support",
  "@jupyterlite/notebook-application-extension",
  "@jupyterlite/application-extension:download",
  "@jupyterlite/application-extension:logo",
  "@jupyterlite/application-extension:share-file",
  "@jupyterlab/mathjax-extension:plugin",
  "@jupyterlab/help-extension:jupyter-forum",
  "@jupyterlab/audio-extension",
  "@jupyterlab/video-extension",
  "@jupyterlab/csvviewer-extension",
  "@jupyterlab/htmlviewer-extension",
  "@jupyterlab/pdf-extension",
  "@jupyterlab/mermaid-extension",
  "@jupyterlab/celltags-extension",
  "@jupyterlab/metadataform-extension",
  "@jupyterlab/notebook-extension:update-raw-mimetype",
  "@jupyterlab/workspaces-extension",
  "@jupyterlab/theme-dark-high-contrast-extension",
];

/** Settings that differ from JupyterLab's own. */
export const settings = {
  "@jupyterlab/apputils-extension:themes": { "adaptive-theme": true },
  "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
  "@jupyterlab/filebrowser-extension:browser": { showLastModifiedColumn: false },
  "@jupyterlab/docmanager-extension:plugin": {
    autosaveInterval: 10,
    defaultViewers: { markdown: "Markdown Preview" },
  },
};
