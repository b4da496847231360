/**
 * What a training did: one entry an epoch. A stopped training ends with what its last, partial epoch reached; that
 * epoch's validation was not measured and is NaN.
 */
export interface History {
  /** The mean of the loss that the model was compiled with, over the batches as they were learned from: with class weights, if any, and regularizers. */
  loss: number[];
  /** The same of the metric that is an accuracy, by that name: "accuracy", "binaryAccuracy" … NaN without one. */
  accuracy: number[];
  /** The same loss on the validation set at the end of the epoch, without class weights and regularizers, as `evaluate` gives it. */
  validationLoss?: number[];
  validationAccuracy?: number[];
  /** Seconds each epoch took, validation included. */
  seconds: number[];
  /** True when it ended before its time. */
  stopped: boolean;
  /** With early stopping: the epoch of the least validation loss, from 1, whose weights the model has now. Absent if none was finite. */
  bestEpoch?: number;
  /** With early stopping: whether it was this that ended the training. */
  stoppedEarly?: boolean;
}

/** Where a training stands after a batch: means over the running epoch. */
export interface BatchReport {
  /** 1-based. */
  epoch: number;
  epochs: number;
  /** Examples seen in this epoch, of `total`. */
  seen: number;
  total: number;
  loss: number;
  /** NaN for models that measure none. */
  accuracy: number;
}

/** Somebody who watches: neither method may change the model. A promise that one returns is waited for. */
export interface FitObserver {
  onBatch?(report: BatchReport): unknown;
  onEpoch?(epoch: number, history: History): unknown;
}
