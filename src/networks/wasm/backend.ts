// The only door to the backend's package.
export { type BackendWasm, setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
