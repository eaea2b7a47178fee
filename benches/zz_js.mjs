import { bundle, TARGET } from "./measure/bundle.mjs"; import { gzipSync } from "node:zlib"; import {writeFileSync, readFileSync} from "node:fs";
import { build } from "esbuild";
const raw = { conditions: ["workerd"], external: ["*.wasm?module"] };
const b = await bundle(`export { Contact } from "../target/bench/package/raw/payloads/Contact.js"`, raw);
writeFileSync("/tmp/onejs.mjs", b); console.log(b.length, gzipSync(b,{level:9}).length);
const {metafile} = await build({stdin:{contents:`export { Contact } from "../target/bench/package/raw/payloads/Contact.js"`,resolveDir:"."},bundle:true,minify:true,format:"esm",target:"es2022",write:false,metafile:true,...raw});
for (const o of Object.values(metafile.outputs)) for (const [k,v] of Object.entries(o.inputs).sort((a,b)=>b[1].bytesInOutput-a[1].bytesInOutput)) console.log(v.bytesInOutput,k);
