export { appVersion } from './app-version';
export { type Configuration, ConfigurationError, type SignIn, type SpeechRecognition } from './configuration';
export { ConfigurationProvider, useConfiguration } from './configuration-provider';
export { loadConfiguration } from './loading';
