import { type Browser, expect, type Page, test } from '@playwright/test'
import { demoFolder, type Server, startServer } from './server'
import { signInAs } from './sign-in'

// One story: the note's youth club in a basement, beside the municipal one (S44).
test.describe.configure({ mode: 'serial' })

let server: Server
test.beforeAll(async () => {
  server = await startServer(3192, demoFolder('initiatives'))
})
test.afterAll(async () => {
  await server?.stop()
})

const CLUB = 'Kælderklub for unge'

const pageOf = async (browser: Browser, name: string, options = {}): Promise<Page> => {
  const page = await (await browser.newContext({ baseURL: server.url, ...options })).newPage()
  await signInAs(page, name)
  return page
}

test('Pia Storm writes a youth club in a basement, and is shown the municipal one with the reasons', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'Pia Storm')
  await page.goto('/plans')
  await page.getByRole('link', { name: 'NørreBrobyggerne' }).click()
  await page.getByRole('link', { name: 'Ny indsats' }).click()
  const radar = page.getByRole('region', { name: 'Findes det allerede?' })
  await expect(radar.getByText('Intet, der ligner, endnu')).toBeVisible()
  await page.getByLabel('Hvad hedder indsatsen?').fill(CLUB)
  await page
    .getByLabel('Hvad går den ud på?')
    .fill('En klub i kælderen, hvor unge mødes om musik og lektier.')
  await page.getByLabel('Type').selectOption({ label: 'Klub' })
  await page.getByLabel('Målgruppe').selectOption({ label: 'Unge' })
  await page.getByLabel('Boligafdeling').selectOption({ label: 'Titanparken' })
  await expect(radar.getByRole('link', { name: 'Nørrebro Ungdomsklub' })).toBeVisible()
  await expect(radar).toContainText(/samme målgruppe · samme type.* m fra hinanden.*fælles ord: .*klub/)
  // Never in the way: the save is refused for its own reason only, and nothing typed is lost.
  await page.getByRole('button', { name: 'Opret indsatsen' }).click()
  await expect(page.getByLabel('Hvad hedder indsatsen?')).toHaveValue(CLUB)
  await page.getByLabel('Hvilken kernedrift understøtter indsatsen?').fill('Ungdomsklubberne')
  await page.getByRole('button', { name: 'Opret indsatsen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: CLUB })).toBeVisible()
  await expect(page.getByText('uafklaret')).toBeVisible()
})

test('without scripts the same form saves, and the finding stands on the page', async ({ browser }) => {
  const page = await pageOf(browser, 'Pia Storm', { javaScriptEnabled: false })
  await page.goto('/plans')
  await page.getByRole('link', { name: 'NørreBrobyggerne' }).click()
  await page.getByRole('link', { name: 'Ny indsats' }).click()
  await page.getByLabel('Hvad hedder indsatsen?').fill('Ungdomsklub i gården')
  await page.getByLabel('Type').selectOption({ label: 'Klub' })
  await page.getByLabel('Målgruppe').selectOption({ label: 'Unge' })
  await page.getByLabel('Boligafdeling').selectOption({ label: 'Hothers Plads' })
  await page.getByLabel('Hvilken kernedrift understøtter indsatsen?').fill('Ungdomsklubberne')
  await page.getByRole('button', { name: 'Opret indsatsen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ungdomsklub i gården' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Nørrebro Ungdomsklub' })).toBeVisible()
})

test('Line Krogh of the department settles it, and Mette Holm finds it again in the count', async ({
  browser,
}) => {
  const line = await pageOf(browser, 'Line Krogh')
  await line.goto('/overlaps')
  const finding = line
    .getByRole('listitem')
    .filter({ hasText: CLUB })
    .filter({ hasText: 'Nørrebro Ungdomsklub' })
  await finding.getByText('Afklar', { exact: true }).first().click()
  await finding.getByLabel('Borgerne henvises til det, der findes').check()
  await finding.getByRole('button', { name: 'Afklar' }).click()
  await expect(finding.getByText('Skriv en kort begrundelse.').first()).toBeVisible()
  await finding.getByLabel('Begrundelse').fill('Klubben har plads til dem.')
  await finding.getByRole('button', { name: 'Afklar' }).click()
  await expect(finding).toBeHidden()

  const mette = await pageOf(browser, 'Mette Holm')
  await mette.goto('/overlaps')
  await expect(mette.getByRole('row', { name: /henvist 1/ })).toBeVisible()

  const pia = await pageOf(browser, 'Pia Storm')
  await pia.goto('/initiatives')
  await pia.getByRole('link', { name: CLUB }).click()
  await expect(pia.getByText('Klubben har plads til dem.')).toBeVisible()
  await expect(pia.getByText('henvist', { exact: true })).toBeVisible()
})

test('an initiative without a theme cannot be approved, and the button says why', async ({ browser }) => {
  const page = await pageOf(browser, 'Mette Holm')
  await page.goto('/initiatives?missing=theme')
  await page.getByRole('link', { name: CLUB }).click()
  await expect(page.getByRole('button', { name: 'Godkend til medfinansiering' })).toBeDisabled()
  await expect(page.getByText('Indsatsen mangler et tema fra strategien')).toBeVisible()
  await page.getByRole('link', { name: 'Ret indsatsen' }).click()
  await page.getByLabel('Tema').selectOption({ label: 'Tryghed' })
  await page.getByRole('button', { name: 'Gem indsatsen' }).click()
  await page.getByRole('button', { name: 'Godkend til medfinansiering' }).click()
  await expect(page.getByText('Godkendt til medfinansiering')).toBeVisible()
})
