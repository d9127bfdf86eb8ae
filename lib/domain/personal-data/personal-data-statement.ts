import type { ComplaintKind, ComplaintMove } from "@/lib/domain/complaints/complaint";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import type { PriceKind, PriceValues } from "@/lib/domain/tariffs/price-entry";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Retention } from "./retention";

/** Everything held about one participant, as it is given to him (GDPR, art. 15 and 20). Energies in Wh, shares in ppm. */
export type PersonalDataStatement = {
  readonly operation: { readonly name: string; readonly accNumber: string | null; readonly collectivity: string };
  readonly madeAt: Date;
  readonly participant: {
    readonly id: string;
    readonly kind: "natural" | "legal";
    readonly name: string;
    readonly legalId: string | null;
    readonly address: string | null;
    readonly email: string | null;
    readonly phone: string | null;
    readonly isTenant: boolean;
    readonly restrictedAt: Date | null;
    readonly erasedAt: Date | null;
  };
  readonly meteringPoints: readonly StatementPoint[];
  readonly consents: readonly StatementConsent[];
  /** What he complained of, latest first. */
  readonly complaints: readonly StatementComplaint[];
  /** What he was told of a key before it applied, oldest first. */
  readonly announcements: readonly StatementAnnouncement[];
  /** Accounts that read his own space, or once did, the open ones first. */
  readonly accesses: readonly StatementAccess[];
  /** Of the latest run of each settled period. */
  readonly settledPeriods: readonly {
    readonly from: CivilDate;
    readonly toExclusive: CivilDate;
    readonly prm: string;
    readonly role: "consumer" | "producer";
    /** Withdrawal of a consumer, injection of a producer. [Wh] */
    readonly energyWh: number;
    /** Self-consumed of a consumer, self-produced of a producer. [Wh] */
    readonly sharedWh: number;
  }[];
  /** Prices, contracts and choices entered for him or his metering points, oldest first. */
  readonly prices: readonly {
    /** Null: about himself. */
    readonly prm: string | null;
    readonly kind: PriceKind;
    readonly from: CivilDate;
    readonly values: PriceValues;
    readonly source: string;
    readonly enteredAt: Date;
    /** When it was replaced or taken back; null while it stands. */
    readonly supersededAt: Date | null;
  }[];
  /** What the latest run of each period makes in money; a null amount lacks a price. [cents] */
  readonly money: readonly {
    readonly from: CivilDate;
    readonly toExclusive: CivilDate;
    readonly prm: string;
    readonly role: "consumer" | "producer";
    /** A consumer's bill without the operation, and what he pays less. */
    readonly withoutCents: number | null;
    readonly savedCents: number | null;
    /** Paid to producers (≤ 0) by a consumer, received by a producer. */
    readonly internalCents: number | null;
    /** A producer's surplus. */
    readonly resaleCents: number | null;
  }[];
  /** Measures received, month by month; the curves themselves go with the archive. */
  readonly measuredMonths: readonly {
    readonly prm: string;
    readonly quantity: EnergyQuantity;
    /** `YYYY-MM` */
    readonly month: string;
    /** Sum of the known values. [Wh] */
    readonly knownWh: number;
    readonly missingCount: number;
  }[];
  readonly events: readonly { readonly at: Date; readonly action: string }[];
  /** Received files that name him. */
  readonly files: readonly {
    readonly kind: "annex_2" | "measures" | "consent" | "complaint" | "request";
    readonly name: string;
    readonly sha256: string;
    readonly receivedAt: Date | null;
  }[];
  readonly retention: Retention;
  readonly purposes: readonly {
    readonly data: string;
    readonly purpose: string;
    readonly legalBasis: string;
    readonly keptFor: string;
  }[];
};

export type StatementPoint = {
  readonly prm: string;
  readonly name: string;
  readonly address: string | null;
  readonly latitudeDegrees: number | null;
  readonly longitudeDegrees: number | null;
  readonly voltage: "low" | "medium" | null;
  readonly meterNumber: string | null;
  readonly isMeterCommunicating: boolean | null;
  readonly subscribedPowerVa: number | null;
  readonly annualWithdrawalWh: number | null;
  readonly surfaceM2: number | null;
  readonly isStorage: boolean;
  readonly peakPowerW: number | null;
  readonly injectionContract: string | null;
  readonly withdrawalContract: string | null;
  readonly stays: readonly {
    readonly role: "consumer" | "producer";
    readonly from: CivilDate;
    readonly toExclusive: CivilDate | null;
  }[];
  /** His share of the production under each static key. */
  /** Its tariff and off-peak hours, in words; on his days only. */
  readonly tariffs: readonly {
    readonly from: CivilDate;
    readonly toExclusive: CivilDate | null;
    readonly description: string;
  }[];
  readonly shares: readonly {
    readonly from: CivilDate;
    readonly toExclusive: CivilDate | null;
    readonly ppm: number;
  }[];
};

export type StatementConsent = {
  readonly kind: "agreement" | "tenant_information";
  /** Null: all his metering points. */
  readonly prm: string | null;
  readonly givenDay: CivilDate;
  readonly expiryDay: CivilDate | null;
  readonly withdrawnDay: CivilDate | null;
  readonly withdrawalNote: string | null;
  readonly participation: boolean;
  readonly curveCollection: boolean;
  readonly supplierTransmission: boolean;
  readonly organiserTransmission: boolean;
  readonly document: { readonly name: string; readonly sha256: string } | null;
};

export type StatementComplaint = {
  readonly kind: ComplaintKind;
  readonly receivedDay: CivilDate;
  readonly subject: string;
  readonly text: string;
  /** Oldest first. */
  readonly steps: readonly {
    readonly step: "document" | ComplaintMove;
    readonly day: CivilDate;
    readonly note: string | null;
    readonly document: { readonly name: string; readonly sha256: string } | null;
  }[];
};

export type StatementAccess = {
  /** Name of the account, as it is today. */
  readonly account: string;
  readonly openedAt: Date;
  /** Null while it opens something. */
  readonly endedAt: Date | null;
};

export type StatementAnnouncement = {
  readonly createdAt: Date;
  readonly channel: "email" | "letter";
  readonly state: "waiting" | "sent" | "failed";
  /** When the mail server took it, or the first instant of the day the letter was handed over. */
  readonly sentAt: Date | null;
  /** First day of the key. */
  readonly from: CivilDate;
  /** Coefficient of each of his consumers; null: none, or no fixed one. [ppm] */
  readonly shares: readonly {
    readonly prm: string;
    readonly beforePpm: number | null;
    readonly afterPpm: number | null;
  }[];
};
