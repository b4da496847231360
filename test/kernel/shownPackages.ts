// Packages whose values a notebook shows, installed once for the tests.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./toolsEnvironment.js";

const versions = {
  "@napi-rs/canvas": "1.1.1",
  "apache-arrow": "21.2.0",
  arquero: "5.4.1",
  linkedom: "0.18.15",
};

/** The `node_modules` that holds them. @throws {Error} if npm cannot install them */
export function shownPackages(): string {
  const folder = join(root, ".cache", "tests", "shown");
  const manifest = JSON.stringify({ private: true, dependencies: versions });
  const stamp = join(folder, "installed.json");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== manifest) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), manifest);
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"], {
      cwd: folder,
    });
    writeFileSync(stamp, manifest);
  }
  return join(folder, "node_modules");
}
