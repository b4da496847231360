import type ts = require("typescript");

// A page starts without a snapshot.
const started = false;
const files: ReadonlyMap<string, { readonly file: ts.SourceFile; readonly version: string }> = new Map();
const modules: ReadonlyMap<string, ReadonlyMap<string, ts.ResolvedModuleFull>> = new Map();
const types: ReadonlyMap<string, ReadonlyMap<string, ts.ResolvedTypeReferenceDirective>> = new Map();

function provide(): void {}

export = { started, files, modules, types, provide };
