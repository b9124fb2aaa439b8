/* What every page that acts or is live loads.  The attributes it understands: README.md. */
import { page, redrawn } from "./wire/page.js";
import * as act from "./wire/act.js";
import * as ask from "./wire/ask.js";
import * as clocks from "./wire/clocks.js";
import * as keys from "./wire/keys.js";
import * as me from "./wire/me.js";
import * as say from "./wire/say.js";
import * as seats from "./wire/seats.js";
import * as status from "./wire/status.js";
import * as wire from "./wire/wire.js";

/* After a patch and after news about me: what only this browser knows is put back, before anything is painted. */
redrawn.push(me.show, seats.show, act.show, status.show, clocks.show, say.scan);

say.start(); // first: what is there from the start is not news
ask.start();
keys.start();
clocks.start();
act.start();
if (page.meeting) wire.start();
