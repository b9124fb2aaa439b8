/* Numbers as an element of the group and back: what a free ballot says.  PROTOCOL 5.7.  Only in a group where every
   second number is an element. */
export const MOST_NUMBERS = 254; // above that the value no longer fits in the group
const MOST = 255; // as one number

export const canEmbed = (numbers) =>
  numbers.length <= MOST_NUMBERS && numbers.every((one) => Number.isInteger(one) && one >= 0 && one <= MOST);

/* The numbers (0 to 255) as an element; all zeros give 1. */
export function embed(group, numbers) {
  let element = numbers.reduce((whole, one) => (whole << 8n) + BigInt(one), 0n) << 8n;
  while (!group.contains(element)) element += 1n;
  return element;
}

/* The last `count` numbers; whoever encrypts anything else has written these. */
export function extract(element, count) {
  return Array.from({ length: count }, (_, at) => Number((element >> BigInt(8 * (count - at))) & 0xffn));
}
