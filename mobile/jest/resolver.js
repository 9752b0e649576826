// Jest has one resolver slot, and both React Native and worklets need it.
const reactNative = require('@react-native/jest-preset/jest/resolver.js');
const worklets = require('react-native-worklets/jest/resolver.js');

module.exports = (request, options) =>
  worklets(request, {
    ...options,
    defaultResolver: (path, inner) => reactNative(path, { ...inner, defaultResolver: options.defaultResolver }),
  });
