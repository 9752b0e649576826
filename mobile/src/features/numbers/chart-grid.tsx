import { StyleSheet, View } from 'react-native';
import Svg, { Circle, Line, Rect, Text as SvgText } from 'react-native-svg';
import { useTranslation } from '@/lib/i18n';
import { Card, Divider, space, Text, useTheme } from '@/ui';
import { face } from '@/ui/theme/typography';
import { arrowLine, gridRows, gridSide, middleOf } from './grid-geometry';
import { type ChartView } from '@numeroly/generated-client';

/** The grid of nine, each digit as often as it occurs, with the arrows drawn through it and told below. */
export function ChartGrid({ chart, name }: { chart: ChartView; name: string }) {
  const { t } = useTranslation();
  const present = chart.cells.filter(({ count }) => count > 0).map(({ digit, count }) => (count > 1 ? `${digit} × ${count}` : `${digit}`));
  return (
    <Card style={styles.card}>
      <View role="img" accessible accessibilityLabel={`${name}: ${present.join(', ')}`} style={styles.grid}>
        <Grid chart={chart} />
      </View>
      {chart.arrows.length === 0 && <Text color="soft">{t('numbers.noArrows')}</Text>}
      {chart.arrows.map((arrow) => (
        <View key={arrow.key} style={styles.arrow}>
          <Divider />
          <Text variant="strong" color={arrow.kind === 'full' ? 'amberText' : 'ink'}>{`${arrow.line.join('–')}  ${arrow.name}`}</Text>
          <Text variant="small" color="soft">{arrow.meaning}</Text>
        </View>
      ))}
      {chart.isolated.length > 0 && <Text variant="small" color="soft">{t('numbers.isolated', { digits: chart.isolated.join(', ') })}</Text>}
    </Card>
  );
}

function Grid({ chart }: { chart: ChartView }) {
  const { colors } = useTheme();
  const count = (digit: number) => chart.cells.find((cell) => cell.digit === digit)?.count ?? 0;
  return (
    <Svg width="100%" height="100%" viewBox={`0 0 ${gridSide} ${gridSide}`}>
      <Rect x={0.75} y={0.75} width={gridSide - 1.5} height={gridSide - 1.5} rx={16} fill="none" stroke={colors.hairline} strokeWidth={1.5} />
      {[100, 200].map((at) => [
        <Line key={`v${at}`} x1={at} y1={0} x2={at} y2={gridSide} stroke={colors.hairline} />,
        <Line key={`h${at}`} x1={0} y1={at} x2={gridSide} y2={at} stroke={colors.hairline} />,
      ])}
      {chart.arrows.map((arrow) => (
        <Line
          key={arrow.key}
          {...arrowLine(arrow.line)}
          stroke={arrow.kind === 'full' ? colors.amber : colors.faint}
          strokeOpacity={arrow.kind === 'full' ? 0.3 : 0.6}
          strokeWidth={arrow.kind === 'full' ? 12 : 2}
          strokeDasharray={arrow.kind === 'full' ? undefined : '4 7'}
          strokeLinecap="round"
        />
      ))}
      {gridRows.flat().map((digit) => {
        const { x, y } = middleOf(digit);
        const times = count(digit);
        if (times === 0) return <Circle key={digit} cx={x} cy={y} r={2.5} fill={colors.faint} />;
        const shown = String(digit).repeat(Math.min(times, 4)) + (times > 4 ? '…' : '');
        return (
          <SvgText key={digit} x={x} y={y + 11} fontSize={times > 3 ? 24 : 32} fontFamily={face.light} textAnchor="middle" fill={colors.ink}>{shown}</SvgText>
        );
      })}
    </Svg>
  );
}

const styles = StyleSheet.create({
  card: { gap: space[3] },
  grid: { width: '100%', maxWidth: 260, aspectRatio: 1, alignSelf: 'center' },
  arrow: { gap: space[1] },
});
