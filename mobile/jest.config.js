const transformed = [
  '(jest-)?react-native', '@react-native(-community)?', 'expo(nent)?', '@expo(nent)?/.*', '@expo-google-fonts/.*',
  'react-navigation', '@react-navigation/.*', '@daily-co/.*', 'jotai', 'jotai-family', 'i18next', 'react-i18next', '@numeroly/.*',
];

module.exports = {
  preset: 'jest-expo',
  resolver: './jest/resolver.js',
  setupFiles: ['./jest/environment.ts'],
  setupFilesAfterEnv: ['./jest/after-environment.ts'],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/src/$1' },
  transformIgnorePatterns: [`node_modules/(?!((${transformed.join('|')})))`],
  testPathIgnorePatterns: ['/node_modules/', '/ios/', '/android/', '/dist'],
  testTimeout: 30_000,
  // Two cores are what a small machine has; more workers only swap.
  maxWorkers: 2,
};
