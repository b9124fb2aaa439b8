/* The register: who may vote, as public credentials without names.  PROTOCOL 5.4 and 9. */
import { isNumber, parse } from "./canonical.js";
import * as objects from "./objects.js";
import { demand } from "./reasons.js";

/* The credentials; refused as NOT_CANONICAL, or CREDENTIAL_REGISTER for the first that may not stand. */
export function readRegister(group, text) {
  const register = new Set();
  parse(text, objects.register).forEach((written, place) => {
    const called = `credential ${place + 1}`;
    refuseUnless(isNumber(written), `${called} is not a plain number`);
    const credential = BigInt(written);
    refuseUnless(group.contains(credential), `${called} is not an element of the group`);
    refuseUnless(credential !== 1n, `anyone can sign for ${called}`);
    refuseUnless(!register.has(credential), `${called} stands twice in the register`);
    register.add(credential);
  });
  return register;
}

const refuseUnless = (holds, text) => demand(holds, "CREDENTIAL_REGISTER", text);
