import { expect, test } from "vitest";
import { shortenText } from "@/lib/format/shorten-text";

test.for<[string, number, string]>([
  ["Piloter", 10, "Piloter"],
  ["Piloter les réseaux", 19, "Piloter les réseaux"],
  ["Piloter les réseaux", 14, "Piloter les…"],
  ["Rôle, contrats, comptes", 16, "Rôle, contrats…"],
  ["Anticonstitutionnellement", 4, "Anti…"],
])("%s within %s characters", ([text, length, expected]) => {
  expect(shortenText(text, length)).toBe(expected);
});
