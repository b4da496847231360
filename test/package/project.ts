import { spawn } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly seconds: number;
}

/** An empty folder of somebody who has npm, and nothing of this checkout but the package. */
export class Project {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "convlab-package-")));
  /** The reader's own settings stay (their registries); install scripts run; Jupyter's folder for users is the project's. */
  readonly env: Record<string, string>;

  constructor() {
    const own = Object.entries(process.env).filter(
      ([name]) => !/^(?:npm_(?!config_registry)|NODE_TEST|NODE_OPTIONS|JUPYTER|INIT_CWD)/i.test(name),
    );
    this.env = {
      ...(Object.fromEntries(own) as Record<string, string>),
      npm_config_ignore_scripts: "false",
      npm_config_dangerously_allow_all_scripts: "true",
      JUPYTER_DATA_DIR: this.on("jupyter"),
      JUPYTER_PREFER_ENV_PATH: "0",
    };
  }

  on(...names: string[]): string {
    return join(this.folder, ...names);
  }

  /** Runs a command line to its end; `onOutput` hears what it has printed so far, and may end it as Ctrl-C does. */
  run(
    line: string,
    { cwd = this.folder, onOutput = (_text: string, _interrupt: () => void) => {} } = {},
  ): Promise<Ended> {
    const started = Date.now();
    const [command = "", ...args] = line.split(" ");
    // A process group of its own, as a terminal gives one.
    const child = spawn(command, args, { cwd, env: this.env, detached: true });
    const interrupt = () => process.kill(-(child.pid as number), "SIGINT");
    return new Promise((done) => {
      let out = "";
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding("utf8").on("data", (text: string) => {
          out += text;
          onOutput(out, interrupt);
        });
      }
      child.on("close", (code) => done({ code, out, seconds: (Date.now() - started) / 1000 }));
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
