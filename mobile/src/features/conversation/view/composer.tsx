import { useCallback, useRef, useState } from 'react';
import { StyleSheet, type TextInput, View } from 'react-native';
import { useTranslation } from '@/lib/i18n';
import { Field, IconButton, space } from '@/ui';

/** As many UTF-16 units as the API takes in one message. */
const MOST_CHARACTERS = 8_000;

export interface ComposerProps {
  readonly onSend: (text: string) => void;
  readonly onClose: () => void;
  /** Whether closing leads back to an open call, or opens one. */
  readonly isInCall: boolean;
}

/** Writes a message instead of speaking it. */
export function Composer({ onSend, onClose, isInCall }: ComposerProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const field = useRef<TextInput>(null);
  const isEmpty = text.trim() === '';

  const send = useCallback(() => {
    const message = text.trim();
    if (message === '') return;
    onSend(message);
    setText('');
    field.current?.focus();
  }, [onSend, text]);

  return (
    <View style={styles.row}>
      <IconButton icon="microphone" label={t(isInCall ? 'conversation.write.close' : 'conversation.write.voice')} onPress={onClose} />
      <View style={styles.field}>
        <Field
          ref={field}
          label={t('conversation.write.label')}
          labelHidden
          placeholder={t('conversation.write.placeholder')}
          value={text}
          onChangeText={setText}
          onSubmitEditing={send}
          submitBehavior="submit"
          returnKeyType="send"
          enterKeyHint="send"
          maxLength={MOST_CHARACTERS}
          autoFocus
          testID="message-field"
        />
      </View>
      <IconButton icon="send" kind="filled" label={t('conversation.write.send')} onPress={send} disabled={isEmpty} />
    </View>
  );
}

const styles = StyleSheet.create({
  row: { flexDirection: 'row', alignItems: 'flex-end', gap: space[3] },
  field: { flex: 1 },
});
