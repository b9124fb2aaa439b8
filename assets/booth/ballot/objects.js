/* Every object of an election, with its fields in the order in which they are written.  PROTOCOL 5 and 6. */
import { either, fields, list, maybe, number, only, row, small, text } from "./canonical.js";

// What everything is made of
export const proof = fields({ challenge: number, response: number });
export const ciphertext = fields({ alpha: number, beta: number });

// The keys
export const publicKey = fields({ pok: proof, public_key: number, name: maybe(text) });
export const signedMessage = fields({ message: text, signature: proof });
export const certificate = fields({ verification: number, encryption: number });
export const coefficients = fields({ coefexps: list(number) });
export const threshold = fields({
  threshold: small,
  certs: list(signedMessage),
  coefexps: list(signedMessage),
  verification_keys: list(publicKey),
});
export const single = row(only("Single"), publicKey);
export const pedersen = row(only("Pedersen"), threshold);
export const trustees = list(either(single, pedersen));
export const register = list(text);

// The election
export const homomorphic = fields({
  answers: list(text),
  blank: maybe(only(true)),
  min: small,
  max: small,
  question: text,
});
export const mixnet = fields({ type: only("NonHomomorphic"), value: fields({ answers: list(text), question: text }) });
export const terms = fields({
  version: small,
  description: text,
  name: text,
  group: text,
  public_key: number,
  questions: list(either(homomorphic, mixnet)),
  uuid: text,
  administrator: maybe(text),
  credential_authority: maybe(text),
});

// The ballot
export const marks = fields({
  choices: list(ciphertext),
  individual_proofs: list(list(proof)),
  overall_proof: list(proof),
  blank_proof: maybe(list(proof)),
});
export const free = fields({ choices: ciphertext, proof });
export const signature = fields({ hash: text, proof });
export const ballot = fields({
  election_uuid: text,
  election_hash: text,
  credential: number,
  answers: list(either(marks, free)),
  signature,
});

// The count
export const encryptedTally = list(list(ciphertext));
export const tallyRecord = fields({ num_tallied: small, total_weight: small, encrypted_tally: text });
const elements = list(number);
export const shuffleProof = row(
  row(number, number, number, row(number, number), elements),
  row(number, number, number, number, elements, elements),
  elements,
  elements,
);
export const shuffle = fields({ ciphertexts: encryptedTally, proofs: list(shuffleProof) });
export const partialDecryption = fields({ decryption_factors: list(elements), decryption_proofs: list(list(proof)) });
export const owned = fields({ owner: small, payload: text });
export const result = fields({ result: list(either(list(small), list(list(small)))) });

// The archive
export const header = fields({ version: small, timestamp: text });
export const setup = fields({ election: text, trustees: text, credentials: text });
export const event = fields({
  parent: maybe(text),
  height: small,
  type: only(
    "Setup", "Ballot", "EndBallots", "EncryptedTally", "Shuffle", "EndShuffles", "PartialDecryption", "Result",
  ),
  payload: maybe(text),
});

// The ceremony in which tellers make their common key
export const envelope = fields({ alpha: number, beta: number, data: text });
export const polynomial = fields({ polynomial: text, secrets: list(text), coefexps: signedMessage });
export const dealt = fields({ polynomial: text, secrets: list(text), coefexps: list(signedMessage) });
export const output = fields({ private_key: text, public_key: publicKey });
export const revealed = fields({ certificate: text, nonce: text });
