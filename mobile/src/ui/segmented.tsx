import { StyleSheet, View } from 'react-native';
import { Radio } from './radio';
import { Text } from './text';
import { radius, space, touchTarget } from './theme/measures';
import { useTheme } from './theme/theme';

export interface SegmentedProps<T extends string> {
  /** What is chosen here. */
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
}

/** One of a few, all in sight. */
export function Segmented<T extends string>({ label, options, value, onChange }: SegmentedProps<T>) {
  const { colors } = useTheme();
  return (
    <View role="radiogroup" accessibilityLabel={label} style={[styles.group, { backgroundColor: colors.raised, borderColor: colors.hairline }]}>
      {options.map((option) => {
        const chosen = option.value === value;
        return (
          <Radio
            key={option.value}
            label={option.label}
            checked={chosen}
            onChoose={() => onChange(option.value)}
            style={(pressed) => [styles.option, chosen && { backgroundColor: colors.card, borderColor: colors.edge }, pressed && styles.pressed]}
          >
            <Text variant="smallStrong" color={chosen ? 'ink' : 'soft'} align="center">{option.label}</Text>
          </Radio>
        );
      })}
    </View>
  );
}

const styles = StyleSheet.create({
  group: { flexDirection: 'row', borderRadius: radius.full, borderWidth: 1, padding: 3 },
  option: { flex: 1, minHeight: touchTarget, borderRadius: radius.full, borderWidth: 1, borderColor: 'transparent', alignItems: 'center', justifyContent: 'center', paddingHorizontal: space[2] },
  pressed: { opacity: 0.7 },
});
