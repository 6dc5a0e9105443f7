import { defineConfig } from 'vitest/config'

/** An odd time zone on purpose: whatever forgets to say Europe/Copenhagen fails here. */
export default defineConfig({
  resolve: {
    alias: { '@': import.meta.dirname, 'server-only': `${import.meta.dirname}/test/server-only.ts` },
  },
  test: {
    environment: 'node',
    // Vitest leaves a core to the watching developer; on two cores that would be half the machine.
    maxWorkers: '100%',
    env: { TZ: 'Asia/Kathmandu', LOG_LEVEL: 'silent' },
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', '.next/**', '.tmp/**', 'e2e/**'],
  },
})
