/* Who holds the key of an election, and whether they hold it as they say.  PROTOCOL 5.5.  A single key is a group of
   one, all of which must decrypt: the server's. */
import { parse } from "./canonical.js";
import * as objects from "./objects.js";
import { demand } from "./reasons.js";
import { verificationKey } from "./sharing.js";
import { checkPublicKey, readCertificate, readCoefficients } from "./signed.js";

/* {sharers: [{firstOwner, threshold, publicKeys, isMandatory}], electionKey}; owners count from 1 through the list. */
export async function readTrustees(group, text) {
  const trustees = parse(text, objects.trustees);
  refuseUnless(trustees.length, "nobody holds the key");
  const opened = [];
  for (const [kind, entry] of trustees) {
    opened.push(kind === "Single" ? await openSingle(group, entry) : await openShared(group, entry));
  }
  const marks = opened.flatMap((one) => one.marks);
  demand(new Set(marks).size === marks.length, "THRESHOLD", "one and the same teller has two seats");
  return assembled(group, opened);
}

async function openSingle(group, key) {
  await checkPublicKey(group, key);
  const publicKeys = [key.public_key];
  return { threshold: 1, publicKeys, isMandatory: true, parts: publicKeys, marks: publicKeys, certificates: [] };
}

async function openShared(group, shared) {
  const { threshold, certs, coefexps, verification_keys: keys } = shared;
  const isWhole = certs.length >= 1 && certs.length === coefexps.length && certs.length === keys.length;
  refuseUnless(isWhole, "not one certificate, polynomial and key for each seat");
  const certificates = await Promise.all(certs.map((one) => readCertificate(group, one)));
  const dealt = await Promise.all(coefexps.map((one, at) => readCoefficients(group, one, certificates[at])));
  for (const [at, key] of keys.entries()) {
    await checkPublicKey(group, key);
    const isDealt = key.public_key === verificationKey(group, dealt, at + 1);
    refuseUnless(isDealt, `the key of seat ${at + 1} is not the one dealt to it`);
  }
  checkThreshold(threshold, dealt);
  return {
    threshold,
    publicKeys: keys.map((key) => key.public_key),
    isMandatory: false,
    parts: dealt.map((one) => one.coefexps[0]),
    marks: certificates.flatMap(({ verification, encryption }) => [verification, encryption]),
    certificates,
  };
}

function checkThreshold(threshold, dealt) {
  const isTrue = threshold >= 1 && threshold <= dealt.length && dealt.every((one) => one.coefexps.length === threshold);
  demand(isTrue, "THRESHOLD", `it is told that ${threshold} of ${dealt.length} decrypt, the polynomials say otherwise`);
}

function assembled(group, opened) {
  let firstOwner = 1;
  const sharers = opened.map(({ threshold, publicKeys, isMandatory, certificates }) => {
    const sharer = { firstOwner, threshold, publicKeys, isMandatory, certificates };
    firstOwner += publicKeys.length;
    return sharer;
  });
  return {
    sharers,
    publicKeys: opened.flatMap((one) => one.publicKeys), // of owner 1, 2, 3, …
    electionKey: group.product(opened.flatMap((one) => one.parts)),
  };
}

const refuseUnless = (holds, text) => demand(holds, "TRUSTEE_PROOF", text);
