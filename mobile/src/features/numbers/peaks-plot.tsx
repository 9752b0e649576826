import { useState } from 'react';
import { type LayoutChangeEvent, Pressable, StyleSheet, View } from 'react-native';
import Svg, { Circle, Line, Path, Text as SvgText } from 'react-native-svg';
import { useTranslation } from '@/lib/i18n';
import { Card, focusRing, type Interaction, radius, space, Text, touchTarget, useTheme } from '@/ui';
import { face } from '@/ui/theme/typography';
import { ageOn, plotPeaks } from './peaks-geometry';
import { Working } from './working';
import { type PeakView } from '@numeroly/generated-client';

const height = 150;

export interface PeaksPlotProps {
  readonly peaks: readonly PeakView[];
  readonly birthDate: string;
  readonly on: string;
}

/** The four peaks along a life, with where one stands today; each tells what it is about when touched. */
export function PeaksPlot({ peaks, birthDate, on }: PeaksPlotProps) {
  const { t } = useTranslation();
  const { colors } = useTheme();
  const [width, setWidth] = useState(320);
  const age = ageOn(birthDate, on);
  const [chosen, setChosen] = useState(() => peaks.find((peak) => peak.until_age === null || age <= peak.until_age)?.index ?? 1);
  const { points, today, ground, path } = plotPeaks(peaks, age, width, height);
  const peak = peaks.find(({ index }) => index === chosen);
  return (
    <Card style={styles.card}>
      <View aria-hidden onLayout={({ nativeEvent }: LayoutChangeEvent) => setWidth(nativeEvent.layout.width)}>
        <Svg width={width} height={height}>
          <Line x1={0} y1={ground} x2={width} y2={ground} stroke={colors.hairline} />
          <Path d={path} fill={colors.amber} fillOpacity={0.1} stroke={colors.amber} strokeWidth={1.5} strokeLinejoin="round" />
          <Line x1={today} y1={ground - 8} x2={today} y2={ground + 8} stroke={colors.jade} strokeWidth={3} strokeLinecap="round" />
          {points.map(({ index, x, y, display }) => [
            <Circle key={`c${index}`} cx={x} cy={y} r={index === chosen ? 7 : 4.5} fill={colors.amber} />,
            <SvgText key={`t${index}`} x={x} y={y - 13} fontSize={20} fontFamily={face.light} textAnchor="middle" fill={colors.ink}>{display}</SvgText>,
          ])}
        </Svg>
      </View>
      <View role="tablist" accessibilityLabel={t('numbers.peaks')} style={styles.ages}>
        {peaks.map(({ index, age: from, year }) => (
          <Pressable
            key={index}
            role="tab"
            aria-selected={index === chosen}
            accessibilityState={{ selected: index === chosen }}
            onPress={() => setChosen(index)}
            style={(state: Interaction) => [styles.age, { borderColor: index === chosen ? colors.amber : 'transparent' }, focusRing(colors, state)]}
          >
            <Text variant="smallStrong" color={index === chosen ? 'amberText' : 'ink'}>{t('numbers.age', { age: from })}</Text>
            <Text variant="caption" color="soft">{year}</Text>
          </Pressable>
        ))}
      </View>
      {peak && (
        <View aria-live="polite" style={styles.told}>
          <Text variant="strong">{t('numbers.peakTitle', { index: peak.index, number: peak.display, title: peak.title })}</Text>
          <Text color="soft">{peak.meaning}</Text>
          <Working lines={peak.working} system={peak.system} />
        </View>
      )}
      <Text variant="caption" color="jadeText">{t('numbers.now', { age })}</Text>
    </Card>
  );
}

const styles = StyleSheet.create({
  card: { gap: space[3] },
  ages: { flexDirection: 'row', gap: space[1] },
  told: { gap: space[2] },
  age: { flex: 1, minHeight: touchTarget, alignItems: 'center', justifyContent: 'center', borderWidth: 1, borderRadius: radius.field },
});
