import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { RequestKind } from "./request-kind";
import type { RequestState } from "./request-state";

/** What the life of a request depends on. */
export type RequestProgress = {
  readonly kind: RequestKind;
  readonly state: RequestState;
  /** Day from which it is wanted to hold. */
  readonly wantedDay: CivilDate;
  /** Day on which it was sent last; null for a draft. */
  readonly sentDay: CivilDate | null;
  /** Day of the last thing that happened to it; null for a draft. */
  readonly lastDay: CivilDate | null;
  /** Day from which it holds, as the DSO or the convention says; null until then. */
  readonly effectDay: CivilDate | null;
};

/** What the DSO says is wrong, and of what. */
export type RequestProblem = {
  /** Null: the request as a whole. */
  readonly meteringPointId: string | null;
  /** What of it: PRM, identity, coefficient, notice… */
  readonly subject: RequestSubject;
  /** What the DSO wrote. */
  readonly text: string;
};

/** The examples of anomalies that the convention gives (art. 3.2.1, 4.2, 4.3). */
export const REQUEST_SUBJECTS = ["prm", "identity", "coefficients", "notice", "prerequisite", "file", "other"] as const;

export type RequestSubject = (typeof REQUEST_SUBJECTS)[number];

/** What can happen to a request, on a day. */
export type RequestMove =
  | {
      readonly move: "send";
      readonly day: CivilDate;
      /** The DSO agreed to a day that the notice does not reach. */
      readonly isShortNoticeAccepted: boolean;
    }
  | { readonly move: "accept"; readonly day: CivilDate; readonly effectDay: CivilDate }
  | { readonly move: "report_anomaly"; readonly day: CivilDate; readonly problems: readonly RequestProblem[] }
  | { readonly move: "take_effect"; readonly day: CivilDate }
  | { readonly move: "withdraw"; readonly day: CivilDate };

export type RequestMoveName = RequestMove["move"];
