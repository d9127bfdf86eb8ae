/** What a server action returns to useActionState. */
export type ActionState =
  | { readonly status: "idle" }
  | { readonly status: "done"; readonly message?: string | undefined }
  | {
      readonly status: "failed";
      readonly code: string;
      /** French, for the person who acted. */
      readonly message: string;
      readonly fieldErrors: Readonly<Record<string, readonly string[] | undefined>>;
    };
