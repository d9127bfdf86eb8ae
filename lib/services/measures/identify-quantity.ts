import { plainToken } from "@/lib/domain/measures/plain-token";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import { type MeasureFileRole, quantityOfTypeToken } from "@/lib/formats/annex-6/quantity-of-type-token";
import type { FileProblem } from "@/lib/formats/file-problem";
import type { ImportContext } from "./import-context";
import * as messages from "./import-messages";

type QuantityClaim = {
  /** Names the file, or one of its curves. */
  readonly key: string;
  readonly file: string;
  /** What the file itself says. */
  readonly quantity: EnergyQuantity | null;
  /** The word of its name, where it has one. */
  readonly typeToken: string | null;
};

// The word of the convention for energies of any kind: an answer for one file says nothing of the next.
const SAYS_NOTHING = "quantites";

/** What is measured: by the file, by the word of its name, by what its sender says, or a question. */
export function identifyQuantity(
  { key, file, quantity, typeToken }: QuantityClaim,
  role: MeasureFileRole | null,
  { ask }: Pick<ImportContext, "ask">,
): { readonly quantity: EnergyQuantity } | { readonly problem: FileProblem } {
  const said = quantity ?? (typeToken === null ? null : quantityOfTypeToken(typeToken, role));
  if (said) return { quantity: said };
  const token = typeToken === null ? "" : plainToken(typeToken);
  const isUnknownWord =
    typeToken !== null && token !== "" && token !== SAYS_NOTHING && quantityOfTypeToken(typeToken, "consumer") === null;
  const answer = isUnknownWord
    ? ask({
        id: `type:${token}`,
        kind: "quantity",
        subject: typeToken,
        file,
        message: `Que contient un fichier de type « ${typeToken} » ?`,
      })
    : ask({ id: `quantity:${key}`, kind: "quantity", subject: file, file, message: `Que contient « ${file} » ?` });
  // Only quantities are answers to these questions: see importContext.
  if (answer !== null) return { quantity: answer as EnergyQuantity };
  return { problem: typeToken === null ? messages.unknownQuantity(file) : messages.unknownType(typeToken) };
}
