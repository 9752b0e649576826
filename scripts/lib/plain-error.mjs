/** Something the person at the keyboard can put right: shown as one sentence, without a stack. */
export class PlainError extends Error {}

/** Asked to stop: Ctrl-C, a signal, or the terminal gone. */
export class Interrupted extends Error {}
