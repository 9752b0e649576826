import Constants from 'expo-constants';
import { type Configuration, configurationFrom } from './configuration';

/** On the web the server says it beside the page, so that one build serves every deployment; else it is part of the build. */
export async function loadConfiguration(): Promise<Configuration> {
  const answer = await fetch('/config.json', { cache: 'no-cache' });
  const served = answer.ok && /json/.test(answer.headers.get('content-type') ?? '');
  return configurationFrom(served ? await answer.json() : Constants.expoConfig?.extra?.['configuration']);
}
