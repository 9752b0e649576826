import { type ExpoConfig } from 'expo/config';

// Read by the bundler and by `expo prebuild`. What a deployment decides comes from EXPO_PUBLIC_* variables; on the web
// /config.json beside the page wins over it.
const environment = process.env;

const signIn = environment.EXPO_PUBLIC_OIDC_AUTHORITY
  ? {
      kind: 'oidc',
      authority: environment.EXPO_PUBLIC_OIDC_AUTHORITY,
      clientId: environment.EXPO_PUBLIC_OIDC_CLIENT_ID,
      scopes: (environment.EXPO_PUBLIC_OIDC_SCOPES ?? 'openid offline_access').split(' '),
    }
  : { kind: 'development', tokenUrl: `${environment.EXPO_PUBLIC_API_URL}/development/tokens` };

const config: ExpoConfig = {
  name: 'Numeroly',
  slug: 'numeroly',
  version: '1.0.0',
  scheme: 'numeroly',
  orientation: 'default',
  userInterfaceStyle: 'automatic',
  icon: './assets/icon.png',
  backgroundColor: '#0d1b22',
  locales: { vi: './locales/vi.json', en: './locales/en.json' },
  ios: {
    bundleIdentifier: 'com.numeroly.app',
    supportsTablet: true,
    infoPlist: {
      CFBundleDevelopmentRegion: 'vi',
      CFBundleAllowMixedLocalizations: true,
      // The Daily plugin does not add these: without them the call ends when the screen is locked.
      UIBackgroundModes: ['audio', 'voip'],
      ITSAppUsesNonExemptEncryption: false,
    },
  },
  android: {
    package: 'com.numeroly.app',
    adaptiveIcon: { foregroundImage: './assets/adaptive-icon.png', backgroundColor: '#0d1b22' },
    permissions: [
      'android.permission.INTERNET',
      'android.permission.ACCESS_NETWORK_STATE',
      'android.permission.RECORD_AUDIO',
      'android.permission.MODIFY_AUDIO_SETTINGS',
      'android.permission.BLUETOOTH_CONNECT',
      'android.permission.WAKE_LOCK',
      'android.permission.FOREGROUND_SERVICE',
      'android.permission.FOREGROUND_SERVICE_MICROPHONE',
      'android.permission.POST_NOTIFICATIONS',
    ],
    // The Daily plugin asks for both; we have no camera and draw over no other app.
    blockedPermissions: ['android.permission.SYSTEM_ALERT_WINDOW', 'android.permission.CAMERA'],
  },
  web: { bundler: 'metro', output: 'single', favicon: './assets/favicon.png' },
  plugins: [
    'expo-router',
    'expo-font',
    'expo-localization',
    'expo-web-browser',
    ['expo-splash-screen', { image: './assets/splash.png', imageWidth: 180, backgroundColor: '#f8f3ea', dark: { backgroundColor: '#0d1b22' } }],
    ['expo-secure-store', { faceIDPermission: false }],
    ['expo-audio', { microphonePermission: microphoneText() }],
    ['expo-speech-recognition', { microphonePermission: microphoneText(), speechRecognitionPermission: recognitionText() }],
    ['@daily-co/config-plugin-rn-daily-js', { enableCamera: false, enableMicrophone: true, enableScreenShare: false, microphonePermission: microphoneText() }],
  ],
  extra: {
    configuration: environment.EXPO_PUBLIC_API_URL
      ? { apiUrl: environment.EXPO_PUBLIC_API_URL, callBundleUrl: environment.EXPO_PUBLIC_CALL_BUNDLE_URL, signIn, speechRecognition: environment.EXPO_PUBLIC_SPEECH_RECOGNITION }
      : undefined,
  },
};

/** For devices in neither of our languages; the others read locales/. */
function microphoneText(): string {
  return 'Numeroly cần micro để nghe bạn nói trong cuộc trò chuyện. Numeroly needs the microphone to hear you in a conversation.';
}

function recognitionText(): string {
  return 'Numeroly nhận dạng lời bạn nói để hiện thành chữ. Numeroly recognises what you say to show it as text.';
}

export default config;
