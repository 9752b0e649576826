import { Stack } from 'expo-router';
import { AppShell } from '@/features/shell/app-shell';
import { useProfile } from '@/features/profile/profile';
import { useSession, useUser } from '@/features/session/session-provider';
import { useTheme } from '@/ui';

export { ErrorScreen as ErrorBoundary } from '@/features/shell/error-screen';

export default function RootLayout() {
  return (
    <AppShell>
      <Screens />
    </AppShell>
  );
}

/** Signed in first, then known by name and birth date, then everything. */
function Screens() {
  const { colors } = useTheme();
  const signedIn = useSession().status === 'signed-in';
  const known = useProfile(useUser()) !== undefined;
  return (
    <Stack screenOptions={{ headerShown: false, contentStyle: { backgroundColor: colors.ground } }}>
      <Stack.Protected guard={signedIn && known}>
        <Stack.Screen name="(tabs)" />
        <Stack.Screen name="history/[id]" />
        <Stack.Screen name="conversation" options={{ gestureEnabled: false }} />
        <Stack.Screen name="profile" />
      </Stack.Protected>
      <Stack.Protected guard={signedIn && !known}>
        <Stack.Screen name="welcome" />
      </Stack.Protected>
      <Stack.Protected guard={!signedIn}>
        <Stack.Screen name="sign-in" />
      </Stack.Protected>
    </Stack>
  );
}
