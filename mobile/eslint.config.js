const { defineConfig } = require('eslint/config');
const expo = require('eslint-config-expo/flat');

module.exports = defineConfig([
  expo,
  { ignores: ['dist/**', 'ios/**', 'android/**', '.expo/**', 'expo-env.d.ts'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-console': 'error',
      'max-lines': ['error', 250],
      eqeqeq: 'error',
      // Libraries such as i18next and fast-check are meant to be used by their default export.
      'import/no-named-as-default-member': 'off',
    },
  },
  {
    // Only the client knows the API's paths, and only lib/api builds what the client does not.
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['src/lib/**', 'src/features/session/**'],
    rules: { 'no-restricted-globals': ['error', { name: 'fetch', message: 'Call the API through @/lib/api.' }] },
  },
]);
