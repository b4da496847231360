import type * as tf from "@tensorflow/tfjs";

/**
 * What `@tensorflow/tfjs-node` adds to TensorFlow.js. Told here, since in a reader's project set-up keeps that package where
 * TypeScript does not look.
 */
export interface TfjsNode {
  readonly io: typeof tf.io & {
    /** Reads and writes models in a folder, as addresses that begin with `file://` do. */
    fileSystem(path: string | string[]): tf.io.IOHandler;
    nodeHTTPRequest(path: string, requestInit?: object, weightPathPrefix?: string): tf.io.IOHandler;
  };
  readonly node: NodeFunctions;
  readonly version: typeof tf.version & { readonly "tfjs-node": string };
}

/** `tf.node`: images, models of TensorFlow itself, logs for TensorBoard. */
export interface NodeFunctions {
  decodeImage(
    content: Uint8Array,
    channels?: number,
    dtype?: string,
    expandAnimations?: boolean,
  ): tf.Tensor3D | tf.Tensor4D;
  decodeBmp(contents: Uint8Array, channels?: number): tf.Tensor3D;
  decodeGif(contents: Uint8Array): tf.Tensor4D;
  decodePng(contents: Uint8Array, channels?: number, dtype?: string): tf.Tensor3D;
  decodeJpeg(
    contents: Uint8Array,
    channels?: number,
    ratio?: number,
    fancyUpscaling?: boolean,
    tryRecoverTruncated?: boolean,
    acceptableFraction?: number,
    dctMethod?: string,
  ): tf.Tensor3D;
  encodeJpeg(
    image: tf.Tensor3D,
    format?: "" | "grayscale" | "rgb",
    quality?: number,
    progressive?: boolean,
    optimizeSize?: boolean,
    chromaDownsampling?: boolean,
    densityUnit?: "in" | "cm",
    xDensity?: number,
    yDensity?: number,
    xmpMetadata?: string,
  ): Promise<Uint8Array>;
  encodePng(image: tf.Tensor3D, compression?: number): Promise<Uint8Array>;
  getMetaGraphsFromSavedModel(path: string): Promise<tf.MetaGraph[]>;
  getNumOfSavedModels(): number;
  loadSavedModel(
    path: string,
    tags?: string[],
    signature?: string,
  ): Promise<tf.InferenceModel & { dispose(): void; readonly outputNodeNames: Record<string, string> }>;
  summaryFileWriter(
    logdir: string,
    maxQueue?: number,
    flushMillis?: number,
    filenameSuffix?: string,
  ): SummaryFileWriter;
  tensorBoard(
    logdir?: string,
    args?: { updateFreq?: "batch" | "epoch"; histogramFreq?: number },
  ): tf.CustomCallback;
}

/** Writes logs that TensorBoard shows. */
export interface SummaryFileWriter {
  scalar(name: string, value: tf.Scalar | number, step: number, description?: string): void;
  histogram(name: string, data: tf.Tensor, step: number, buckets?: number, description?: string): void;
  flush(): void;
}
