/**
 * Expo's preset. In a browser worklets run on the one thread there is, so the second copy of each, as text for the UI
 * thread of a phone, is left out of the web bundle: it was a seventh of it.
 */
module.exports = (api) => {
  const isWeb = api.caller((caller) => caller?.platform === 'web');
  if (!isWeb) return { presets: ['babel-preset-expo'] };
  return {
    presets: [['babel-preset-expo', { worklets: false, reanimated: false }]],
    plugins: [['react-native-worklets/plugin', { omitNativeOnlyData: true }]],
  };
};
