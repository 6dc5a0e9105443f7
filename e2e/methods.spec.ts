import { type Browser, expect, type Page, test } from '@playwright/test'
import { demoFolder, type Server, startServer } from './server'
import { signInAs } from './sign-in'

let server: Server
test.beforeAll(async () => {
  server = await startServer(3191, demoFolder('methods'))
})
test.afterAll(async () => {
  await server?.stop()
})

const METHOD = 'Sundhedsvært i caféen'
const FORUMS = ['Amager/Sundby', 'Bispebjerg', 'Husum/Tingbjerg']

const pageOf = async (browser: Browser, name: string): Promise<Page> => {
  const page = await (await browser.newContext({ baseURL: server.url })).newPage()
  await signInAs(page, name)
  return page
}

test('a method goes from Nørrebro’s café to three other forums, which find it as a proposal', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'Mette Holm')
  await page.goto('/methods/new')
  await page.getByLabel('Hvad hedder metoden?').fill(METHOD)
  await page.getByLabel('Hvordan gør man?').fill('En beboer står for kaffe og kender sundhedshuset.')
  await page.getByRole('button', { name: 'Opret metoden' }).click()
  await expect(page.getByRole('heading', { level: 1, name: METHOD })).toBeVisible()

  await page.getByText('Skriv, hvordan det går i et forum').click()
  const trial = page.locator('form#trial')
  await trial.getByLabel('Forum').selectOption({ label: 'Nørrebro' })
  await trial.getByLabel('Hvordan går det?').selectOption({ label: 'virker' })
  await trial.getByLabel('Hvem prøver den?').fill('fsb og SUF')
  await trial.getByRole('button', { name: 'Gem' }).click()
  await expect(page.getByRole('img', { name: 'virker' })).toBeVisible()

  for (const forum of FORUMS) {
    const propose = page.locator('form#propose-method')
    if (!(await propose.isVisible())) await page.locator('summary', { hasText: 'Foreslå den' }).click()
    await propose.getByLabel('Forum').selectOption({ label: forum })
    await propose.getByRole('button', { name: 'Foreslå den for et andet forum' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: forum }).getByText('foreslået')).toBeVisible()
  }

  await page.goto('/methods')
  const row = page.getByRole('row', { name: new RegExp(METHOD) })
  await expect(row.getByRole('img', { name: 'virker' })).toHaveCount(1)
  await expect(row.getByRole('img', { name: 'foreslået' })).toHaveCount(3)

  const proposed = await pageOf(browser, 'Amina Yusuf')
  await proposed.goto('/meetings/proposals')
  await expect(proposed.getByRole('link', { name: METHOD })).toHaveCount(3)
})
