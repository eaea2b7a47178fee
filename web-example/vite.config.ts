import react from "@vitejs/plugin-react";
import { defineConfig, type ProxyOptions } from "vite";

/** Where the functions of deno-example listen. */
const FUNCTIONS = process.env.FUNCTIONS_URL ?? "http://127.0.0.1:8000";

const proxy: Record<string, ProxyOptions> = {
  "/functions": {
    target: FUNCTIONS,
    // As gateways answer for a server that is down; Vite alone would say 500, as if the server had failed.
    configure: (proxy) =>
      proxy.on("error", (_error, _request, response) => {
        if ("writeHead" in response) response.writeHead(502).end();
      }),
  },
};

const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:";

export default defineConfig({
  plugins: [react()],
  // The package is a folder of this repository, outside of this one.
  server: { proxy, fs: { allow: [".", "../pkg"] } },
  // As strict as a page with WebAssembly can be, so that the tests see that the package asks for no more.
  preview: { proxy, headers: { "content-security-policy": POLICY } },
});
