import type { UnitPpm } from "@/lib/domain/coefficients/key-version";
import type { RequestKind } from "@/lib/domain/requests/request-kind";
import type { RequestLine } from "@/lib/domain/requests/request-line";
import type { SuspensionGround } from "@/lib/domain/requests/suspension-ground";
import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** What a person or a machine asks for. */
export type RequestDraft = {
  readonly kind: RequestKind;
  readonly wantedDay: CivilDate;
  /** Suspension only. */
  readonly ground: SuspensionGround | null;
  readonly reason: string | null;
  /** Perimeter only. */
  readonly lines: readonly RequestLine[];
  /** The coefficients it carries: a version that is there, or values of its own; null: none. */
  readonly key:
    | { readonly versionId: string }
    | {
        readonly kind: CoefficientKind;
        readonly unitPpm: UnitPpm;
        /** Static only. [ppm] */
        readonly ppmByConsumer: ReadonlyMap<string, number>;
      }
    | null;
};
