import { useRef } from 'react';
import { Platform, StyleSheet, type TextInput, View } from 'react-native';
import { useTranslation } from '@/lib/i18n';
import { Field, space, Text } from '@/ui';
import { isFull, type TypedDate } from './birth-date';

const parts = ['day', 'month', 'year'] as const;

/** What a phone, or a browser, may fill in by itself; the browser's words are not in React Native's types. */
function completion(part: keyof TypedDate): object {
  return { autoComplete: Platform.OS === 'web' ? `bday-${part}` : `birthdate-${part}` };
}

export interface BirthDateFieldProps {
  readonly value: TypedDate;
  readonly onChange: (value: TypedDate) => void;
  readonly error?: string;
  readonly onSubmit?: () => void;
}

/** Day, month and year, each a field of its own, in the order in which Vietnamese say them. */
export function BirthDateField({ value, onChange, error, onSubmit }: BirthDateFieldProps) {
  const { t } = useTranslation();
  const inputs = useRef<Partial<Record<keyof TypedDate, TextInput | null>>>({});
  const next = { day: 'month', month: 'year', year: undefined } as const;
  const before = { day: undefined, month: 'day', year: 'month' } as const;
  const focus = (part: keyof TypedDate | undefined) => part && inputs.current[part]?.focus();

  const typed = (part: keyof TypedDate, text: string) => {
    const digits = text.replace(/\D/g, '');
    onChange({ ...value, [part]: digits });
    // Only while typing forward: who corrects something stays where they are.
    if (digits.length > value[part].length && isFull(part, digits)) focus(next[part]);
  };

  return (
    <View role="group" accessibilityLabel={t('profile.birthDate')} style={styles.group}>
      <Text variant="small" color="soft">{t('profile.birthDate')}</Text>
      <View style={styles.row}>
        {parts.map((part) => (
          <View key={part} style={part === 'year' ? styles.year : styles.short}>
            <Field
              ref={(input) => { inputs.current[part] = input; }}
              label={t(`profile.${part}`)}
              labelHidden
              placeholder={t(`profile.${part}`)}
              value={value[part]}
              onChangeText={(text) => typed(part, text)}
              onKeyPress={({ nativeEvent }) => { if (nativeEvent.key === 'Backspace' && value[part] === '') focus(before[part]); }}
              onSubmitEditing={() => (next[part] ? focus(next[part]) : onSubmit?.())}
              keyboardType="number-pad"
              inputMode="numeric"
              maxLength={part === 'year' ? 4 : 2}
              {...completion(part)}
              textAlign="center"
              invalid={error !== undefined}
            />
          </View>
        ))}
      </View>
      {error && <Text variant="small" color="roseText" role="alert">{error}</Text>}
    </View>
  );
}

const styles = StyleSheet.create({
  group: { gap: space[1] },
  row: { flexDirection: 'row', gap: space[3] },
  short: { flex: 1 },
  year: { flex: 1.5 },
});
