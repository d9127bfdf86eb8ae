/** Walks over the lines of a text that are not blank, without a copy of them all. */
export class TextLines {
  /** 1-based number of the current line. */
  number = 0;
  /** The current line, trimmed. */
  text = "";
  readonly #source: string;
  #position = 0;

  constructor(source: string) {
    this.#source = source.includes("\n") ? source : source.replaceAll("\r", "\n"); // CRLF: trimmed
  }

  /** Moves to the next line that is not blank; false at the end. */
  next(): boolean {
    while (this.#position < this.#source.length) {
      const found = this.#source.indexOf("\n", this.#position);
      const end = found < 0 ? this.#source.length : found;
      this.text = this.#source.slice(this.#position, end).trim();
      this.number += 1;
      this.#position = end + 1;
      if (this.text !== "") return true;
    }
    return false;
  }
}
