// A worker beside the built library that starts it and trains there.
import type * as Convlab from "../../src/index.js";
import { noise } from "./noise.js";

export interface Task {
  /** A backend that is asked for. */
  readonly backend?: string;
  /** A choice that an earlier trial left, and of which browser. */
  readonly remembered?: { readonly choice: string; readonly browser?: string };
  readonly network?: "mnistCnn" | "lenet5";
  /** Steps of 32 drawings in each epoch. */
  readonly steps?: number;
  readonly epochs?: number;
}

export interface Done {
  readonly backend: string;
  readonly milliseconds: number;
  /** The sum of some products, which is 3. */
  readonly product: number;
  /** The means after each step. */
  readonly losses: readonly number[];
  /** Tensors, buffers, and numbers of the backend after each epoch. */
  readonly memory: readonly (readonly [number, number, number])[];
}

interface Library {
  readonly modules: { readonly convlab: typeof Convlab };
  start(): Promise<void>;
}

const scope = globalThis as unknown as Record<symbol, unknown> & {
  onmessage: (event: { data: Task }) => void;
  postMessage(message: Done | { failed: string }): void;
  readonly location: { readonly href: string };
  readonly navigator: { readonly userAgent: string };
  readonly caches: { open(name: string): Promise<{ put(key: string, value: Response): Promise<void> }> };
};

scope.onmessage = ({ data }) =>
  run(data).then(
    (done) => scope.postMessage(done),
    (error: Error) => scope.postMessage({ failed: String(error.stack ?? error) }),
  );

async function run({ backend, remembered, network, steps = 0, epochs = 0 }: Task): Promise<Done> {
  scope[Symbol.for("convlab.interrupt")] = new EventTarget();
  if (backend) scope[Symbol.for("convlab.backend")] = backend;
  const at = (name: string) => new URL(`kernel/${name}`, scope.location.href).href;
  const { modules, start }: Library = await import(at("library.js"));
  const { tf, train, mnistCnn, lenet5 } = modules.convlab;
  if (remembered) {
    const { choice, browser = scope.navigator.userAgent } = remembered;
    const kept = Response.json({ choice, made: `${browser}, ${tf.version["tfjs-core"]}` });
    await (await scope.caches.open("convlab backend")).put(at("backend-choice"), kept);
  }
  const began = performance.now();
  await start();
  const milliseconds = performance.now() - began;
  const product = tf.tidy(
    () =>
      tf
        .matMul(tf.ones([3, 4]), tf.fill([4, 5], 0.25))
        .sum()
        .dataSync()[0],
  ) as number;
  const losses: number[] = [];
  const memory: [number, number, number][] = [];
  const model = network && { mnistCnn, lenet5 }[network]();
  for (let epoch = 0; model && epoch < epochs; epoch++) {
    const observers = [{ onBatch: ({ loss }: { loss: number }) => void losses.push(loss) }];
    await train(model, noise(32 * steps), { epochs: 1, quiet: true, observers });
    const { numTensors, numDataBuffers } = tf.memory();
    memory.push([numTensors, numDataBuffers, tf.backend().numDataIds()]);
  }
  return { backend: tf.getBackend(), milliseconds, product, losses, memory };
}
