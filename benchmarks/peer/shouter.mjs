/* The peer of the crowd: one message of the same size to everybody. */

import { createServer } from "node:http";
import { Server } from "socket.io";

const [, , port, size] = process.argv;
const padding = "x".repeat(Math.max(0, Number(size) - 60));
let seq = 0;
const http = createServer((_request, response) => {
  io.emit("patch", { seq: ++seq, prev: seq - 1, panels: { floor: padding }, seats: {} });
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify({ made: seq }));
});
const io = new Server(http, { perMessageDeflate: false });
io.on("connection", (socket) => socket.on("watch", (_where, answer) => answer({ seq })));
http.listen(Number(port), "127.0.0.1");
