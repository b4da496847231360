import { makeFigure } from "../charts/figure.js";
import { escapeMarkup, short } from "../charts/format.js";
import { terminal } from "../platform/terminal.js";
import { inKernel } from "./kernel.js";
import { liveOutput } from "./output.js";

/** A bar that moves in place. */
export interface Progress {
  /** How much is done by now, of the total; a note says what else is worth knowing: the loss, the file. Cheap to call. */
  update(done: number, note?: string): void;
  /** Ends the bar where it stands and says how long it took. */
  done(): void;
}

/** Milliseconds between two drawings: five a second look smooth and do not crowd the kernel's socket. */
const interval = 200;

/**
 * A progress bar: in a notebook below the cell, in a terminal on one line of stderr, elsewhere silent.
 * It shows the count, the rate and the time left.
 *
 * @param total how many steps there are: images, bytes, batches
 * @throws {RangeError} if the total is no number from 0
 * @example
 * const bar = progress("Reading images", 2);
 * for (const done of [1, 2]) bar.update(done);
 * bar.done();
 */
export function progress(label: string, total: number): Progress {
  if (!Number.isFinite(total) || total < 0) {
    throw new RangeError(
      `Cannot show progress of "${label}": total is ${total}. Pass how many steps there are.`,
    );
  }
  const draw = inKernel() ? notebookBar() : terminalBar();
  const start = Date.now();
  let state = { done: 0, note: "" };
  let ended = false;
  let drawnAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const redraw = () => {
    clearTimeout(timer);
    timer = undefined;
    drawnAt = Date.now();
    draw({ label, total, ...state, seconds: (drawnAt - start) / 1000, ended });
  };
  redraw();
  return {
    update(done, note = "") {
      if (ended) return;
      state = { done: Math.min(total, Math.max(0, Number.isFinite(done) ? done : state.done)), note };
      const wait = drawnAt + interval - Date.now();
      if (wait <= 0) redraw();
      // The last of a burst is drawn too, or the bar would stand still through a long step.
      else if (timer === undefined) {
        timer = setTimeout(redraw, wait);
        // A browser's timers are numbers, and keep nothing alive.
        timer.unref?.();
      }
    },
    done() {
      if (ended) return;
      ended = true;
      redraw();
    },
  };
}

interface BarState {
  readonly label: string;
  readonly total: number;
  readonly done: number;
  readonly note: string;
  readonly seconds: number;
  readonly ended: boolean;
}

type Draw = (state: BarState) => void;

function notebookBar(): Draw {
  const output = liveOutput();
  return (state) => {
    const { label, total, done } = state;
    // Two fixed lines: a longer note does not push down what stands below.
    const html = `<div style="max-width: 60em; white-space: nowrap; overflow: hidden">
<div style="display: flex; align-items: center; gap: 0.75em"><span style="white-space: nowrap">${escapeMarkup(label)}</span> <progress value="${done}" max="${Math.max(total, 1)}" style="flex: 1; height: 1.1em"></progress></div>
<div style="font-variant-numeric: tabular-nums; overflow: hidden; text-overflow: ellipsis">${escapeMarkup(details(state))}</div>
</div>`;
    output.update(makeFigure(`${label}: ${details(state)}`, { "text/html": html }));
  };
}

function terminalBar(): Draw {
  const window = terminal();
  if (window === undefined) return () => {};
  return (state) => {
    const width = 24;
    const filled = Math.round(width * share(state));
    const bar = "█".repeat(filled) + "░".repeat(width - filled);
    const line = `${state.label} ${bar} ${details(state)}`.slice(0, window.columns - 1);
    window.write(`\r\u001b[K${line}${state.ended ? "\n" : ""}`);
  };
}

/** "12,000 of 60,000 (20%) · 2,340 a second · 21 s left · loss 0.21" */
function details(state: BarState): string {
  const { done, total, seconds, note, ended } = state;
  const amount = `${number(done)} of ${number(total)} (${Math.floor(100 * share(state))}%)`;
  const rate = seconds > 0.05 && done > 0 ? done / seconds : undefined;
  const parts = [amount];
  if (rate !== undefined) parts.push(`${rate >= 1000 ? number(Math.round(rate)) : short(rate)} a second`);
  if (ended) parts.push(done < total ? `stopped after ${duration(seconds)}` : duration(seconds));
  else if (rate !== undefined && seconds >= 0.5) parts.push(`${duration((total - done) / rate)} left`);
  if (note !== "") parts.push(note);
  return parts.join(" · ");
}

function share({ done, total }: BarState): number {
  return total === 0 ? 1 : done / total;
}

function number(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 1 });
}

/** 0.4 s, 21 s, 2 min 05 s, 1 h 12 min. */
function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  if (minutes < 60) return `${minutes} min ${String(rest).padStart(2, "0")} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}
