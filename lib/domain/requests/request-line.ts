import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";

/** A metering point that is to enter or to leave, as what it takes part. */
export type RequestLine = {
  readonly meteringPointId: string;
  readonly role: PerimeterRole;
  readonly move: "entry" | "exit";
};
