/* Makes static/vendor: scripts, styles, fonts, icons. Run by assets/hook.py, or by hand with node. */
import { build } from "esbuild";
import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { booth } from "./booth.mjs";

const OUT = "static/vendor";
const NEW = `build/vendor.${process.pid}`;
const MODULES = "node_modules";
const FONT = `${MODULES}/@fontsource-variable/atkinson-hyperlegible-next`;
const BROWSERS = ["es2022", "safari15.4", "chrome105", "firefox121"];

/* pdf.js: the build for older browsers, because the council's tablets are seldom new. */
const COPIES = {
  [`${FONT}/files/atkinson-hyperlegible-next-latin-wght-normal.woff2`]: "atkinson-latin.woff2",
  [`${FONT}/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2`]: "atkinson-latin-ext.woff2",
  [`${MODULES}/pdfjs-dist/legacy/build/pdf.min.mjs`]: "pdfjs/pdf.js",
  [`${MODULES}/pdfjs-dist/legacy/build/pdf.worker.min.mjs`]: "pdfjs/pdf.worker.js",
  [`${MODULES}/pdfjs-dist/standard_fonts`]: "pdfjs/fonts",
  [`${MODULES}/pdfjs-dist/wasm`]: "pdfjs/wasm",
};
const MARKS = ["hand", "wifi-off", "life-buoy"];
const SHIPPED = ["@fontsource-variable/atkinson-hyperlegible-next", "idiomorph", "lucide-static", "pdfjs-dist",
  "socket.io-client", "socket.io-parser", "engine.io-client", "engine.io-parser", "@socket.io/component-emitter",
  "debug", "ms"];

await rm(NEW, { recursive: true, force: true });
await mkdir(`${NEW}/pdfjs`, { recursive: true });
await Promise.all([script(), styles(), icons(), marks(), copies(), licences(), booth(`${NEW}/booth`)]);
await swap();

function script() {
  return build({ entryPoints: { live: "static/js/live.js", public: "static/js/public.js" }, outdir: NEW, bundle: true, minify: true, format: "esm",
    target: BROWSERS, platform: "browser", legalComments: "none", define: { "process.env.NODE_ENV": '"production"' },
    banner: { js: "/* Licences: licences.txt */" } });
}

function styles() {
  const sheets = ["klubba", "desk", "ballots", "hall", "public", "print"].map((name) => `assets/css/${name}.css`);
  return build({ entryPoints: sheets, outdir: NEW, bundle: true, minify: true, target: BROWSERS,
    external: ["*.woff2", "icon-*.svg"], legalComments: "none" });
}

async function icons() {
  const names = JSON.parse(await readFile("assets/icons.json", "utf8"));
  const symbols = await Promise.all(names.map(symbol));
  await writeFile(`${NEW}/icons.svg`, `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`);
}

async function symbol(name) {
  const svg = await readFile(`${MODULES}/lucide-static/icons/${name}.svg`, "utf8");
  const inner = svg.match(/<svg[^>]*>([\s\S]*)<\/svg>/)[1];
  const lines = [...inner.matchAll(/<path d="([^"]*)"/g)].map(([, line]) => fromOrigin(line));
  const shapes = inner.match(/<(?!path)[a-z]+ [^>]*\/>/g) ?? [];
  const path = lines.length ? `<path d="${lines.join("")}"/>` : "";
  return `<symbol id="${name}" viewBox="0 0 24 24">${path}${shapes.join("").replaceAll(" />", "/>")}</symbol>`;
}

/* A path that follows another must begin at a place of its own, not where the other ended. */
function fromOrigin(line) {
  return line.replace(/^m\s*(-?[\d.]+)[\s,]*(-?[\d.]+)\s*(?=[-\d.])/, "M$1 $2l").replace(/^m/, "M");
}

/* Signs that a style sheet draws by itself, where sixty icons in the page would be too many. */
function marks() {
  return Promise.all(MARKS.map(async (name) => {
    const svg = await readFile(`${MODULES}/lucide-static/icons/${name}.svg`, "utf8");
    await writeFile(`${NEW}/icon-${name}.svg`, svg.replace("currentColor", "#000").replace(/stroke-width="2"/, 'stroke-width="2.5"'));
  }));
}

function copies() {
  return Promise.all(Object.entries(COPIES).map(([from, to]) => cp(from, `${NEW}/${to}`, { recursive: true })));
}

async function licences() {
  const texts = await Promise.all(SHIPPED.map(licence));
  await writeFile(`${NEW}/licences.txt`, texts.join("\n"));
}

async function licence(name) {
  const { version } = JSON.parse(await readFile(`${MODULES}/${name}/package.json`, "utf8"));
  const file = (await readdir(`${MODULES}/${name}`)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? await readFile(path.join(MODULES, name, file), "utf8") : "";
  return `===== ${name} ${version} =====\n${text.trim()}\n`;
}

/* Whoever is being served right now should not meet half a folder. */
async function swap() {
  const old = `${NEW}.old`;
  await mkdir("static", { recursive: true });
  await rename(OUT, old).catch(() => undefined);
  await rename(NEW, OUT);
  await rm(old, { recursive: true, force: true });
}
