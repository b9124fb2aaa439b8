/* One line of JSON that can be written in one way only (PROTOCOL 5.3).  A shape is a function that reads what JSON gave
   and throws where it is something else; numbers of the group are BigInt here and decimal text in JSON. */
import { textOf } from "./bytes.js";
import { demand, Fault } from "./reasons.js";

const NUMBER = /^(0|[1-9][0-9]{0,699})$/; // an element has at most 617 digits
const MOST = 999_999_999; // of a small number
const ALONE = /[\ud800-\udfff]/u; // half a character: a text that cannot be sent

export function dump(value) {
  const plain = (_name, part) => (typeof part === "bigint" ? part.toString() : part);
  return JSON.stringify(value, plain).replace(/\x7f/g, "\\u007f");
}

/* What stands in the text, if it is of that shape, written as it shall be. */
export function parse(text, shape) {
  const written = typeof text === "string" ? text : decoded(text);
  const found = shape(plain(written));
  expect(dump(found) === written, "the canonical way of writing");
  return found;
}

function decoded(bytes) {
  try {
    return textOf(bytes);
  } catch {
    throw new Fault("NOT_CANONICAL", "expected UTF-8");
  }
}

function plain(written) {
  try {
    return JSON.parse(written);
  } catch {
    throw new Fault("NOT_CANONICAL", "expected JSON");
  }
}

export const isNumber = (text) => NUMBER.test(text);

export function number(found) {
  expect(typeof found === "string" && NUMBER.test(found), "a decimal number as text");
  return BigInt(found);
}

export function small(found) {
  expect(Number.isInteger(found) && found >= 0 && found <= MOST, "a small whole number");
  return found;
}

export function text(found) {
  expect(typeof found === "string" && !ALONE.test(found), "a text");
  return found;
}

export const only = (...values) => (found) => {
  expect(values.includes(found), values.join(" or "));
  return found;
};

export const list = (shape) => (found) => {
  expect(Array.isArray(found), "an array");
  return found.map((part) => shape(part));
};

export const row = (...shapes) => (found) => {
  expect(Array.isArray(found) && found.length === shapes.length, `${shapes.length} parts`);
  return shapes.map((shape, at) => shape(found[at]));
};

/* The fields in the order in which they are written; one that may be left out is `maybe`. */
export const fields = (shapes) => (found) => {
  const names = Object.keys(shapes);
  expect(found !== null && typeof found === "object" && !Array.isArray(found), `an object with ${names}`);
  const given = names.filter((name) => Object.prototype.hasOwnProperty.call(found, name));
  expect(given.length === Object.keys(found).length, `no other fields than ${names}`);
  expect(names.every((name) => shapes[name].isOptional || given.includes(name)), `the fields ${names}`);
  return Object.fromEntries(given.map((name) => [name, shapes[name](found[name])]));
};

export const maybe = (shape) => Object.assign((found) => shape(found), { isOptional: true });

export const either = (...shapes) => (found) => {
  for (const shape of shapes) {
    try {
      return shape(found);
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
    }
  }
  throw new Fault("NOT_CANONICAL", "expected another shape");
};

/* Says what was expected, never what stood there: it may have been decrypted. */
function expect(holds, wanted) {
  demand(holds, "NOT_CANONICAL", `expected ${wanted}`);
}
