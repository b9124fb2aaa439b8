/* Makes static/vendor/booth: the programs that votes are cast and counted with, apart from everything else, and booth.json
   with their hashes.  The same sources give the same bytes, so that anyone can make it again and compare:

     npm ci && node assets/booth.mjs build/booth && cat build/booth/booth.json */
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const SOURCES = "assets/booth";
const PAGES = `${SOURCES}/pages`;
const BROWSERS = ["es2020", "safari14", "chrome87", "firefox78"]; // the council's oldest tablets
const KNOWN = { destructuring: true }; // in Safari 14 too, but for names that are read before they are there

export async function booth(folder) {
  await mkdir(folder, { recursive: true });
  await bundle(folder, [`${SOURCES}/worker.js`], "iife"); // older browsers know no modules in workers
  await bundle(folder, await pages(), "esm");
  await writeFile(`${folder}/booth.json`, await manifest(folder));
}

function bundle(outdir, entryPoints, format) {
  return build({ entryPoints, outdir, format, bundle: true, minify: true, charset: "utf8", target: BROWSERS,
    supported: KNOWN, platform: "browser", legalComments: "none" });
}

async function pages() {
  const names = await readdir(PAGES).catch(() => []);
  return names.filter((name) => name.endsWith(".js")).sort().map((name) => `${PAGES}/${name}`);
}

/* The hash of them all is what is told at an election; each file's own is what the browser compares. */
async function manifest(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".js")).sort();
  const told = await Promise.all(names.map(async (name) => [name, integrity(await readFile(path.join(folder, name)))]));
  const hash = createHash("sha256").update(told.map(([name, own]) => `${name} ${own}\n`).join("")).digest("hex");
  return `${JSON.stringify({ hash, files: Object.fromEntries(told) }, null, 1)}\n`;
}

const integrity = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

if (process.argv[1] === fileURLToPath(import.meta.url)) await booth(process.argv[2]);
