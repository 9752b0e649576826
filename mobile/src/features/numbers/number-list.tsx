import { Fragment } from 'react';
import { StyleSheet } from 'react-native';
import { Card, Divider, space } from '@/ui';
import { NumberRow } from './number-row';
import { type NumberView } from '@numeroly/generated-client';

export function NumberList({ numbers }: { numbers: readonly NumberView[] }) {
  return (
    <Card style={styles.list}>
      {numbers.map((number, index) => (
        // A key may come more than once: there can be several missing numbers.
        <Fragment key={`${number.key} ${index}`}>
          {index > 0 && <Divider />}
          <NumberRow number={number} />
        </Fragment>
      ))}
    </Card>
  );
}

const styles = StyleSheet.create({ list: { paddingVertical: space[2] } });
