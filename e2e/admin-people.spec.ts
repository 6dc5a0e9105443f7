import { type Browser, expect, type Page, test } from '@playwright/test'
import { addDays, today } from '../lib/dates'
import { formatDate } from '../lib/format'
import { demoFolder, type Server, startServer } from './server'
import { signInAs } from './sign-in'

// One story: Anna Berg is let in, given a seat, moved and let go.
test.describe.configure({ mode: 'serial', timeout: 120_000 })

let site: Server
let mette: Page
let anna: Page

const field = (page: Page, name: string) => page.getByRole('textbox', { name })
const day = today(new Date())
const typed = (date: string) => formatDate(date, 'da', 'numeric')

test.beforeAll(async ({ browser }) => {
  site = await startServer(3171, demoFolder('admin-people'))
  mette = await pageAt(browser)
  anna = await pageAt(browser)
  await signInAs(mette, 'Mette Holm')
})

test.afterAll(async () => {
  await site?.stop()
})

const pageAt = async (browser: Browser): Promise<Page> =>
  (await browser.newContext({ baseURL: site.url })).newPage()

const open = async (name: string) => {
  await mette.goto(`/admin/people?q=${encodeURIComponent(name)}`)
  await mette.getByRole('link', { name, exact: true }).click()
  await expect(mette.getByRole('heading', { level: 1, name })).toBeVisible()
}

test('Mette Holm lets Anna Berg in; an address that is taken names whose it is, and nothing typed is lost', async () => {
  await mette.goto('/admin')
  await mette.getByRole('link', { name: 'Personer' }).click()
  await mette.getByRole('link', { name: 'Ny person' }).click()
  await field(mette, 'Navn').fill('Anna Berg')
  await field(mette, 'Mail').fill('Pia.Storm@demo.invalid')
  await mette.getByLabel('Part').selectOption({ label: 'fsb' })
  await mette.getByLabel('Rolle').selectOption({ label: 'Medarbejder' })
  await mette.getByRole('button', { name: 'Opret personen' }).click()
  await expect(mette.getByRole('main').getByRole('alert')).toContainText('Rollen passer ikke til fsb')

  await mette.getByLabel('Rolle').selectOption({ label: 'Boligorganisation' })
  await mette.getByRole('button', { name: 'Opret personen' }).click()
  await expect(mette.getByRole('main').getByRole('alert')).toContainText(
    'Pia Storm har allerede den mailadresse',
  )
  await expect(field(mette, 'Navn')).toHaveValue('Anna Berg')

  await field(mette, 'Mail').fill('Anna.Berg@Example.dk')
  await mette.getByRole('button', { name: 'Opret personen' }).click()
  await expect(mette.getByRole('heading', { level: 1, name: 'Anna Berg' })).toBeVisible()
  await expect(field(mette, 'Mail')).toHaveValue('anna.berg@example.dk')
  await expect(mette.getByText('Er ikke inviteret endnu.')).toBeVisible()
})

test('the link, shown once, signs Anna in; she has no forum yet', async () => {
  await mette.getByRole('button', { name: 'Vis et loginlink' }).click()
  const link = await field(mette, 'Link til Anna Berg').inputValue()
  await mette.reload()
  await expect(mette.getByText(/Et link til at logge ind med virker til/)).toBeVisible()
  expect(await mette.content()).not.toContain(link)

  await anna.goto(new URL(link).pathname)
  await anna.getByRole('main').getByRole('button').first().click()
  await anna.waitForURL((address) => !address.pathname.startsWith('/sign-in'))
  await anna.goto('/me')
  await expect(anna.getByText('Du har ingen plads i et forum lige nu.')).toBeVisible()
  expect((await anna.request.get('/admin/people')).status()).toBe(404)
})

test('given a seat in Valby/Vigerslev, which fsb does not have, she sees the forum at once', async () => {
  expect((await anna.request.get('/forums/valby-vigerslev')).status()).toBe(404)
  await open('Anna Berg')
  await mette.getByRole('link', { name: 'Giv en plads' }).click()
  await mette.getByLabel('Forum', { exact: true }).selectOption({ label: 'Valby/Vigerslev' })
  await expect(
    mette.getByText(
      `Fra den ${typed(day)} kan Anna Berg og alle andre fra fsb se det, der er udsendt til Boligsocialt Forum Valby/Vigerslev.`,
    ),
  ).toBeVisible()
  await mette.getByRole('button', { name: 'Giv pladsen' }).click()
  await expect(mette.getByRole('heading', { level: 1, name: 'Anna Berg i Valby/Vigerslev' })).toBeVisible()

  await anna.goto('/forums/valby-vigerslev')
  await expect(anna.getByRole('heading', { level: 1 })).toContainText('Valby/Vigerslev')
  await mette.goto('/admin/seats')
  await expect(mette.getByRole('row', { name: /^fsb/ })).toContainText('Anna Berg')
})

