import { type Configuration, loadConfiguration } from '@/lib/config';
import { profilesStore } from '../profile/profile';
import { credentialsStorage } from '../session/credentials-storage';
import { identityFor } from '../session/identity';
import { SessionKeeper } from '../session/session-keeper';
import { preferencesStore } from '../settings/preferences';

export interface Started {
  readonly configuration: Configuration;
  readonly keeper: SessionKeeper;
}

/** All that has to be known before the first screen. */
export async function startApp(): Promise<Started> {
  const [configuration] = await Promise.all([loadConfiguration(), preferencesStore.load(), profilesStore.load()]);
  const keeper = new SessionKeeper(identityFor(configuration.signIn), credentialsStorage);
  await keeper.restore();
  return { configuration, keeper };
}
