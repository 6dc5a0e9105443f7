import { expect, test } from '@playwright/test'
import { collectComplaints, settle } from './complaints'
import { signInAs } from './sign-in'

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