test('the same seat twice is refused', async () => {
  await mette.goto('/admin/seats/new?forum=valby-vigerslev')
  await mette.getByLabel('Person', { exact: true }).selectOption({ label: 'Anna Berg' })
  await field(mette, 'Første dag').fill(typed(addDays(day, 30)))
  await mette.getByRole('button', { name: 'Giv pladsen' }).click()
  await expect(mette.getByRole('main').getByRole('alert')).toContainText('har allerede en plads for fsb')
})

test('moved to AAB, she loses what was fsb’s and sees what AAB sees', async () => {
  expect((await anna.request.get('/forums/husum-tingbjerg')).status()).toBe(200)
  await open('Anna Berg')
  await mette.getByRole('link', { name: 'Flyt til anden part' }).click()
  await mette.getByLabel('Ny part').selectOption({ label: 'AAB' })
  await field(mette, 'Ny mail').fill('anna@aab.example.dk')
  await mette.getByRole('button', { name: 'Flyt personen' }).click()
  await expect(mette.getByText('Sidder ikke i noget forum.')).toBeVisible()

  expect((await anna.request.get('/forums/husum-tingbjerg')).status()).toBe(404)
  expect((await anna.request.get('/forums/valby-vigerslev')).status()).toBe(404)
  expect((await anna.request.get('/forums/amager-sundby')).status()).toBe(200)
})

test('a department that is to fill two seats and fills none has two vacant ones', async () => {
  await mette.goto('/admin/seats?forum=bispebjerg')
  await mette.getByText('Hvor mange pladser skal hver forvaltning besætte?').click()
  await field(mette, 'BIF, pladser').fill('mange')
  await mette.getByRole('button', { name: 'Gem BIF' }).click()
  await expect(mette.getByRole('main').getByRole('alert')).toContainText('et helt tal fra 0 til 9')
  await field(mette, 'BIF, pladser').fill('2')
  await mette.getByRole('button', { name: 'Gem BIF' }).click()
  await expect(mette.getByRole('link', { name: '2 ledige pladser for BIF i Bispebjerg' })).toBeVisible()
})

test('Mette cannot move or deactivate herself', async () => {
  await open('Mette Holm')
  await expect(mette.getByText('Dig selv kan du hverken flytte eller lukke ude.')).toBeVisible()
  const own = new URL(mette.url()).pathname
  expect((await mette.request.get(`${own}/deactivate`)).status()).toBe(404)
})

test('deactivated, Anna is out at her next click; let in again, she must sign in anew', async () => {
  await open('Anna Berg')
  await mette.getByRole('link', { name: 'Luk ude' }).click()
  await mette.getByRole('button', { name: 'Luk ude' }).click()
  await expect(mette.getByText(/Anna Berg er lukket ude siden/)).toBeVisible()
  await anna.goto('/meetings')
  await expect(anna).toHaveURL(/\/sign-in/)

  await mette.getByRole('button', { name: 'Luk ind igen' }).click()
  await expect(mette.getByRole('link', { name: 'Luk ude' })).toBeVisible()
  await anna.goto('/meetings')
  await expect(anna).toHaveURL(/\/sign-in/)
})

test('deactivating Søren Bak tells what he leaves; his action items then want somebody', async () => {
  await open('Søren Bak')
  await mette.getByRole('link', { name: 'Luk ude' }).click()
  await expect(mette.getByRole('heading', { name: 'Opgaver, der mangler en ansvarlig' })).toBeVisible()
  await expect(mette.getByRole('heading', { name: 'Pladser, der slutter i dag' })).toBeVisible()
  await mette.getByRole('button', { name: 'Luk ude' }).click()
  await expect(mette.getByRole('heading', { name: 'Mangler ansvarlig person' })).toBeVisible()
  await mette.goto('/action-items?scope=all')
  await expect(mette.getByText('mangler ansvarlig person').first()).toBeVisible()
})

test('without JavaScript the forms work too: a new partner', async ({ browser }) => {
  const context = await browser.newContext({
    baseURL: site.url,
    javaScriptEnabled: false,
    storageState: await mette.context().storageState(),
  })
  const page = await context.newPage()
  await page.goto('/admin/parties/new')
  await field(page, 'Kort navn').fill('Ældre Sagen')
  await field(page, 'Fuldt navn').fill('Ældre Sagen København')
  await page.getByRole('button', { name: 'Opret parten' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ældre Sagen' })).toBeVisible()
  await page.goto('/admin/parties')
  await expect(page.getByRole('row').last()).toContainText('Ældre Sagen')
})
