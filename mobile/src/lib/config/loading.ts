import Constants from 'expo-constants';
import { type Configuration, configurationFrom } from './configuration';

/** On a phone the configuration is part of the build. */
export async function loadConfiguration(): Promise<Configuration> {
  return configurationFrom(Constants.expoConfig?.extra?.['configuration']);
}
