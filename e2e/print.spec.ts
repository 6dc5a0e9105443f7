import { expect, type Page, test } from '@playwright/test'
import { comingMeeting, everyPage } from './pages'
import { signInAs } from './sign-in'

/** What lies between the margins of an A4 page, in CSS pixels. */
const PAPER = { width: 642, height: 971 }

async function onPaper(page: Page, viewer: string): Promise<void> {
  await signInAs(page, viewer)
  await page.setViewportSize(PAPER)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
}

/** Taken along to a meeting or handed out; the tables of administration are shrunk to the paper by the browser. */
const HANDED_OUT =
  /^(overview|forum|meetings|meeting with|minutes|action items|my action|a (coordinator|department)'s hand-over|her department's|.* report$)/

const toPress = (page: Page) =>
  page
    .locator('header, footer, nav:not(.printed), form:not([method="get"]), button, summary')
    .filter({ visible: true })
    .allTextContents()

const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main :is(h1, h2, h3, p, li, th, td, dd)')]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map(({ tagName, textContent }) => `${tagName} ${textContent?.slice(0, 40)}`),
  )

for (const viewer of ['Mette Holm', 'Pia Storm', 'Søren Bak', 'Karen Lund']) {
  test(`${viewer}'s pages are paper: nothing to press, and on what is handed out nothing is cut off`, async ({
    page,
  }) => {
    test.setTimeout(180_000)
    await onPaper(page, viewer)
    for (const { name, path } of everyPage().filter((one) => one.viewer === viewer)) {
      await page.goto(path)
      expect.soft(await toPress(page), name).toEqual([])
      if (HANDED_OUT.test(name)) expect.soft(await cutOff(page), name).toEqual([])
    }
  })
}

test('the agenda and the minutes stand on white paper with forum, date and every word, also from the dark', async ({
  page,
}) => {
  await onPaper(page, 'Pia Storm')
  await page.context().addCookies([{ name: 'theme', value: 'dark', url: page.url() }])
  await page.goto(`/meetings/${comingMeeting(process.env.DATA_DIR ?? '')}`)
  const minutes = everyPage().find(
    ({ name, viewer }) => viewer === 'Pia Storm' && name === 'minutes approved',
  )
  for (const [path, word] of [
    [page.url(), 'Tryg skolevej ved Stefansgade'],
    [minutes?.path ?? '', 'Lektiehjælpen samles på biblioteket tirsdag og torsdag.'],
  ] as const) {
    await page.goto(path)
    await expect(
      page.getByText('Boligsocialt Forum Nørrebro').filter({ visible: true }).first(),
    ).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText(word).filter({ visible: true }).first()).toBeVisible()
    await expect(page.getByText(/^Én indgang · udskrevet \d+\. \S+ \d{4} af Pia Storm, fsb$/)).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    const ink = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body)
      return { color, backgroundColor }
    })
    expect(ink).toEqual({ color: 'rgb(27, 36, 41)', backgroundColor: 'rgb(255, 255, 255)' })
  }
})
