import ts from "./typescript.cjs";

/** A file that a checker can take though no program has read it. */
export interface BoundFile extends ts.SourceFile {
  path: string;
  resolvedPath: string;
  originalFileName: string;
  imports: readonly ts.StringLiteralLike[];
  moduleAugmentations: readonly ts.Node[];
  ambientModuleNames: readonly string[];
  externalModuleIndicator?: ts.Node | true;
  readonly parseDiagnostics: readonly ts.Diagnostic[];
  readonly bindDiagnostics: readonly ts.Diagnostic[];
  readonly commentDirectives?: readonly CommentDirective[];
  readonly checkJsDirective?: { readonly enabled: boolean };
}

/** `@ts-ignore` or `@ts-expect-error`. */
interface CommentDirective {
  readonly range: ts.TextRange;
}

export interface Resolution {
  readonly resolvedModule: ts.ResolvedModuleFull | undefined;
}

/** What a checker asks of a program beside what the types say. */
export interface CheckerHost extends ts.Program {
  getResolvedModule(file: ts.SourceFile, name: string, mode: ts.ResolutionMode): Resolution | undefined;
}

export interface FullChecker extends ts.TypeChecker {
  getDiagnostics(file: ts.SourceFile): readonly ts.Diagnostic[];
  isUnknownSymbol(symbol: ts.Symbol): boolean;
  /** Of a module that exports one thing as a whole (`export =`), what that thing has too. */
  getExportsAndPropertiesOfModule(module: ts.Symbol): ts.Symbol[];
  resolveName(
    name: string,
    place: ts.Node,
    meaning: ts.SymbolFlags,
    excludeGlobals: boolean,
  ): ts.Symbol | undefined;
}

interface NeverCancelled {
  isCancellationRequested(): boolean;
  throwIfCancellationRequested(): void;
}

/**
 * Parts of TypeScript that it exports and does not document. Its version is pinned, and a test compares what is built
 * on them with TypeScript's own language service.
 */
interface Internals {
  createTypeChecker(host: ts.Program): FullChecker;
  setParent(child: ts.Node, parent: ts.Node): void;
  bindSourceFile(file: ts.SourceFile, options: ts.CompilerOptions): void;
  createCommentDirectivesMap(
    file: ts.SourceFile,
    directives: readonly CommentDirective[],
  ): { markUsed(line: number): boolean; getUnusedExpectations(): readonly CommentDirective[] };
  getTouchingPropertyName(file: ts.SourceFile, position: number): ts.Node;
  isExpressionNode(node: ts.Node): boolean;
  getContainerNode(node: ts.Node): ts.Node;
  findPrecedingToken(position: number, file: ts.SourceFile): ts.Node | undefined;
  /** Something where a position is in a comment. */
  isInComment(file: ts.SourceFile, position: number): object | undefined;
  readonly Completions: {
    getCompletionsAtPosition(
      host: ts.LanguageServiceHost,
      program: ts.Program,
      log: (line: string) => void,
      file: ts.SourceFile,
      position: number,
      preferences: ts.GetCompletionsAtPositionOptions,
      triggerCharacter: undefined,
      triggerKind: undefined,
      cancellation: NeverCancelled,
      format: object,
      includeSymbol: boolean,
    ): ts.CompletionInfo | undefined;
  };
  readonly SignatureHelp: {
    getSignatureHelpItems(
      program: ts.Program,
      file: ts.SourceFile,
      position: number,
      reason: undefined,
      cancellation: NeverCancelled,
    ): ts.SignatureHelpItems | undefined;
  };
  readonly SymbolDisplay: {
    getSymbolDisplayPartsDocumentationAndSymbolKind(
      checker: ts.TypeChecker,
      symbol: ts.Symbol,
      file: ts.SourceFile,
      enclosing: ts.Node,
      location: ts.Node,
      /** 1 for values, 2 for types, 4 for namespaces; as the location says by default. */
      meaning?: number,
    ): Pick<ts.QuickInfo, "displayParts" | "documentation" | "tags">;
  };
  readonly formatting: {
    getFormatContext(settings: ts.FormatCodeSettings, host: ts.LanguageServiceHost): object;
  };
}

/** TypeScript's own mark for nodes that hold something of TypeScript. */
const containsTypeScript = 1;

export const internals = ts as unknown as Internals;

/** Whether a part of a file holds types, or anything else that JavaScript has not. */
export function hasTypes(node: ts.Node): boolean {
  return ((node as unknown as { transformFlags: number }).transformFlags & containsTypeScript) !== 0;
}

export const neverCancelled: NeverCancelled = {
  isCancellationRequested: () => false,
  throwIfCancellationRequested() {},
};
