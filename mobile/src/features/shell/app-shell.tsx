import { StatusBar } from 'expo-status-bar';
import { setBackgroundColorAsync } from 'expo-system-ui';
import { type PropsWithChildren, useEffect } from 'react';
import { Platform } from 'react-native';
import { SafeAreaProvider } from 'react-native-safe-area-context';
import { ConfigurationProvider } from '@/lib/config';
import { setLanguage } from '@/lib/i18n';
import { ThemeProvider, useTheme } from '@/ui';
import { SessionProvider } from '../session/session-provider';
import { usePreferences } from '../settings/preferences';
import { Connected } from './connected';
import { MisconfiguredScreen, StartingScreen } from './starting-screens';
import { useFonts } from './use-fonts';
import { useStarted } from './use-started';

/** Everything around the screens: language, theme, configuration, session, API. */
export function AppShell({ children }: PropsWithChildren) {
  const { language, theme } = usePreferences();
  const starting = useStarted();
  const fonts = useFonts();

  useEffect(() => setLanguage(language), [language]);

  return (
    <SafeAreaProvider>
      <ThemeProvider choice={theme}>
        <Surroundings />
        {starting.status === 'failed' ? (
          <MisconfiguredScreen />
        ) : starting.status === 'starting' || !fonts ? (
          <StartingScreen />
        ) : (
          <ConfigurationProvider value={starting.configuration}>
            <SessionProvider keeper={starting.keeper}>
              <Connected>{children}</Connected>
            </SessionProvider>
          </ConfigurationProvider>
        )}
      </ThemeProvider>
    </SafeAreaProvider>
  );
}

/** What the system draws around the app follows the theme too. */
function Surroundings() {
  const { scheme, colors } = useTheme();
  useEffect(() => {
    if (Platform.OS === 'web') {
      document.documentElement.style.colorScheme = scheme;
      document.body.style.backgroundColor = colors.ground;
      document.querySelector('meta[name="theme-color"]')?.setAttribute('content', colors.ground);
    } else {
      void setBackgroundColorAsync(colors.ground);
    }
  }, [scheme, colors]);
  return <StatusBar style={scheme === 'dark' ? 'light' : 'dark'} />;
}
