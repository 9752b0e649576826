import { useTranslation } from '@/lib/i18n';
import { Text } from '@/ui';
import type { NoteKind } from '../state/notes';

/** A quiet line between what was said: something about the assistant that the person should know. */
export function TranscriptNote({ kind }: { readonly kind: NoteKind }) {
  const { t } = useTranslation();
  return <Text variant="caption" color="soft" align="center" role="status">{t(`conversation.transcript.note.${kind}`)}</Text>;
}
