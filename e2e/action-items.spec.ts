import { type Browser, expect, type Page, test } from '@playwright/test'
import { addDays, today } from '../lib/dates'
import { formatDate } from '../lib/format'
import { nextWorkingDay } from '../lib/working-days'
import { signInAs } from './sign-in'

// One story: what Mette gives, Søren answers, and Mette settles.
test.describe.configure({ mode: 'serial' })

const run = Date.now().toString(36)
const REPORTED = `Send kontaktlisten ${run}`
const REFUSED = `Find lokaler til klubben ${run}`
const ASKED = `Skriv udkast til folderen ${run}`

const day = today(new Date())
const due = nextWorkingDay(addDays(day, 20))
const wanted = nextWorkingDay(addDays(due, 14))
const typed = (date: string) => formatDate(date, 'da', 'numeric')

const pageOf = async (browser: Browser, name: string): Promise<Page> => {
  const page = await (await browser.newContext()).newPage()
  await signInAs(page, name)
  return page
}
/** By role, so that a field in a closed form is not meant. */
const field = (page: Page, name: string) => page.getByRole('textbox', { name })
const row = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title })
const stands = (page: Page, sentence: string) =>
  expect(page.getByRole('status').filter({ hasText: sentence })).toBeVisible()

test('Mette Holm gives Søren Bak three action items; a due date in the past asks first', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'Mette Holm')
  for (const [title, date] of [
    [REPORTED, addDays(day, -3)],
    [REFUSED, due],
    [ASKED, due],
  ] as const) {
    await page.goto('/action-items/new?forum=noerrebro')
    await field(page, 'Hvad skal gøres?').fill(title)
    await page.getByLabel('Ansvarlig', { exact: true }).selectOption({ label: 'Søren Bak' })
    await field(page, 'Frist').fill(typed(date))
    await page.getByRole('button', { name: 'Opret opgaven' }).click()
    if (title === REPORTED) {
      await expect(page.getByText('er allerede passeret')).toBeVisible()
      await expect(field(page, 'Hvad skal gøres?')).toHaveValue(title)
      await page.getByRole('button', { name: 'Ja, gør det alligevel' }).click()
    }
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  }
})

