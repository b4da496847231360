import type { TrainingPoint } from "../charts/figures/curvePoints.js";
import type { BatchReport } from "../networks/training/history.js";

/** The batches behind a point: after `from`, up to `to`, both of one epoch. */
interface Span {
  readonly from: BatchReport;
  readonly to: BatchReport;
  readonly validation?: { readonly validationLoss: number; readonly validationAccuracy: number };
}

/** So much of a running epoch is worth a point: on a slow machine the mean of fewer batches jumps about, and points heap up. */
const worthAPoint = 1 / 50;

/** The points of a curve that grows: each tells what the batches since the one before have reached. */
export class LivePoints {
  readonly #spans: Span[] = [];
  #last: BatchReport | undefined;

  /** Where the training stands by now. */
  reach(report: BatchReport): void {
    this.#last = report;
  }

  /** How much of the running epoch was seen: 1 at its end. */
  get share(): number {
    return this.#last === undefined ? 1 : this.#last.seen / this.#last.total;
  }

  /** A point for the batches since the last one, if they are enough; the first may be of one batch. */
  add(): void {
    this.#addFrom(this.#spans.length === 0 ? 0 : worthAPoint);
  }

  /** The point at the end of an epoch, or where it was stopped, with what was measured there; NaN is not measured. */
  endEpoch(validationLoss = Number.NaN, validationAccuracy = Number.NaN): void {
    this.#addFrom(0);
    this.#joinShortEnd();
    const last = this.#spans.pop();
    if (last === undefined) return;
    const measured = !Number.isNaN(validationLoss) || !Number.isNaN(validationAccuracy);
    this.#spans.push({
      ...last,
      ...(measured ? { validation: { validationLoss, validationAccuracy } } : {}),
    });
  }

  get all(): readonly TrainingPoint[] {
    return this.#spans.map(pointOf);
  }

  #addFrom(share: number): void {
    const to = this.#last;
    if (to === undefined) return;
    const before = this.#spans.at(-1)?.to;
    const from = before?.epoch === to.epoch ? before : { ...to, seen: 0, loss: 0, accuracy: 0 };
    const seen = to.seen - from.seen;
    if (seen > 0 && seen >= share * to.total) this.#spans.push({ from, to });
  }

  /** The mean of the few batches that are left at an end jumps about: they go with the point before. */
  #joinShortEnd(): void {
    const [before, end] = this.#spans.slice(-2);
    if (before === undefined || end === undefined || before.to.epoch !== end.to.epoch) return;
    if (lengthOf(end) < lengthOf(before) / 2) this.#spans.splice(-2, 2, { from: before.from, to: end.to });
  }
}

function lengthOf({ from, to }: Span): number {
  return to.seen - from.seen;
}

/** The running mean of the epoch would hide the newest behind the oldest. */
function pointOf(span: Span): TrainingPoint {
  const { from, to, validation } = span;
  const mean = (name: "loss" | "accuracy") =>
    from.seen === 0 ? to[name] : (to[name] * to.seen - from[name] * from.seen) / lengthOf(span);
  const epoch = to.epoch - 1 + to.seen / to.total;
  return { epoch, loss: mean("loss"), accuracy: mean("accuracy"), ...validation };
}
