import { Linking } from 'react-native';

/** Opens the system's settings of this app. */
export const openMicrophoneSettings: (() => void) | null = () => void Linking.openSettings();
