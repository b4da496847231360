import { Between } from "./between.js";
import { Inspector } from "./inspector.js";
import type { Standing } from "./pauses.js";
import { Published } from "./published.js";

/** One kernel as one who looks at its variables sees it. */
export abstract class Looking extends Published {
  readonly inspector = new Inspector((method, params) => this.event(method, params));
  readonly between = new Between(this.inspector);
  /** Whether the debugger is on. */
  isStarted = false;
  /** Whether a cell runs, or stands still. */
  isRunning = false;
  standing: Standing | undefined;
  /** Whether the inspector is open while the debugger is off: somebody has looked at variables. */
  protected looks = false;

  protected abstract event(method: string, params: unknown): void;

  /** Whether the code stands still. */
  get stands(): boolean {
    return this.standing !== undefined;
  }

  /** Sees to it that variables can be looked at, also while the debugger is off. */
  look(): void {
    if (this.isStarted || this.looks) return;
    this.looks = true;
    this.inspector.open();
  }
}
