import type { Gpu } from "./names.js";

/** Names of renderers that are no graphics processors: they only pretend to be one, slowly. */
const software = /swiftshader|llvmpipe|softpipe|software|basic render|lavapipe|warp/i;

interface GpuAdapter {
  readonly isFallbackAdapter?: boolean;
  readonly info?: Readonly<Record<"vendor" | "architecture" | "device" | "description", string>>;
}

/** The graphics processors that can be reached from here, by the names of their backends. */
export async function hardware(alsoSoftware: boolean): Promise<Gpu[]> {
  const names = { webgpu: await webgpuName(), webgl: webglName() };
  const isReal = (name: string | undefined) => name !== undefined && (alsoSoftware || !software.test(name));
  return (["webgpu", "webgl"] as const).filter((gpu) => isReal(names[gpu]));
}

async function webgpuName(): Promise<string | undefined> {
  try {
    const { gpu } = navigator as { gpu?: { requestAdapter(): Promise<GpuAdapter | null> } };
    const adapter = await gpu?.requestAdapter();
    if (!adapter) return undefined;
    const { vendor, architecture, device, description } = adapter.info ?? {};
    const words = [vendor, architecture, device, description, adapter.isFallbackAdapter && "software"];
    return words.filter(Boolean).join(" ");
  } catch {
    return undefined;
  }
}

function webglName(): string | undefined {
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
