import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { browserPath } from './cli/browser.mjs'

const port = process.env.E2E_PORT ?? '3100'

// The tests read ids from the demo they walk through: never from the folder of whoever starts them.
process.env.DATA_DIR = join(import.meta.dirname, '.tmp/e2e-data')

const SHARED =
  /(action-items|budget|content-policy|english|every-page|meetings|papers|print|workspace-writes)\.spec\.ts$/

export default defineConfig({
  testDir: 'e2e',
  workers: 2,
  // Two at a time on two cores: what is slow is waited for, what is wrong stays wrong.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    // Recording everything takes two fifths more time; what fails is run again by hand and looked at there.
    trace: process.env.CI ? 'off' : 'retain-on-failure',
    launchOptions: {
      executablePath: browserPath(),
      args: ['--no-sandbox'],
    },
  },
  // Beside each other, except the tests that share a server: each may find there what the one before left.
  projects: [
    { name: 'shared server', testMatch: SHARED, workers: 1 },
    { name: 'own server', testIgnore: SHARED },
  ],
  webServer: {
    command: `node_modules/.bin/node --import tsx e2e/serve-demo.ts ${port}`,
    url: `http://127.0.0.1:${port}/sign-in`,
    reuseExistingServer: false,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
})
