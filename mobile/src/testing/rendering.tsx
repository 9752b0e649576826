import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react-native';
import { type ReactElement } from 'react';
import { SafeAreaProvider } from 'react-native-safe-area-context';
import { keepProfile } from '@/features/profile/profile';
import { type Credentials } from '@/features/session/session';
import { SessionKeeper } from '@/features/session/session-keeper';
import { SessionProvider } from '@/features/session/session-provider';
import { ApiProvider, connectApi, newQueryClient } from '@/lib/api';
import { type Configuration, ConfigurationProvider } from '@/lib/config';
import { setLanguage } from '@/lib/i18n';
import { ThemeProvider } from '@/ui';
import { FakeApi } from './fake-api';

export const minhAnh: Credentials = { user: 'minh-anh', displayName: 'Minh Anh', accessToken: 't', expiresAt: Date.now() + 3_600_000, refreshToken: undefined };

const configuration: Configuration = { apiUrl: 'http://api.test', signIn: { kind: 'development', tokenUrl: 'http://api.test/development/tokens' }, speechRecognition: 'assistant' };
const metrics = { frame: { x: 0, y: 0, width: 390, height: 844 }, insets: { top: 0, left: 0, right: 0, bottom: 0 } };

export interface Surroundings {
  readonly api?: FakeApi;
  /** Who is signed in; `null` is nobody. */
  readonly credentials?: Credentials | null;
  readonly known?: boolean;
}

/** Renders a screen as it stands in the app: signed in, with a profile, over an API that answers what the test says. */
export async function renderScreen(screen: ReactElement, { api = new FakeApi(), credentials = minhAnh, known = true }: Surroundings = {}) {
  setLanguage('vi');
  if (known && credentials) keepProfile(credentials.user, { name: 'Nguyễn Minh Anh', birthDate: '1998-08-14' });
  const keeper = new SessionKeeper(
    { signIn: async (name) => ({ ...minhAnh, user: name, displayName: name }), refresh: async () => undefined },
    { read: async () => credentials ?? undefined, write: async () => undefined, clear: async () => undefined },
  );
  await keeper.restore();
  const client = connectApi({ url: configuration.apiUrl, accessToken: keeper.freshToken, onRefusal: () => undefined, fetch: api.fetch });
  const queries = newQueryClient();
  queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, gcTime: Infinity } });
  const rendered = render(
    <SafeAreaProvider initialMetrics={metrics}>
      <ThemeProvider choice="dark">
        <ConfigurationProvider value={configuration}>
          <SessionProvider keeper={keeper}>
            <QueryClientProvider client={queries}>
              <ApiProvider client={client}>{screen}</ApiProvider>
            </QueryClientProvider>
          </SessionProvider>
        </ConfigurationProvider>
      </ThemeProvider>
    </SafeAreaProvider>,
  );
  return { ...rendered, keeper, api };
}
