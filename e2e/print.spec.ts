import { expect, test } from '@playwright/test'
import { comingMeeting, everyPage } from './pages'
import { onPaper } from './paper'
import { signInAs } from './sign-in'

test('the agenda and the minutes stand on white paper with forum, date and every word, also from the dark', async ({
  page,
}) => {
  await signInAs(page, 'Pia Storm')
  await onPaper(page)
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
