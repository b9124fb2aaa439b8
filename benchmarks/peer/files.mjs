/* The peer of the snapshot: one file, read from the disk for each who asks, with a tag for those who have it. */

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

const [, , port, path] = process.argv;

createServer(async (request, response) => {
  const body = await readFile(path);
  const tag = `"${createHash("sha1").update(body).digest("base64url")}"`;
  response.setHeader("ETag", tag);
  response.setHeader("Content-Type", "application/json");
  response.statusCode = request.headers["if-none-match"] === tag ? 304 : 200;
  response.end(response.statusCode === 200 ? body : undefined);
}).listen(Number(port), "127.0.0.1");
