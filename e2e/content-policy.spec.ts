import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { everyPage, VIEWERS } from './pages'
import { signInAs } from './sign-in'

/** Collects what the browser refused, and whatever it or a page complains about, from every page of a context. */
async function collectComplaints(context: BrowserContext): Promise<string[]> {
  const complaints: string[] = []
  await context.exposeFunction('complain', (what: string) => complaints.push(what))
  await context.addInitScript(() => {
    const { complain } = window as never as { complain: (what: string) => void }
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      complain(`${violatedDirective} ${blockedURI} ${sourceFile}`),
    )
  })
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      complaints.push(`${message.text()} ${message.location().url}`)
  })
  context.on('weberror', (error) => complaints.push(String(error.error())))
  return complaints
}

/** Until the browser has nothing more to do for the page it shows. */
const settle = (page: Page) => page.evaluate(() => new Promise((done) => requestIdleCallback(() => done(0))))

for (const viewer of VIEWERS) {
  test(`no page of ${viewer ?? 'a stranger'} breaks its own policy, nor complains of anything`, async ({
    browser,
  }) => {
    test.setTimeout(120_000)
    const context = await browser.newContext()
    const complaints = await collectComplaints(context)
    const page = await context.newPage()
    if (viewer) await signInAs(page, viewer)
    for (const { name, path } of everyPage().filter((page) => page.viewer === viewer)) {
      const before = complaints.length
      const answer = await page.goto(path)
      await settle(page)
      // That a page is a 404 is said in the console too.
      const unexpected = complaints.slice(before).filter((text) => answer?.ok() || !text.endsWith(path))
      expect.soft(unexpected, `${name} ${path}`).toEqual([])
    }
    await context.close()
  })
}

test('walking by links, within one document, breaks nothing either', async ({ browser }) => {
  const context = await browser.newContext()
  const complaints = await collectComplaints(context)
  const page = await context.newPage()
  await signInAs(page, 'Mette Holm')
  for (const name of ['Fora', 'Møder', 'Opgaver', 'Administration', 'Overblik']) {
    await page.getByRole('navigation', { name: 'Hovedmenu' }).getByRole('link', { name }).click()
    await settle(page)
  }
  expect(complaints).toEqual([])
  await context.close()
})

test('a script, a style and a frame that are not ours are refused, and the collector hears of it', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const complaints = await collectComplaints(context)
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.evaluate(() => {
    const main = document.querySelector('main') as HTMLElement
    main.insertAdjacentHTML('beforeend', '<img src="data:," onerror="document.title = 1">')
    main.insertAdjacentHTML('beforeend', '<p style="color: red">Rød</p>')
    main.insertAdjacentHTML('beforeend', '<iframe src="/help"></iframe>')
    main.insertAdjacentHTML('beforeend', '<base href="https://example.org/">')
  })
  for (const directive of ['script-src-attr', 'style-src-attr', 'frame-src', 'base-uri'])
    await expect.soft.poll(() => complaints.join('\n'), directive).toContain(directive)
  await expect(page).toHaveTitle(/Log ind/)
  await context.close()
})
