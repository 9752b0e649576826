import { Fragment } from 'react';
import { StyleSheet, View } from 'react-native';
import { Card, Divider, space, Text } from '@/ui';
import type { ReadingNumber } from './reading-numbers';

/** The numbers of a reading, one below the other. */
export function NumbersCard({ numbers }: { readonly numbers: readonly ReadingNumber[] }) {
  return (
    <Card style={styles.card}>
      {numbers.map(({ key, display, name, title }, index) => (
        <Fragment key={key}>
          {index > 0 && <Divider />}
          <View style={styles.row} accessible accessibilityLabel={`${name}: ${display}. ${title}`}>
            <Text variant="figure" color="amberText" style={styles.figure}>{display}</Text>
            <View style={styles.words}>
              <Text variant="smallStrong">{name}</Text>
              <Text variant="small" color="soft">{title}</Text>
            </View>
          </View>
        </Fragment>
      ))}
    </Card>
  );
}

const styles = StyleSheet.create({
  card: { gap: space[3] },
  row: { flexDirection: 'row', alignItems: 'center', gap: space[4] },
  figure: { minWidth: 56 },
  words: { flex: 1 },
});
