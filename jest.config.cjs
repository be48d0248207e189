/** @type {import('jest').Config} */
const shared = {
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
    // comes as an ES module only
    'node_modules/qr/.+\\.js$': ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: ['/node_modules/(?!qr/)'],
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json'],
  moduleNameMapper: { '^@vant/weapp/(.*)$': '<rootDir>/miniprogram/miniprogram_npm/@vant/weapp/$1' },
  restoreMocks: true,
};

module.exports = {
  // No test is about time; a busy machine may take longer than the usual five seconds.
  testTimeout: 60_000,
  // Many tests wait for processes of their own, so that a worker for each core pays, on two cores above all.
  maxWorkers: '100%',
  projects: [
    {
      ...shared,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/test/{architecture,authorisation,rules,use-cases,adapters,stores,cloud,import,preview,collections,scenarios}/**/*.test.ts',
      ],
    },
    {
      ...shared,
      displayName: 'components',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/components/**/*.test.ts'],
    },
  ],
};
