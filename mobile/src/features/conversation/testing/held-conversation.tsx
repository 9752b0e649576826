import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react-native';
import { SafeAreaProvider } from 'react-native-safe-area-context';
import { SessionProvider } from '@/features/session/session-provider';
import { SessionKeeper } from '@/features/session/session-keeper';
import { ApiProvider, connectApi, newQueryClient } from '@/lib/api';
import { ConfigurationProvider } from '@/lib/config';
import { setLanguage } from '@/lib/i18n';
import type { Start } from '../session/start';
import { ConversationFlow } from '../view/conversation-flow';
import { FakeCall, settled } from './fake-call';
import { FakeServer } from './fake-server';
import { underTest } from './under-test';

/** A conversation on the screen, with the call and the server under it, and where the person was led. */
export interface HeldConversation {
  readonly call: FakeCall;
  readonly server: FakeServer;
  readonly led: string[];
  readonly leave: () => void;
}

const onOpened = () => undefined;
const apiUrl = 'https://api.example.com';

/** Renders a conversation as a person sees it; `prepare` may make things go wrong beforehand. */
export async function holdConversation(prepare: (parts: typeof underTest) => void = () => undefined, start: Start = { kind: 'new', withVoice: true }): Promise<HeldConversation> {
  setLanguage('vi');
  Object.assign(underTest, { call: new FakeCall(), server: new FakeServer(), canHoldCalls: true, microphone: null, recogniser: null });
  prepare(underTest);
  const { call, server } = underTest;
  const led: string[] = [];
  const client = connectApi({ url: apiUrl, accessToken: async () => 'token', onRefusal: () => undefined, fetch: server.fetch });
  const keeper = new SessionKeeper(
    { signIn: () => Promise.reject(new Error('not asked')), refresh: async () => undefined } as ConstructorParameters<typeof SessionKeeper>[0],
    { read: async () => undefined, write: async () => undefined, clear: async () => undefined },
  );
  const { unmount } = render(
    <ConfigurationProvider value={{ apiUrl, signIn: { kind: 'development', tokenUrl: apiUrl }, speechRecognition: underTest.recogniser === null ? 'assistant' : 'device' }}>
      <SessionProvider keeper={keeper}>
        <ApiProvider client={client}>
         <QueryClientProvider client={newQueryClient()}>
          <SafeAreaProvider initialMetrics={{ frame: { x: 0, y: 0, width: 390, height: 844 }, insets: { top: 0, right: 0, bottom: 0, left: 0 } }}>
            <ConversationFlow start={start} onOpened={onOpened} onHome={() => led.push('home')} onRead={(id) => led.push(`read ${id}`)} onAgain={() => led.push('again')} />
          </SafeAreaProvider>
         </QueryClientProvider>
        </ApiProvider>
      </SessionProvider>
    </ConfigurationProvider>,
  );
  await act(settled);
  return { call, server, led, leave: () => void act(unmount) };
}

/** What stands in the middle of the ring. */
export function stateShown(): string {
  return String(screen.getByTestId('conversation-state').props.children);
}
