import { randomInt } from "node:crypto";

const COUNT = 10;
const LENGTH = 10;
// Without the letters and digits that are taken for one another on paper.
const ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/** Ten new codes, `ABCDE-FGHJK`, of 49 random bits each. */
export function drawRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => {
    const letters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
    return `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`;
  });
}