test('Mette Holm opens an item far down her list, and comes back to it', async ({ browser }) => {
  const page = await pageOf(browser, 'Mette Holm')
  await page.setViewportSize({ width: 390, height: 640 })
  await page.goto('/action-items?scope=all&sort=title')
  const item = page.getByRole('link', { name: REFUSED })
  const back = page.getByRole('navigation', { name: 'Sti' }).getByRole('link', { name: 'Opgaver' })
  await item.click()
  await back.click()
  await expect(page).toHaveURL(/scope=all&sort=title#/)
  await expect(item).toBeInViewport()
  await item.click()
  await page.locator('summary', { hasText: 'Flyt fristen' }).click()
  await field(page, 'Ny frist').fill(typed(nextWorkingDay(addDays(due, 1))))
  await page.getByRole('button', { name: 'Flyt fristen' }).click()
  await stands(page, 'Fristen er flyttet')
  await back.click()
  await expect(page).toHaveURL(/scope=all&sort=title#/)
  await expect(item).toBeInViewport()
  await item.click()
  await expect(page.getByRole('heading', { level: 1, name: REFUSED })).toBeVisible()
  await page.goBack()
  await expect(item).toBeInViewport()
})

test('Søren Bak reports his overdue item done in two presses', async ({ browser }) => {
  const page = await pageOf(browser, 'Søren Bak')
  await page.goto('/action-items')
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Over frist')
  let presses = 0
  await page.exposeFunction('pressed', () => {
    presses += 1
  })
  await page.evaluate(() =>
    document.addEventListener('click', () => (window as never as { pressed: () => void }).pressed(), true),
  )

  await row(page, REPORTED).getByRole('link', { name: 'Meld udført' }).click()
  await expect(field(page, 'Hvad er gjort?')).toBeFocused()
  await page.keyboard.type('Listen er sendt til alle seks planer')
  await page.getByRole('button', { name: 'Meld udført' }).click()
  await stands(page, 'Opgaven er meldt udført')
  await expect(page.getByText('Listen er sendt til alle seks planer')).toBeVisible()
  expect(presses).toBe(2)
})

test('he refuses another with a reason; without one he is told so and nothing changes', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'Søren Bak')
  await page.goto('/action-items')
  await row(page, REFUSED).getByRole('link', { name: 'Ikke os' }).click()
  await expect(field(page, 'Begrundelse')).toBeFocused()
  await page.getByRole('button', { name: 'Ikke os' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Skriv en kort begrundelse')
  await field(page, 'Begrundelse').fill('Lokaler hører under KFF')
  await page.getByRole('button', { name: 'Ikke os' }).click()
  await stands(page, 'Opgaven er givet tilbage')
})

test('he asks for a new due date; the old one stands beside it', async ({ browser }) => {
  const page = await pageOf(browser, 'Søren Bak')
  await page.goto('/action-items')
  await row(page, ASKED).getByRole('link', { name: 'Bed om ny frist' }).click()
  await expect(field(page, 'Ny frist')).toBeFocused()
  await page.keyboard.type(typed(wanted))
  await field(page, 'Begrundelse').fill('Den nye medarbejder begynder senere')
  await page.getByRole('button', { name: 'Bed om ny frist' }).click()
  const facts = page.getByRole('definition')
  await expect(facts.filter({ hasText: formatDate(wanted, 'da', 'full') })).toBeVisible()
  await expect(facts.filter({ hasText: formatDate(due, 'da', 'full') })).toBeVisible()
})

test('Mette Holm sends one back and grants a date, each from her list', async ({ browser }) => {
  const page = await pageOf(browser, 'Mette Holm')
  await page.goto('/action-items?scope=waiting')
  await expect(row(page, REPORTED)).toContainText('Listen er sendt til alle seks planer')
  await expect(row(page, REFUSED)).toContainText('Lokaler hører under KFF')

  await row(page, ASKED)
    .getByRole('button', { name: /^Giv frist/ })
    .click()
  await expect(row(page, ASKED)).toHaveCount(0)

  await row(page, REPORTED).getByRole('link', { name: 'Send tilbage' }).click()
  await expect(field(page, 'Begrundelse')).toBeFocused()
  await page.keyboard.type('To planer mangler')
  await page.getByRole('button', { name: 'Send tilbage' }).click()
  await stands(page, 'Opgaven er i gang')
})

test('Søren Bak reads why, reports again without JavaScript, and sees both due dates', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await signInAs(page, 'Søren Bak')
  await page.goto('/action-items')
  await row(page, REPORTED).getByRole('link', { name: 'Meld udført' }).click()
  await expect(page.getByText('To planer mangler')).toBeVisible()
  await field(page, 'Hvad er gjort?').fill('Nu er de to sidste med')
  await page.getByRole('button', { name: 'Meld udført' }).click()
  await expect(page.getByText('Opgaven er meldt udført')).toBeVisible()

  await page.goto('/action-items')
  await page.getByRole('link', { name: ASKED }).click()
  await expect(page.locator('del')).toContainText(formatDate(due, 'da', 'full'))
  await expect(
    page.getByRole('definition').filter({ hasText: formatDate(wanted, 'da', 'full') }),
  ).toBeVisible()
})

test('Mette Holm approves in one press', async ({ browser }) => {
  const page = await pageOf(browser, 'Mette Holm')
  await page.goto('/action-items?scope=waiting')
  await row(page, REPORTED).getByRole('button', { name: 'Godkend' }).click()
  await expect(row(page, REPORTED)).toHaveCount(0)
  await page.goto('/action-items?scope=all')
  await page.getByRole('link', { name: REPORTED }).click()
  await stands(page, 'Opgaven er godkendt og afsluttet')
})
