export const fileURLToPath = (u) => String(u); export const pathToFileURL = (p) => new URL(p);
