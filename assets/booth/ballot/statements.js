/* What each proof is hashed with, so that it proves nothing anywhere else (PROTOCOL 5). */
export const knowledge = (group, publicKey) => `pok|${group}|${publicKey}|`;
export const message = (text) => `sigmsg|${text}|`;
export const ballot = (hashed) => `sig|${hashed}|`;

/* S0: everything in a ballot is bound to one election and one credential. */
export const voter = (fingerprint, credential) => `${fingerprint}|${credential}`;

export const written = (ciphertexts) => ciphertexts.map(({ alpha, beta }) => `${alpha},${beta}`).join(",");

/* An interval proof: the choice in one slot, or in all of them together. */
export const slot = (by, ciphertext) => `prove|${by}|${written([ciphertext])}|`;

export const choices = (by, ciphertexts) => `${by}|${written(ciphertexts)}`;
export const blank = (by) => `bproof0|${by}|`;
export const overall = (by) => `bproof1|${by}|`;
export const free = (by, y, ciphertext) => `raweg|${by}|${y},${written([ciphertext])}|`;
export const decryption = (fingerprint, publicKey) => `decrypt|${fingerprint}|${publicKey}|`;
