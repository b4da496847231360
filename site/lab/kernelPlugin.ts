import type { KernelClient, KernelSpecs, Plugin } from "./jupyter.js";
import { type KernelSurroundings, LabKernel } from "./kernel.js";
import { readerFiles } from "./readerFiles.js";
import type { Lab } from "./shared.js";

const spec = {
  name: "tslab",
  display_name: "TypeScript",
  language: "typescript",
  argv: [],
  resources: {},
  interrupt_mode: "message",
  metadata: {},
};

/** Tells JupyterLite of our kernel, and our kernel of interrupts, which JupyterLite itself only uses for waiting cells. */
export function kernelPlugin(lab: Lab, onStart: KernelSurroundings["onStart"]): Plugin {
  return {
    id: "convlab:kernel",
    description: "The TypeScript kernel, in a worker of this page.",
    autoStart: true,
    requires: [lab.IKernelSpecs, lab.IKernelClient],
    activate: (app, specs: KernelSpecs, client: KernelClient) => {
      const kernels = new Map<string, LabKernel>();
      const { contents, sessions } = app.serviceManager;
      const around = { lab, sessions, onStart, filesFor: (folder: string) => readerFiles(contents, folder) };
      specs.register({
        spec,
        create: async (options) => {
          const kernel = new LabKernel(options, around);
          kernels.set(options.id, kernel);
          kernel.disposed.connect(() => {
            if (kernels.get(options.id) === kernel) kernels.delete(options.id);
          });
          return kernel;
        },
      });
      const cancelWaiting = client.interrupt.bind(client);
      client.interrupt = async (id) => {
        kernels.get(id)?.interrupt();
        await cancelWaiting(id);
      };
    },
  };
}
