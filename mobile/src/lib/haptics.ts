import * as Haptics from 'expo-haptics';

const unfelt = () => undefined;

/** Short touches back. A phone that cannot, or was told not to, simply does not. */
export const haptics = {
  /** The person takes hold. */
  hold: () => void Haptics.impactAsync(Haptics.ImpactFeedbackStyle.Light).catch(unfelt),
  /** And lets go. */
  release: () => void Haptics.impactAsync(Haptics.ImpactFeedbackStyle.Medium).catch(unfelt),
  /** The answer begins. */
  answer: () => void Haptics.impactAsync(Haptics.ImpactFeedbackStyle.Soft).catch(unfelt),
  success: () => void Haptics.notificationAsync(Haptics.NotificationFeedbackType.Success).catch(unfelt),
  trouble: () => void Haptics.notificationAsync(Haptics.NotificationFeedbackType.Warning).catch(unfelt),
} as const;
