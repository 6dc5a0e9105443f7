import { type Browser, expect, type Page, test } from '@playwright/test'
import { demoFolder, type Server, startServer } from './server'
import { signInAs } from './sign-in'

let server: Server
test.beforeAll(async () => {
  server = await startServer(3195, await demoFolder('hours'))
})
test.afterAll(async () => {
  await server?.stop()
})

const pageOf = async (browser: Browser, name: string): Promise<Page> => {
  const page = await (await browser.newContext({ baseURL: server.url })).newPage()
  await signInAs(page, name)
  return page
}
const PLAN = 'Amagerbro Helhedsplan'
const REASON = 'Et formøde med jobcentret er ikke logget.'

test('the lead finds the quarter on the overview, puts one figure right for a reason, and Pia reads both', async ({
  browser,
}) => {
  const karen = await pageOf(browser, 'Karen Lund')
  await karen.goto('/')
  await karen.getByRole('link', { name: /^Bekræft timer for \d\. kvartal/ }).click()
  const hours = karen.getByLabel(`Timer, ${PLAN}`)
  await expect(hours).toHaveValue(/min$/)
  await hours.fill('2,5')
  const press = karen.getByRole('button', { name: /^Bekræft timer/ }).first()
  await press.click()
  await expect(karen.getByText('Skriv en kort begrundelse.').first()).toBeVisible()
  await expect(hours).toHaveValue('2,5')
  await karen.getByLabel(`Begrundelse, ${PLAN}`).fill(REASON)
  await press.click()
  await expect(karen.getByText('Timerne er bekræftet.')).toBeVisible()
  await expect(karen.getByText(/bekræftet 2 t\. 30 min/).first()).toBeVisible()
  await karen.goto('/')
  await expect(karen.getByRole('link', { name: /^Bekræft timer/ })).toHaveCount(0)

  const pia = await pageOf(browser, 'Pia Storm')
  await pia.goto('/hours')
  await expect(pia.getByRole('row').filter({ hasText: REASON })).toContainText(
    /beregnet i dag .* bekræftet 2 t\. 30 min/,
  )
})

test('the team writes down what is promised, and a comment of one side is read by the other', async ({
  browser,
}) => {
  const mette = await pageOf(browser, 'Mette Holm')
  await mette.goto('/hours')
  await mette.getByRole('rowheader', { name: 'NørreBrobyggerne' }).first().waitFor()
  await mette
    .getByRole('row')
    .filter({ has: mette.getByRole('rowheader', { name: 'NørreBrobyggerne' }) })
    .last()
    .getByRole('link')
    .last()
    .click()
  await mette.getByRole('link', { name: 'Skriv eller ret lovede timer' }).click()
  const form = mette.locator('form#promise')
  await form.getByLabel('Forvaltning').selectOption({ label: 'TMF' })
  await form.getByLabel('Lovede timer').fill('mange')
  await form.getByLabel('Hvor det står').fill('Tillæg til aftalen')
  await form.getByRole('button', { name: 'Tilføj lovede timer' }).click()
  await expect(form.getByText(/Skriv timerne som/).first()).toBeVisible()
  await form.getByLabel('Lovede timer').fill('1.000')
  await form.getByRole('button', { name: 'Tilføj lovede timer' }).click()
  await expect(form.getByText(/1000 t\. på ét kvartal/)).toBeVisible()
  await form.getByLabel('Lovede timer').fill('12,5')
  await form.getByRole('button', { name: 'Tilføj lovede timer' }).click()
  await expect(mette.getByText('12 t. 30 min Tillæg til aftalen')).toBeVisible()

  const pia = await pageOf(browser, 'Pia Storm')
  await pia.goto(mette.url().replace('&edit=promises', ''))
  await expect(pia.getByRole('row').filter({ hasText: 'Tillæg til aftalen' })).toContainText('12 t. 30 min')
  await pia.getByText('Skriv en kommentar').click()
  await pia.getByLabel('Hvis timer det handler om').selectOption({ label: 'TMF' })
  await pia.getByLabel('Kommentar', { exact: true }).fill('Tak, det var det, vi manglede.')
  await pia.getByRole('button', { name: 'Send kommentar' }).click()
  await expect(pia.getByRole('listitem').filter({ hasText: 'Tak, det var det' })).toContainText('fsb')
  await mette.reload()
  await expect(mette.getByText('Tak, det var det, vi manglede.')).toBeVisible()
})

test('Søren tells of his preparation on a page of his own', async ({ browser }) => {
  const søren = await pageOf(browser, 'Søren Bak')
  await søren.goto('/hours')
  await søren.getByRole('link', { name: 'Mine timer' }).click()
  const row = søren.getByRole('row').nth(1)
  await row.getByText('Ret', { exact: true }).click()
  await row.getByLabel('Forberedelse').fill('1,5 t.')
  await row.getByRole('button', { name: 'Gem' }).click()
  await expect(row).toContainText('1 t. 30 min')
  const mette = await pageOf(browser, 'Mette Holm')
  expect((await mette.request.get('/hours/mine')).status()).toBe(404)
  const pia = await pageOf(browser, 'Pia Storm')
  for (const path of ['/hours/mine', '/hours/confirm'])
    expect((await pia.request.get(path)).status()).toBe(404)
})
