import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { everyPage } from './pages'
import { signInAs } from './sign-in'

const KILO = 1000

test('a page loads at most 200 kB of script, the workspace 260 kB', async ({ page }) => {
  test.setTimeout(120_000)
  await signInAs(page, 'Mette Holm')
  for (const { name, path } of everyPage().filter(({ viewer }) => viewer === 'Mette Holm')) {
    // Old browsers alone fetch what is marked noModule.
    const html = (await (await page.request.get(path)).text()).replaceAll(/<script[^>]*noModule[^>]*>/g, '')
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
