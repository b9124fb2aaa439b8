/* A device's memory that lasts as long as the program; the one that lasts longer is store.js. */
export class Memory {
  constructor() {
    this.kept = new Map();
  }

  async get(name) {
    return this.kept.has(name) ? JSON.parse(this.kept.get(name)) : undefined;
  }

  /* Unless something stands there; what then stands. */
  async add(name, value) {
    if (!this.kept.has(name)) await this.put(name, value);
    return this.get(name);
  }

  async put(name, value) {
    this.kept.set(name, JSON.stringify(value));
  }

  async remove(name) {
    this.kept.delete(name);
  }

  async names() {
    return [...this.kept.keys()];
  }
}
