import { expect, test } from '@playwright/test'
import { demoFolder, type Server, startServer } from './server'
import { signInAs } from './sign-in'

let site: Server
test.beforeAll(async () => {
  site = await startServer(3284, demoFolder('succession'))
})
test.afterAll(async () => {
  await site?.stop()
})

test('Mette Holm closes a steering group when all it left is placed, and not before; Karen Lund reads where it went', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ baseURL: site.url })).newPage()
  await signInAs(page, 'Mette Holm')
  await page.goto('/forums/succession')
  await page.getByRole('link', { name: 'Styregruppen for Tingbjerg-Utterslevhuse' }).click()
  await expect(page.getByText('1 ting mangler at blive placeret.')).toBeVisible()
  await page.getByRole('button', { name: 'Luk gruppen' }).click()
  await expect(page.getByText('Gruppen kan ikke lukkes endnu: 1 ting er ikke placeret')).toBeVisible()

  await page.getByRole('link', { name: /^Placér\s?: Planen og skolen mødes hver måned\./ }).click()
  await page.getByLabel('Hvor blev det af?').selectOption({ label: 'Føres ikke videre' })
  await page.getByRole('button', { name: 'Gem' }).click()
  await expect(page.getByText('Skriv, hvorfor det ikke føres videre.').first()).toBeVisible()
  await page.getByLabel('Hvorfor ikke').fill('Skolen sidder nu selv i forummet.')
  await page.getByRole('button', { name: 'Gem' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Planen og skolen' })).toContainText(
    'Føres ikke videre: Skolen sidder nu selv i forummet.',
  )

  await page.getByRole('button', { name: 'Luk gruppen' }).click()
  await expect(page.getByText(/^Gruppen er lukket: alt, hvad den efterlod, er placeret\./)).toBeVisible()

  const karen = await (await browser.newContext({ baseURL: site.url })).newPage()
  await signInAs(karen, 'Karen Lund')
  await karen.goto('/forums/succession')
  await expect(
    karen.getByRole('row').filter({ hasText: 'Styregruppen for Tingbjerg-Utterslevhuse' }),
  ).toContainText('Lukket')
  await karen.getByRole('link', { name: 'Styregruppen for Tingbjerg-Utterslevhuse' }).click()
  await expect(karen.getByText('Skolen sidder nu selv i forummet.')).toBeVisible()
  await expect(karen.getByRole('button', { name: /gruppen/ })).toHaveCount(0)
})
