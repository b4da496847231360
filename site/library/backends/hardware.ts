import type { Gpu } from "./names.js";

/** Names of renderers that are no graphics processors: they only pretend to be one, slowly. */
const software = /swiftshader|llvmpipe|softpipe|software|basic render|lavapipe|warp/i;

/** The graphics processors that can be reached from here, by the names of their backends. */
export function hardware(alsoSoftware: boolean): Gpu[] {
  const renderer = webglRenderer();
  return renderer !== undefined && (alsoSoftware || !software.test(renderer)) ? ["webgl"] : [];
}

function webglRenderer(): string | undefined {
  try {
    const context = new OffscreenCanvas(1, 1).getContext("webgl2");
    if (!context) return undefined;
    const named = context.getExtension("WEBGL_debug_renderer_info");
    const renderer = context.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : context.RENDERER);
    context.getExtension("WEBGL_lose_context")?.loseContext();
    return String(renderer);
  } catch {
    return undefined;
  }
}
