import type { ConversationState } from './conversation-state';

/** What happened to the assistant that the person should know, by the name under which its words stand. */
export type NoteKind =
  | 'back' // another assistant took over
  | 'simpler-answers'
  | 'simpler-voice'
  | 'no-voice'
  | 'simpler-hearing';

/** A quiet line between what was said. */
export interface Note {
  readonly version: number;
  readonly kind: NoteKind;
}

/** The notes in order. Each kind is worth a line once, however often it happens; coming back is worth one each time. */
export function notesOf({ notes }: ConversationState): readonly Note[] {
  const inOrder = Object.entries(notes)
    .map(([version, kind]) => ({ version: Number(version), kind }))
    .sort((a, b) => a.version - b.version);
  return inOrder.filter(({ kind }, index) => kind === 'back' || inOrder.findIndex((note) => note.kind === kind) === index);
}
