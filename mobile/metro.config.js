const { getDefaultConfig } = require('expo/metro-config');

// Expo finds the workspaces (the generated client is taken as TypeScript) and their node_modules by itself.
module.exports = getDefaultConfig(__dirname);
