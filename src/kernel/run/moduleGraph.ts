import type { Project } from "../tsconfig.js";
import { hasChanged, type LocalModule } from "./localModule.js";

/** The local modules that are held, and who has loaded whom. */
export class ModuleGraph {
  readonly #modules = new Map<string, LocalModule>();

  get(file: string): LocalModule | undefined {
    return this.#modules.get(file);
  }

  add(module: LocalModule): void {
    this.#modules.set(module.file, module);
  }

  /** Forgets what has changed on the disk, and all that has imported it: modules that import each other together. */
  dropChanged(): void {
    const projects = new Map<string, Project>();
    const gone = new Set<string>();
    for (const module of this.#modules.values()) if (hasChanged(module, projects)) gone.add(module.file);
    for (const file of gone) {
      this.#modules.delete(file);
      for (const module of this.#modules.values()) if (filesOf(module).includes(file)) gone.add(module.file);
    }
  }

  /** Forgets a module that failed, and those that hold parts of it because they import each other. */
  dropFailed(file: string): void {
    const others = [...this.#modules.keys()].filter(
      (each) => this.leadsTo(file, each) && this.leadsTo(each, file),
    );
    for (const each of [file, ...others]) this.#modules.delete(each);
  }

  /** Whether one module has loaded another, directly or not. */
  leadsTo(from: string, to: string, seen = new Set<string>()): boolean {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    const module = this.#modules.get(from);
    return module !== undefined && filesOf(module).some((each) => this.leadsTo(each, to, seen));
  }
}

function filesOf({ asked }: LocalModule): string[] {
  return [...asked.values()].map(({ file }) => file);
}
