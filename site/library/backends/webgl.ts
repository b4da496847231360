// A file of its own name, so that nobody fetches it ahead.
import "@tensorflow/tfjs-backend-webgl";
