import { defineConfig } from 'vitest/config'

const DRIZZLE = ['drizzle-orm', 'drizzle-orm/sqlite-core', 'drizzle-orm/better-sqlite3']

/** An odd time zone on purpose: whatever forgets to say Europe/Copenhagen fails here. */
export default defineConfig({
  resolve: {
    alias: { '@': import.meta.dirname, 'server-only': `${import.meta.dirname}/test/server-only.ts` },
  },
  test: {
    environment: 'node',
    // Two hundred small files, which every test file would read anew; as one they take half the time.
    deps: { optimizer: { ssr: { enabled: true, include: DRIZZLE } } },
    globalSetup: 'test/run-folder.ts',
    // Vitest leaves a core to the watching developer; on two cores that would be half the machine.
    maxWorkers: '100%',
    // What is slow is waited for: a bound on time says how busy the machine is, not whether we are right.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { TZ: 'Asia/Kathmandu', LOG_LEVEL: 'silent' },
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', '.next/**', '.tmp/**', 'e2e/**'],
  },
})
