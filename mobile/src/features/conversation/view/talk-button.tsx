import { useCallback, useEffect, useRef } from 'react';
import { Pressable, StyleSheet } from 'react-native';
import type { TalkMode } from '@/features/settings/preferences';
import { useTranslation } from '@/lib/i18n';
import { focusRing, Icon, type Interaction, radius, space, Text, useTheme } from '@/ui';
import { onAttentionLost } from './attention-lost';

/** A press that comes this soon after letting go is the end of the same touch; later ones are a screen reader's. Milliseconds. */
const SAME_TOUCH_MS = 700;

export interface TalkButtonProps {
  readonly mode: TalkMode;
  readonly isTalking: boolean;
  readonly disabled: boolean;
  readonly onStart: () => void;
  readonly onStop: () => void;
}

/**
 * Talks while it is held: by finger, mouse, or the space or enter key; or from one touch to the next. A screen reader's double tap has no holding, so it
 * begins and ends by turns, as everybody's does who prefers tapping.
 */
export function TalkButton({ mode, isTalking, disabled, onStart, onStop }: TalkButtonProps) {
  const { colors } = useTheme();
  const { t } = useTranslation();
  const letGoAt = useRef(-SAME_TOUCH_MS);
  const isHeld = useRef(false);

  const hold = useCallback(() => {
    if (mode !== 'hold') return;
    isHeld.current = true;
    onStart();
  }, [mode, onStart]);
  const letGo = useCallback(() => {
    if (!isHeld.current) return;
    isHeld.current = false;
    letGoAt.current = performance.now();
    onStop();
  }, [onStop]);
  const press = useCallback(() => {
    if (isHeld.current || performance.now() - letGoAt.current < SAME_TOUCH_MS) return;
    if (isTalking) onStop();
    else onStart();
  }, [isTalking, onStart, onStop]);

  // The finger is lifted, or the key, while another window is in front: nobody would tell us.
  useEffect(() => onAttentionLost(letGo), [letGo]);

  const label = t(`conversation.talk.${labelOf(mode, isTalking, disabled)}`);
  const ink = isTalking ? 'onJade' : 'onAmber';
  return (
    <Pressable
      role="button"
      accessibilityLabel={label}
      accessibilityHint={t(`conversation.talk.${mode}Hint`)}
      accessibilityState={{ disabled, selected: isTalking }}
      aria-pressed={isTalking}
      disabled={disabled}
      onPressIn={hold}
      onPressOut={letGo}
      onPress={press}
      pressRetentionOffset={400}
      testID="talk-button"
      style={(state: Interaction) => [
        styles.button,
        { backgroundColor: isTalking ? colors.jade : colors.amber, opacity: disabled ? 0.45 : 1 },
        focusRing(colors, state),
      ]}
    >
      <Icon name={mode === 'open' && !isTalking && !disabled ? 'microphone-off' : 'microphone'} color={ink} size={22} />
      <Text variant="strong" color={ink} selectable={false}>{label}</Text>
    </Pressable>
  );
}

function labelOf(mode: TalkMode, isTalking: boolean, disabled: boolean): 'hold' | 'release' | 'tap' | 'send' | 'open' | 'mute' | 'waiting' {
  if (disabled) return 'waiting';
  if (mode === 'open') return isTalking ? 'mute' : 'open';
  if (mode === 'tap') return isTalking ? 'send' : 'tap';
  return isTalking ? 'release' : 'hold';
}

const styles = StyleSheet.create({
  button: {
    flex: 1,
    flexDirection: 'row',
    alignItems: 'center',
    justifyContent: 'center',
    gap: space[2],
    minHeight: 72,
    paddingHorizontal: space[4],
    borderRadius: radius.full,
    // A long touch must not select the words or open the browser's menu.
    userSelect: 'none',
  },
});
