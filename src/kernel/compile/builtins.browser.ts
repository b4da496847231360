// The modules that the platform brings: none.
export const builtinModules: readonly string[] = [];

export const isBuiltin = (_specifier: string): boolean => false;

export const platformName = "";
