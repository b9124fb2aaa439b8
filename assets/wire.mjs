/* The two foreign scripts of the live wire, as one module: `import { io, Idiomorph } from …/wire.js`. */
export { io } from "socket.io-client";
export { Idiomorph } from "idiomorph";
