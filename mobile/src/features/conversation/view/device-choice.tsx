import { StyleSheet, View } from 'react-native';
import { useTranslation } from '@/lib/i18n';
import { Icon, type IconName, Radio, radius, space, Text, touchTarget, useTheme } from '@/ui';
import type { AudioDevice } from '../call/audio-device';
import { routes } from '../call/routes';

export interface DeviceChoiceProps {
  readonly icon: IconName;
  readonly title: string;
  readonly devices: readonly AudioDevice[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  /** Said where there is nothing to choose. */
  readonly withoutChoice: string;
}

/** The devices of one kind, one of which is in use. */
export function DeviceChoice({ icon, title, devices, selectedId, onSelect, withoutChoice }: DeviceChoiceProps) {
  const { colors } = useTheme();
  const nameOf = useDeviceNames();
  return (
    <View style={styles.group} role="radiogroup" accessibilityLabel={title}>
      <Text variant="smallStrong" color="soft">{title}</Text>
      {devices.length === 0 && <Text variant="small" color="soft">{withoutChoice}</Text>}
      {devices.map((device, index) => {
        const isSelected = device.id === selectedId;
        return (
          <Radio
            key={device.id}
            label={nameOf(device, index)}
            checked={isSelected}
            onChoose={() => onSelect(device.id)}
            style={(pressed) => [styles.device, { borderColor: isSelected ? colors.amber : colors.hairline }, pressed && styles.pressed]}
          >
            <Icon name={icon} size={20} color={isSelected ? 'amberText' : 'soft'} />
            <Text style={styles.name}>{nameOf(device, index)}</Text>
            {isSelected && <Icon name="check" size={20} color="amberText" />}
          </Radio>
        );
      })}
    </View>
  );
}

function useDeviceNames(): (device: AudioDevice, index: number) => string {
  const { t } = useTranslation();
  return ({ id, name }, index) => {
    const route = routes.find((known) => known === id);
    return name ?? (route === undefined ? t('conversation.sound.unnamed', { number: index + 1 }) : t(`conversation.sound.${route}`));
  };
}

const styles = StyleSheet.create({
  group: { gap: space[2] },
  device: { flexDirection: 'row', alignItems: 'center', gap: space[3], minHeight: touchTarget + 4, paddingHorizontal: space[4], borderWidth: 1, borderRadius: radius.field },
  name: { flex: 1 },
  pressed: { opacity: 0.7 },
});
