import { expect, type Page, test } from '@playwright/test'
import { addDays, today } from '../lib/dates'
import { formatDate } from '../lib/format'
import { isWorkingDay, quietWeek } from '../lib/working-days'
import { signInAs } from './sign-in'

/** A day far enough ahead that the demo has no meeting on it. */
function freeDay(): string {
  let day = addDays(today(new Date()), 75)
  while (!isWorkingDay(day) || quietWeek(day)) day = addDays(day, 1)
  return day
}

const titles = (page: Page) => page.locator('main ol > li p:first-child').allInnerTexts()
const plain = (texts: string[]) => texts.map((text) => text.trim())

async function addItem(page: Page, title: string, more: { minutes?: string; visibility?: RegExp } = {}) {
  const form = page.locator('form#new-item')
  await form.getByLabel('Titel').fill(title)
  if (more.minutes) await form.getByLabel('Tid').fill(more.minutes)
  if (more.visibility) await form.getByLabel(more.visibility).check()
  await form.getByRole('button', { name: 'Tilføj punkt' }).click()
  await expect(form.getByText('Punktet er tilføjet.')).toBeVisible()
  await expect(page.locator('main ol').getByText(title, { exact: true }).first()).toBeVisible()
}

test('Mette plans a meeting in Nørrebro and sends its agenda; Pia Storm reads what is hers to read', async ({
  page,
  browser,
}) => {
  const day = freeDay()
  await signInAs(page, 'Mette Holm')
  await page.goto('/meetings/new?forum=noerrebro')

  await page.getByRole('button', { name: 'Opret mødet' }).click()
  await expect(page.getByRole('link', { name: 'Skriv mødets dato, fx 12.12.2026.' })).toBeVisible()
  await page.getByLabel('Dato').fill('24/12-2026')
  await page.getByLabel('Sagsnr.').fill('Sagsnr. 2026-0230260')
  await page.getByLabel('Sted').fill('Blågården, sal 1')
  await page.getByRole('button', { name: 'Opret mødet' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Der er lukket' })).toBeVisible()
  await expect(page.getByLabel('Sted')).toHaveValue('Blågården, sal 1')
  await page.getByLabel('Dato').fill(formatDate(day, 'da', 'numeric'))
  await page.getByRole('button', { name: 'Opret mødet' }).click()
  await page.waitForURL(/\/meetings\/[0-9a-f-]{36}\/agenda$/)
  const meeting = new URL(page.url()).pathname.replace('/agenda', '')

  const outside = await browser.newContext()
  const pia = await outside.newPage()
  await signInAs(pia, 'Pia Storm')
  expect((await pia.goto(meeting))?.status()).toBe(404)

  const form = page.locator('form#new-item')
  await form.getByLabel('Oplægsholder').fill('BUF')
  await form.getByRole('button', { name: 'Tilføj punkt' }).click()
  await expect(form.getByRole('link', { name: 'Skriv en titel.' })).toBeVisible()
  await expect(form.getByText('Fejl: Skriv en titel.')).toBeVisible()
  await expect(form.getByLabel('Oplægsholder')).toHaveValue('BUF')
  await form.getByLabel('Foreslået af').selectOption({ label: 'fsb' })
  await addItem(page, 'Tryg skolevej ved Stefansgade', { minutes: '15 min' })
  await addItem(page, 'Vinteraktiviteter for unge', { minutes: '25 min' })
  await addItem(page, 'Forberedelse af budgettet', { minutes: '10', visibility: /^Internt/ })

  const row = (title: string) => page.locator('main ol > li').filter({ hasText: title })
  const order = async () => {
    const all = plain(await titles(page))
    return ['Tryg skolevej ved Stefansgade', 'Vinteraktiviteter for unge', 'Eventuelt'].map((title) =>
      all.findIndex((text) => text.startsWith(title)),
    )
  }
  const [first, second, last] = (await order()) as [number, number, number]
  expect([second, last]).toEqual([first + 1, first + 2])
  await row('Vinteraktiviteter for unge').getByRole('button', { name: /^Op/ }).click()
  await expect.poll(order).toEqual([second, first, last])
  await row('Vinteraktiviteter for unge').getByText('Ret').first().focus()
  await page.keyboard.press('Alt+Shift+ArrowDown')
  await expect.poll(order).toEqual([first, second, last])
  await page.keyboard.press('Alt+Shift+ArrowDown')
  await expect(page.getByText('Punktet kan ikke komme længere ned.')).toBeVisible()
  expect(await order()).toEqual([first, second, last])

  await page.getByRole('link', { name: 'Send dagsorden' }).click()
  const people = page.getByRole('region', { name: 'Modtagere' })
  await expect(people.getByRole('row').filter({ hasText: 'Pia Storm' })).toContainText('forummets')
  await expect(people.getByRole('row').filter({ hasText: 'Søren Bak' })).toContainText(/\d interne?/)
  await page.getByRole('button', { name: /^Send dagsorden til \d+ modtagere$/ }).click()
  await page.waitForURL(new RegExp(`${meeting}\\?sent=`))
  await expect(page.getByText(/^Sendt til \d+ modtagere\.$/)).toBeVisible()
  await expect(page.getByText('Forberedelse af budgettet')).toBeVisible()

  await pia.goto(meeting)
  await expect(pia.getByText(/^Dagsorden udsendt den .*Jeres punkt(er)? er nr\. /)).toBeVisible()
  const own = pia.locator('main ol > li').filter({ hasText: 'Tryg skolevej ved Stefansgade' })
  await expect(own).toContainText('foreslået af jer')
  await expect(pia.getByText('Vinteraktiviteter for unge').filter({ visible: true })).toBeVisible()
  expect(await pia.content()).not.toContain('Forberedelse af budgettet')
  expect(await pia.content()).not.toContain('2026-0230260')
  for (const address of [
    `${meeting}/agenda`,
    `${meeting}/agenda/send`,
    '/meetings/new',
    '/meetings/nowhere',
  ]) {
    expect((await pia.goto(address))?.status(), address).toBe(404)
  }

  await page.goto(`${meeting}/agenda`)
  await addItem(page, 'Nøgle til beboerlokalet')
  await pia.goto(meeting)
  await expect(pia.getByText('Nøgle til beboerlokalet')).toHaveCount(0)
  await page.goto(`${meeting}/agenda/send`)
  await page.getByRole('button', { name: /^Send tillæg til \d+ modtagere$/ }).click()
  await page.waitForURL(new RegExp(`${meeting}\\?sent=`))
  await pia.goto(meeting)
  await expect(pia.getByText('Nøgle til beboerlokalet').filter({ visible: true })).toBeVisible()
  await outside.close()
})

test('two coordinators change the same item: the second sees both texts and loses nothing', async ({
  page,
  browser,
}) => {
  await signInAs(page, 'Mette Holm')
  await page.goto('/meetings/new?forum=bispebjerg')
  await page.getByLabel('Dato').fill(formatDate(freeDay(), 'da', 'numeric'))
  await page.getByRole('button', { name: 'Opret mødet' }).click()
  await page.waitForURL(/\/agenda$/)
  const context = await browser.newContext()
  const other = await context.newPage()
  await signInAs(other, 'Jonas Friis')
  await other.goto(page.url())

  for (const [who, title] of [
    [other, 'Siden sidst, og hvad vi nåede'],
    [page, 'Siden sidst i Bispebjerg'],
  ] as const) {
    const row = who.locator('main ol > li').filter({ hasText: 'Siden sidst' })
    await row.getByText('Ret').first().click()
    await row.getByLabel('Titel').fill(title)
    await row.getByRole('button', { name: 'Gem punktet' }).click()
    if (who === other) await expect(row.getByText('Punktet er gemt.')).toBeVisible()
  }
  const row = page.locator('main ol > li').filter({ hasText: 'Siden sidst' })
  await expect(row.getByRole('alert')).toContainText('Begge tekster står her')
  await expect(row).toContainText('Siden sidst, og hvad vi nåede')
  await expect(row.getByLabel('Titel')).toHaveValue('Siden sidst i Bispebjerg')
  await row.getByRole('button', { name: 'Gem punktet' }).click()
  await expect(row.getByText('Punktet er gemt.')).toBeVisible()
  await expect(row.getByRole('paragraph').first()).toHaveText('Siden sidst i Bispebjerg')
  await context.close()
})

test('a whole series is planned from a rule, without scripts, and one of its meetings gets its agenda', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signInAs(page, 'Mette Holm')
  await page.goto('/meetings/new?forum=bispebjerg')
  await page.getByRole('link', { name: 'Planlæg en hel møderække' }).click()
  await page.getByRole('button', { name: 'Vis dagene' }).click()
  await expect(page.getByRole('heading', { name: 'hver anden måned, anden torsdag, 6 møder' })).toBeVisible()
  const days = page.getByRole('checkbox')
  await expect(days).toHaveCount(6)
  await days.last().uncheck()
  await page.getByLabel('Begynder').fill('25.99')
  await page.getByRole('button', { name: 'Planlæg møderne' }).click()
  await expect(page.getByText('Ret dette, så kan du gå videre')).toBeVisible()
  await expect(days.last()).not.toBeChecked()
  await page.getByLabel('Begynder').fill('14.00')
  await page.getByRole('button', { name: 'Planlæg møderne' }).click()
  await expect(page.getByText('Møderække: hver anden måned, anden torsdag, 6 møder.')).toBeVisible()
  await page.getByRole('button', { name: 'Lav dagsordenen' }).click()
  await expect(page.getByText('Eventuelt').first()).toBeVisible()
  await context.close()
})
