import "server-only";
import { cache } from "react";
import { listPeriods } from "@/lib/services/list-periods";
import type { AuthorizedOperation } from "./access";
import { today } from "./today";

/** The periods of the operation being shown, read once for the frame and the room in it. */
export const periodsOf = cache(async (operation: AuthorizedOperation) => listPeriods(operation, await today()));
