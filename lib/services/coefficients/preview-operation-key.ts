import "server-only";
import { listCoefficientKeys } from "@/lib/data/coefficient-keys";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { type Coefficients, WHOLE_PPM } from "@/lib/domain/coefficients/coefficients";
import type { KeyRule } from "@/lib/domain/coefficients/key-rule";
import { makeCoefficients } from "@/lib/domain/coefficients/make-coefficients";
import { type KeyPreview, type PreviewPart, previewKey } from "@/lib/domain/coefficients/preview-key";
import { DomainError } from "@/lib/domain/errors";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { cachedPreviewInput } from "./cached-preview-input";
import type { PreviewInput } from "./read-preview-input";

/** A key to try. A dynamic one is made by its rule, which names consumers by their PRM, or comes as it is. */
export type TriedKey =
  | { readonly kind: "default" }
  | { readonly kind: "static"; readonly ppmByPrm: ReadonlyMap<string, number> }
  | { readonly kind: "dynamic_simple"; readonly rule: KeyRule; readonly unitPpm: number }
  | { readonly kind: "made"; readonly coefficientsFor: (input: PreviewInput) => Coefficients };

export type OperationPreview = Omit<PreviewInput, "basis"> & {
  /** In the order of `consumers` and `producers`. */
  readonly tried: KeyPreview;
  /** What the tried key gives to consumers no curve speaks of: it counts as surplus. [ppm] */
  readonly leftOutPpm: number;
  readonly inForce: {
    /** Of the key in force; null when there is none. */
    readonly kind: CoefficientKind | null;
    /** What it was compared by: the default key where it has no static values. */
    readonly comparedKind: "static" | "default";
    readonly preview: KeyPreview;
  };
};

/**
 * What a key would have given over the last twelve months, beside the one in force.
 *
 * @param day - Today.
 * @throws {DomainError} UNKNOWN_METERING_POINT when a share is given to who is no consumer by then; INVALID_COEFFICIENT,
 *   COEFFICIENTS_ABOVE_ONE, COEFFICIENTS_MISMATCH as `allocate` does; INVALID_KEY_RULE, CALENDAR_OVERLAP as
 *   `makeCoefficients` does.
 */
export async function previewOperationKey(
  operation: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  day: CivilDate,
  key: TriedKey,
): Promise<OperationPreview> {
  const [{ input }, keys] = await Promise.all([cachedPreviewInput(operation, day), listCoefficientKeys(operation.id)]);
  const { basis, ...points } = input;
  const current = keys.find((each) => isAttachedOn(each, day));
  return {
    ...points,
    tried: previewKey(basis, coefficientsOf(key, input)),
    leftOutPpm: key.kind === "static" ? sumLeftOut(key.ppmByPrm, input) : 0,
    inForce: {
      kind: current?.kind ?? null,
      comparedKind: current?.kind === "static" ? "static" : "default",
      preview: rememberedPreview(
        input,
        current?.kind === "static" ? inForceOf(current.ppmByConsumer, input) : { kind: "default" },
      ),
    },
  };
}

function coefficientsOf(key: TriedKey, input: PreviewInput): Coefficients | ((part: PreviewPart) => Coefficients) {
  if (key.kind === "default") return key;
  if (key.kind === "made") return key.coefficientsFor(input);
  if (key.kind === "dynamic_simple") return (part) => makePart(key, input, part);
  assertShares(key.ppmByPrm, input);
  return { kind: "static", ppm: input.consumers.map(({ prm }) => key.ppmByPrm.get(prm) ?? 0) };
}

function makePart(
  { rule, unitPpm }: Extract<TriedKey, { kind: "dynamic_simple" }>,
  { consumers }: PreviewInput,
  { axis, production, withdrawal }: PreviewPart,
): Coefficients {
  const productionWh = new Float64Array(axis.length);
  for (const { energyWh } of production) {
    for (let t = 0; t < productionWh.length; t += 1) {
      productionWh[t] = (productionWh[t] as number) + (energyWh[t] as number);
    }
  }
  const withdrawalWh = withdrawal.map(({ energyWh }) => energyWh);
  const consumerIds = consumers.map(({ prm }) => prm);
  const { ppm } = makeCoefficients(rule, { axis, consumerIds, withdrawalWh, productionWh, unitPpm });
  return { kind: "dynamic_simple", ppm };
}

function inForceOf(ppmByConsumer: ReadonlyMap<string, number>, { consumers }: PreviewInput): Coefficients {
  return { kind: "static", ppm: consumers.map(({ id }) => ppmByConsumer.get(id) ?? 0) };
}

function assertShares(ppmByPrm: ReadonlyMap<string, number>, { consumers, leftOut }: PreviewInput): void {
  const known = new Set([...consumers, ...leftOut.filter(({ role }) => role === "consumer")].map(({ prm }) => prm));
  let sumPpm = 0;
  for (const [prm, ppm] of ppmByPrm) {
    if (!known.has(prm)) {
      throw new DomainError("UNKNOWN_METERING_POINT", "not a consumer of the operation", { details: { prm } });
    }
    if (!Number.isInteger(ppm) || ppm < 0 || ppm > WHOLE_PPM) {
      throw new DomainError("INVALID_COEFFICIENT", "a share is an integer in ppm", { details: { ppm } });
    }
    sumPpm += ppm;
  }
  // Those whom no curve speaks of are part of the sum too.
  if (sumPpm > WHOLE_PPM) {
    throw new DomainError("COEFFICIENTS_ABOVE_ONE", "the shares exceed the whole", { details: { sumPpm } });
  }
}

function sumLeftOut(ppmByPrm: ReadonlyMap<string, number>, { leftOut }: PreviewInput): number {
  return leftOut.reduce((sum, { prm, role }) => sum + (role === "consumer" ? (ppmByPrm.get(prm) ?? 0) : 0), 0);
}

/** The key in force, tried once on each input: it stays the same while another one is being made. */
const inForcePreviews = new WeakMap<PreviewInput, { readonly name: string; readonly preview: KeyPreview }>();

function rememberedPreview(input: PreviewInput, coefficients: Coefficients): KeyPreview {
  const name = coefficients.kind === "static" ? coefficients.ppm.join() : coefficients.kind;
  const found = inForcePreviews.get(input);
  if (found?.name === name) return found.preview;
  const preview = previewKey(input.basis, coefficients);
  inForcePreviews.set(input, { name, preview });
  return preview;
}
