"use client";

import { CheckedField } from "@/components/registry/checked-field";
import type { ErrorOf } from "@/components/registry/registry-form";
import type { LoadRule } from "@/lib/schemas/load-rule";

const loadPersonRule =
  (rule: "invitedEmailSchema" | "invitedNameSchema"): LoadRule =>
  async () =>
    (await import("@/lib/schemas/operation-access"))[rule];

/** Who is invited. */
export function PersonFields({ errorOf }: { errorOf: ErrorOf }) {
  return (
    <>
      <CheckedField
        name="name"
        label="Nom"
        description="Tel que les autres le verront."
        loadRule={loadPersonRule("invitedNameSchema")}
        error={errorOf("name")}
        required
      />
      <CheckedField
        name="email"
        label="Adresse électronique"
        inputMode="email"
        loadRule={loadPersonRule("invitedEmailSchema")}
        error={errorOf("email")}
        required
      />
    </>
  );
}
