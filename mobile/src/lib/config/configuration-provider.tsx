import { createContext, type PropsWithChildren, useContext } from 'react';
import { type Configuration } from './configuration';

const ConfigurationContext = createContext<Configuration | undefined>(undefined);

export function ConfigurationProvider({ value, children }: PropsWithChildren<{ value: Configuration }>) {
  return <ConfigurationContext.Provider value={value}>{children}</ConfigurationContext.Provider>;
}

export function useConfiguration(): Configuration {
  const configuration = useContext(ConfigurationContext);
  if (!configuration) throw new Error('useConfiguration is used outside a ConfigurationProvider.');
  return configuration;
}
