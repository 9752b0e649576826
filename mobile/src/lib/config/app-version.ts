import Constants from 'expo-constants';

/** The version people see in the settings and the API is told with every request. */
export const appVersion = Constants.expoConfig?.version ?? '0.0.0';
