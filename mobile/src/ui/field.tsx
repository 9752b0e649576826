import { type Ref, useId, useState } from 'react';
import { StyleSheet, TextInput, type TextInputProps, View } from 'react-native';
import { Text } from './text';
import { radius, space, touchTarget } from './theme/measures';
import { useTheme } from './theme/theme';
import { typography } from './theme/typography';

export interface FieldProps extends Omit<TextInputProps, 'style'> {
  readonly label: string;
  /** Kept for screen readers where the place says what it is. */
  readonly labelHidden?: boolean;
  readonly hint?: string;
  /** What is wrong with what was typed; read aloud as soon as it appears. */
  readonly error?: string;
  /** It belongs to something that is wrong, which is said beside it. */
  readonly invalid?: boolean;
  readonly ref?: Ref<TextInput>;
}

/** A line of text to type, with its label, a hint and what is wrong with it. */
export function Field({ label, labelHidden = false, hint, error, invalid = error !== undefined, ref, onFocus, onBlur, ...input }: FieldProps) {
  const { colors } = useTheme();
  const [focused, setFocused] = useState(false);
  const id = useId();
  const about = error ?? hint;
  return (
    <View style={styles.field}>
      {!labelHidden && <Text variant="small" color="soft" nativeID={`${id}-label`}>{label}</Text>}
      <TextInput
        {...input}
        aria-invalid={invalid}
        ref={ref}
        accessibilityLabel={label}
        aria-describedby={about && `${id}-about`}
        placeholderTextColor={colors.soft}
        selectionColor={colors.amber}
        maxFontSizeMultiplier={2}
        onFocus={(event) => { setFocused(true); onFocus?.(event); }}
        onBlur={(event) => { setFocused(false); onBlur?.(event); }}
        style={[
          typography.body,
          styles.input,
          { color: colors.ink, backgroundColor: colors.card, borderColor: invalid ? colors.rose : focused ? colors.amber : colors.edge },
          focused && styles.focused,
        ]}
      />
      {about && <Text variant="small" color={error ? 'roseText' : 'soft'} nativeID={`${id}-about`} role={error ? 'alert' : undefined}>{about}</Text>}
    </View>
  );
}

const styles = StyleSheet.create({
  field: { gap: space[1] },
  input: { minHeight: touchTarget + 4, borderWidth: 1, borderRadius: radius.field, paddingHorizontal: space[4], paddingVertical: space[3], outlineWidth: 0 },
  focused: { boxShadow: 'inset 0 0 0 1px currentColor' },
});
