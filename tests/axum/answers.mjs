/**
 * What the package of this crate answers to each request of requests.json, as a JSON array.
 *
 *     node answers.mjs <folder of the package>
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { Order, errorResponse } = await import(pathToFileURL(`${process.argv[2]}/index.js`).href);

/** @param {{content_type: string | null, body: string, times: number}} request */
async function answer({ content_type, body, times }) {
  const request = new Request("http://localhost/orders", {
    method: "POST",
    headers: content_type === null ? {} : { "content-type": content_type },
    body: new TextEncoder().encode(body.repeat(times)),
  });
  const result = await Order.fromRequest(request);
  const response = result.success ? Response.json(result.data) : errorResponse(result.error);
  return {
    status: response.status,
    content_type: response.headers.get("content-type"),
    body: await response.text(),
  };
}

const requests = JSON.parse(readFileSync(new URL("requests.json", import.meta.url), "utf8"));
console.log(JSON.stringify(await Promise.all(requests.map(answer))));
