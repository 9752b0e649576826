export { appVersion } from './app-version';
export { type Configuration, ConfigurationError, type SignIn } from './configuration';
export { ConfigurationProvider, useConfiguration } from './configuration-provider';
export { loadConfiguration } from './loading';
