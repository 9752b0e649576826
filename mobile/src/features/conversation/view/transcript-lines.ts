import type { Note } from '../state/notes';
import type { TranscriptEntry } from '../state/transcript';

/** What stands in the transcript, from top to bottom. */
export type TranscriptItem = { readonly key: string } & ({ readonly entry: TranscriptEntry } | { readonly note: Note });

/** What was said with the notes between it, each where it happened; what is not saved yet stands last. */
export function withNotes(entries: readonly TranscriptEntry[], notes: readonly Note[]): readonly TranscriptItem[] {
  const items: TranscriptItem[] = [];
  let next = 0;
  for (const entry of entries) {
    for (let note = notes[next]; note !== undefined && note.version < (entry.version ?? Infinity); note = notes[++next]) items.push(itemOf(note));
    items.push({ key: entry.key, entry });
  }
  return [...items, ...notes.slice(next).map(itemOf)];
}

function itemOf(note: Note): TranscriptItem {
  return { key: `note-${note.version}`, note };
}
