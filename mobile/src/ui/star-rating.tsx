import { Pressable, StyleSheet, View } from 'react-native';
import { focusRing, type Interaction } from './focus-ring';
import { Icon } from './icons/icon';
import { radius } from './theme/measures';
import { useTheme } from './theme/theme';

export type Stars = 1 | 2 | 3 | 4 | 5;

const all: readonly Stars[] = [1, 2, 3, 4, 5];

export interface StarRatingProps {
  readonly value: Stars | null;
  /** Says a number of stars in words, for screen readers. */
  readonly describe: (stars: Stars) => string;
  /** What is rated. */
  readonly label: string;
  /** Without it the stars are only shown. */
  readonly onChange?: (stars: Stars) => void;
  readonly size?: number;
}

export function StarRating({ value, describe, label, onChange, size = 36 }: StarRatingProps) {
  const { colors } = useTheme();
  if (!onChange) {
    return (
      <View style={styles.shown} role="img" accessible accessibilityLabel={value === null ? label : `${label}: ${describe(value)}`}>
        {all.map((stars) => <Star key={stars} lit={value !== null && stars <= value} size={size} />)}
      </View>
    );
  }
  return (
    <View style={styles.row} role="radiogroup" accessibilityLabel={label}>
      {all.map((stars) => (
        <Pressable
          key={stars}
          role="radio"
          accessibilityLabel={describe(stars)}
          aria-checked={value === stars}
          accessibilityState={{ checked: value === stars }}
          onPress={() => onChange(stars)}
          style={(state: Interaction) => [styles.star, state.pressed && styles.pressed, focusRing(colors, state)]}
        >
          <Star lit={value !== null && stars <= value} size={size} />
        </Pressable>
      ))}
    </View>
  );
}

function Star({ lit, size }: { lit: boolean; size: number }) {
  return <Icon name="star" color={lit ? 'amber' : 'faint'} solid={lit} size={size} />;
}

const styles = StyleSheet.create({
  row: { flexDirection: 'row', justifyContent: 'center' },
  shown: { flexDirection: 'row', gap: 2 },
  star: { width: 56, height: 56, alignItems: 'center', justifyContent: 'center', borderRadius: radius.full },
  pressed: { transform: [{ scale: 0.9 }] },
});
