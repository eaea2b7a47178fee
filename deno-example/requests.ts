/** The requests in requests/, and how they are sent. */

/** One request, and the status it must be answered with. */
export interface Sample {
  readonly name: string;
  readonly method: string;
  /** `{id}` stands for the id in the last answer 201. */
  readonly path: string;
  readonly headers?: Record<string, string>;
  /** Text goes as it is, anything else as JSON. */
  readonly body?: unknown;
  /** Blanks are added to the body until it has this many bytes. */
  readonly padTo?: number;
  readonly expect: number;
}

/** A sample with what became of it. */
export interface Exchange {
  readonly sample: Sample;
  readonly path: string;
  readonly response: Response;
  readonly text: string;
}

/** The samples in the order of their file names. */
export async function samples(): Promise<Sample[]> {
  const folder = new URL("requests/", import.meta.url);
  const names = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name).sort();
  return await Promise.all(
    names.map(async (name) => JSON.parse(await Deno.readTextFile(new URL(name, folder)))),
  );
}

/** Sends the samples to `url` one after the other. */
export async function* send(url: string, samples: Sample[]): AsyncGenerator<Exchange> {
  let id = "";
  for (const sample of samples) {
    const path = sample.path.replace("{id}", id);
    const response = await fetch(url + path, {
      method: sample.method,
      headers: sample.headers ?? {},
      body: bodyOf(sample),
    });
    const text = await response.text();
    if (response.status === 201) id = JSON.parse(text).id;
    yield { sample, path, response, text };
  }
}

function bodyOf({ body, padTo = 0 }: Sample): Uint8Array<ArrayBuffer> | null {
  if (body === undefined) return null;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const bytes = new TextEncoder().encode(text);
  if (bytes.length >= padTo) return bytes;
  const padded = new Uint8Array(padTo).fill(0x20);
  padded.set(bytes);
  return padded;
}
