import { expect, type Page, test } from '@playwright/test'
import { barriersInBothLooks } from './barriers'
import { collectComplaints, settle } from './complaints'
import { everyPage, VIEWERS } from './pages'
import { cutOff, onPaper, toPress } from './paper'
import { signInAs } from './sign-in'

const SCREEN = { width: 1280, height: 720 }
const PHONE = { width: 320, height: 700 }

/** Taken along to a meeting or handed out; the tables of administration are shrunk to the paper by the browser. */
const HANDED_OUT =
  /^(overview|forum|meetings|meeting with|minutes|action items|my action|a (coordinator|department)'s hand-over|her department's|.* report$)/

const pagesOf = (viewer: string | null) => everyPage().filter((page) => page.viewer === viewer)

/** The team has more than a hundred pages: each third is patience enough for one test. */
const thirdsFor = (viewer: string | null) => (viewer === 'Mette Holm' ? [1, 2, 3] : [1])

for (const viewer of VIEWERS) {
  const parts = thirdsFor(viewer)
  for (const part of parts) {
    const which = parts.length > 1 ? `, ${part} of ${parts.length}` : ''
    test(`${viewer ?? 'a stranger'} finds every page sound: its own policy kept, no barrier in light and dark, not too wide for a phone, fit for paper${which}`, async ({
      browser,
    }) => {
      test.setTimeout(240_000)
      const context = await browser.newContext({ reducedMotion: 'reduce', viewport: SCREEN })
      const complaints = await collectComplaints(context)
      const page = await context.newPage()
      if (viewer) await signInAs(page, viewer)
      const pages = pagesOf(viewer).filter((_, index) => index % parts.length === part - 1)
      expect(pages.length).toBeGreaterThan(0)
      for (const { name, path } of pages) {
        const where = `${name} ${path}`
        complaints.length = 0
        const answer = await page.goto(path)
        await settle(page)
        // That a page is a 404 is said in the console too.
        const unexpected = complaints.filter((text) => answer?.ok() || !text.endsWith(path))
        expect.soft(unexpected, `${where} complains`).toEqual([])
        expect.soft(await barriersInBothLooks(page), `${where} has barriers`).toEqual([])
        await page.setViewportSize(PHONE)
        expect.soft(await tooWideBy(page), `${where} is wider than a phone by`).toBeLessThanOrEqual(0)
        await onPaper(page)
        if (viewer) expect.soft(await toPress(page), `${where} has something to press`).toEqual([])
        if (HANDED_OUT.test(name)) expect.soft(await cutOff(page), `${where} is cut off`).toEqual([])
        await page.emulateMedia({ media: 'screen' })
        await page.setViewportSize(SCREEN)
      }
      await context.close()
    })
  }
}

const tooWideBy = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

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
