import { expect, test } from '@playwright/test'
import { barriersInBothLooks } from './barriers'
import { everyPage, VIEWERS } from './pages'
import { signInAs } from './sign-in'

const pagesOf = (viewer: string | null) => everyPage().filter((page) => page.viewer === viewer)

/** The team has a hundred pages and more: each third is patience enough for one test. */
const thirdsFor = (viewer: string | null) => (viewer === 'Mette Holm' ? [1, 2, 3] : [1])

for (const viewer of VIEWERS) {
  const parts = thirdsFor(viewer)
  for (const part of parts) {
    const which = parts.length > 1 ? `, ${part} of ${parts.length}` : ''
    test(`${viewer ?? 'a stranger'} meets no barrier on any page, in light and dark${which}`, async ({
      browser,
    }) => {
      test.setTimeout(240_000)
      const context = await browser.newContext({ reducedMotion: 'reduce' })
      const page = await context.newPage()
      if (viewer) await signInAs(page, viewer)
      const pages = pagesOf(viewer).filter((_, index) => index % parts.length === part - 1)
      expect(pages.length).toBeGreaterThan(0)
      for (const { name, path } of pages) {
        await page.goto(path)
        expect.soft(await barriersInBothLooks(page), `${name} ${path}`).toEqual([])
      }
      await context.close()
    })
  }
}

test('every page stands on a phone without scrolling sideways', async ({ browser }) => {
  test.setTimeout(240_000)
  for (const viewer of VIEWERS) {
    const context = await browser.newContext({ viewport: { width: 320, height: 700 } })
    const page = await context.newPage()
    if (viewer) await signInAs(page, viewer)
    for (const { name, path } of pagesOf(viewer)) {
      await page.goto(path)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect
        .soft(overflow, `${viewer ?? 'a stranger'}: ${name} ${path} is wider than the screen by`)
        .toBeLessThanOrEqual(0)
    }
    await context.close()
  }
})

test('what is read can be read without JavaScript', async ({ browser }) => {
  test.setTimeout(120_000)
  const signedIn = await browser.newContext()
  await signInAs(await signedIn.newPage(), 'Mette Holm')
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await signedIn.storageState(),
  })
  const page = await context.newPage()
  const unknown = { path: '/no/such/page', name: 'no such page' }
  for (const { path, name } of [...pagesOf('Mette Holm'), unknown]) {
    await page.goto(path)
    await expect.soft(page.getByRole('heading', { level: 1 }), name).toBeVisible()
  }
})
