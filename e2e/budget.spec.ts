import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { everyPage } from './pages'
import { signInAs } from './sign-in'

const KILO = 1000
const pages = everyPage(process.env.DATA_DIR ?? '.tmp/e2e-data').filter(
  ({ viewer }) => viewer === 'Mette Holm',
)

test('a page loads at most 200 kB of script, the workspace 260 kB', async ({ page }) => {
  test.setTimeout(120_000)
  await signInAs(page, 'Mette Holm')
  for (const { name, path } of pages) {
    const html = await (await page.request.get(path)).text()
    const scripts = [...new Set(html.match(/\/_next\/static\/[^"\\]+\.js/g) ?? [])]
    const sizes = await Promise.all(
      scripts.map(async (script) => gzipSync(await (await page.request.get(script)).body()).length),
    )
    const total = sizes.reduce((sum, size) => sum + size, 0)
    console.log(`${name.padEnd(26)} ${(total / KILO).toFixed(0).padStart(4)} kB gzip`)
    expect.soft(total, name).toBeLessThanOrEqual((name === 'workspace' ? 260 : 200) * KILO)
    expect.soft(total, name).toBeGreaterThan(0)
  }
})
