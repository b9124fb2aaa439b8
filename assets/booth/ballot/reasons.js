/* Why something is refused: a code that never changes, and words for whoever develops.  Never anything secret. */
export class Fault extends Error {
  constructor(code, text) {
    super(`${code}: ${text}`);
    this.code = code;
    this.text = text;
  }
}

export function demand(holds, code, text) {
  if (!holds) throw new Fault(code, text);
}
