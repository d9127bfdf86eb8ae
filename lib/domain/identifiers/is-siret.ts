const LA_POSTE_SIREN = "356000000";
const LA_POSTE_HEAD_OFFICE = "35600000000048";

/**
 * Whether a text is a valid SIRET: 14 digits, Luhn over all of them and over the
 * first nine (the SIREN).
 *
 * La Poste has more establishments than Luhn allows: all but its head office
 * pass when the sum of their digits is a multiple of five.
 *
 * @see INSEE, Sirene documentation, "Contrôle de la clé".
 *
 * @example
 * isSiret("35600000049837"); // => true (La Poste)
 */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false;
  if (text.startsWith(LA_POSTE_SIREN) && text !== LA_POSTE_HEAD_OFFICE) {
    return [...text].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
  }
  return passesLuhn(text) && passesLuhn(text.slice(0, 9));
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = digit * 2;
    sum += index % 2 === 0 ? digit : doubled - (doubled > 9 ? 9 : 0);
  }
  return sum % 10 === 0;
}
