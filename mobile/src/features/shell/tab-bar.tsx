import { TabList, type TabListProps, Tabs, TabSlot, TabTrigger, type TabTriggerSlotProps } from 'expo-router/ui';
import { type Ref } from 'react';
import { Pressable, StyleSheet, View } from 'react-native';
import { useSafeAreaInsets } from 'react-native-safe-area-context';
import { useTranslation } from '@/lib/i18n';
import { focusRing, Icon, type IconName, type Interaction, Ring, radius, space, Text, touchTarget, useTheme, useWide } from '@/ui';

const tabs = [
  { name: 'today', href: '/', icon: 'home' },
  { name: 'numbers', href: '/numbers', icon: 'numbers' },
  { name: 'history', href: '/history', icon: 'history' },
  { name: 'settings', href: '/settings', icon: 'settings' },
] as const;

/** The four places of the app: tabs below on a phone, a rail at the side of a wide window. */
export function TabbedPlaces() {
  const { t } = useTranslation();
  const wide = useWide();
  return (
    <Tabs style={wide ? styles.beside : styles.above}>
      <TabSlot style={styles.slot} />
      <TabList asChild>
        <Bar wide={wide}>
          {tabs.map(({ name, href, icon }) => (
            <TabTrigger key={name} name={name} href={href} asChild>
              <Tab icon={icon} label={t(`shell.${name}`)} wide={wide} />
            </TabTrigger>
          ))}
        </Bar>
      </TabList>
    </Tabs>
  );
}

function Bar({ wide, children, style: _style, ...rest }: TabListProps & { wide: boolean }) {
  const { colors } = useTheme();
  const { t } = useTranslation();
  const insets = useSafeAreaInsets();
  const edge = { backgroundColor: colors.ground, borderColor: colors.hairline };
  return (
    <View {...rest} role="navigation" accessibilityLabel={t('shell.places')} style={wide ? [styles.rail, edge] : [styles.bar, edge, { paddingBottom: insets.bottom }]}>
      {wide && (
        <View style={styles.logo}>
          <Ring numbers={[1, 4, 5, 9]} main={4} size={56} />
          <Text variant="section">Numeroly</Text>
        </View>
      )}
      {children}
    </View>
  );
}

type TabProps = TabTriggerSlotProps & { icon: IconName; label: string; wide: boolean; ref?: Ref<View> };

function Tab({ icon, label, wide, isFocused = false, ...rest }: TabProps) {
  const { colors } = useTheme();
  return (
    <Pressable
      {...rest}
      role="link"
      accessibilityLabel={label}
      accessibilityState={{ selected: isFocused }}
      aria-current={isFocused ? 'page' : undefined}
      style={(state: Interaction) => [wide ? styles.railTab : styles.tab, wide && isFocused && { backgroundColor: colors.raised }, state.pressed && styles.pressed, focusRing(colors, state, -3)]}
    >
      <Icon name={icon} size={22} color={isFocused ? 'ink' : 'soft'} />
      <Text variant={wide ? 'smallStrong' : 'caption'} color={isFocused ? 'ink' : 'soft'} maxFontSizeMultiplier={1.3} numberOfLines={1}>{label}</Text>
    </Pressable>
  );
}

const styles = StyleSheet.create({
  above: { flex: 1, flexDirection: 'column' },
  beside: { flex: 1, flexDirection: 'row-reverse' },
  slot: { flex: 1 },
  bar: { flexDirection: 'row', borderTopWidth: 1, paddingTop: space[1] },
  tab: { flex: 1, minHeight: touchTarget + 8, alignItems: 'center', justifyContent: 'center', gap: 3 },
  rail: { width: 208, borderRightWidth: 1, padding: space[4], gap: space[1] },
  logo: { flexDirection: 'row', alignItems: 'center', gap: space[1], paddingVertical: space[3] },
  railTab: { flexDirection: 'row', alignItems: 'center', gap: space[3], minHeight: touchTarget, paddingHorizontal: space[4], borderRadius: radius.full },
  pressed: { opacity: 0.7 },
});
