/** An expected failure: its French message is for the person at the keyboard, without a stack. */
export class CommandError extends Error {}
