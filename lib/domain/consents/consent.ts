import type { CivilDate } from "@/lib/domain/time/civil-date";

/** `tenant_information`: a tenant of a HLM body was told of the operation, and takes part unless he objects. */
export type ConsentKind = "agreement" | "tenant_information";

/** What the form of annexe 4 lets a participant tick. */
export type Authorizations = {
  /** To take part in the operation. */
  readonly participation: boolean;
  /** The DSO may collect the load curve. */
  readonly curveCollection: boolean;
  /** Curve and complement to the supplier, who bills it. */
  readonly supplierTransmission: boolean;
  /** Curve and shares to the organiser. */
  readonly organiserTransmission: boolean;
};

/** What a participant agreed to, or a tenant was told, as it was recorded. */
export type Consent = Authorizations & {
  readonly participantId: string;
  /** Null: all the metering points of the participant. */
  readonly meteringPointId: string | null;
  readonly kind: ConsentKind;
  /** Day of the signature, or of the information. */
  readonly givenDay: CivilDate;
  /** First day that no longer counts; null: as long as the convention. */
  readonly expiryDay: CivilDate | null;
  /** Day from which it is withdrawn; for an information, day of the objection. */
  readonly withdrawnDay: CivilDate | null;
};
