"use client";

import { type FormEvent, type RefObject, startTransition, useEffect, useRef } from "react";

/** To spread over a form. */
export type KeptForm = {
  readonly ref: RefObject<HTMLFormElement | null>;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
};

/**
 * A form that is emptied once what was typed is taken, and only then: after an action of its own, React empties it,
 * refused or not.
 */
export function useKeptForm(formAction: (data: FormData) => void, state: { readonly status: string }): KeptForm {
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.status === "done") ref.current?.reset();
  }, [state]);
  return {
    ref,
    onSubmit: (event) => {
      event.preventDefault();
      const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
      startTransition(() => formAction(data));
    },
  };
}
