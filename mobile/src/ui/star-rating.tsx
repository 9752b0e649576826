import { StyleSheet, View } from 'react-native';
import { Icon } from './icons/icon';
import { Radio } from './radio';
import { radius } from './theme/measures';

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
        <Radio
          key={stars}
          label={describe(stars)}
          checked={value === stars}
          onChoose={() => onChange(stars)}
          style={(pressed) => [styles.star, pressed && styles.pressed]}
        >
          <Star lit={value !== null && stars <= value} size={size} />
        </Radio>
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
