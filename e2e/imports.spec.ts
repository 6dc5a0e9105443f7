import { expect, type Page, test } from '@playwright/test'
import { FIRST_SHEET, withPart, workbook } from '../test/workbook'
import { demoFolder, type Server, startServer } from './server'
import { signInAs } from './sign-in'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const HEADER = ['helhedsplan', 'forvaltning', 'år', 'kvartal', 'timer', 'kilde']

let site: Server
let page: Page
test.beforeAll(async ({ browser }) => {
  site = await startServer(3272, await demoFolder('imports'))
  page = await (await browser.newContext({ baseURL: site.url })).newPage()
  await signInAs(page, 'Mette Holm')
})
test.afterAll(async () => {
  await site?.stop()
})

const choose = async (name: string, bytes: Uint8Array) => {
  await page.getByLabel('Fil (CSV eller Excel, .xlsx)').setInputFiles({
    name,
    mimeType: TYPE,
    buffer: Buffer.from(bytes),
  })
  await page.getByRole('button', { name: 'Vis, hvad der ændres' }).click()
}

test('Mette Holm imports promised hours from Excel: told of the one fault, she mends it, sees what will change and saves it', async () => {
  await page.goto('/admin')
  await page.getByRole('link', { name: 'Indlæs filer' }).click()
  await page.getByRole('link', { name: 'Lovede timer' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Lovede timer' })).toBeVisible()
  const rows = [
    HEADER,
    ['Mjølnerparken', 'BIF', 2031, 1, 12.5, 'Aftale 2031'],
    ['Mjølnerparken', 'SOF', 2031, 1, 1234.5, 'Aftale 2031'],
  ]
  const sound = await workbook({ Timer: rows, Noter: [['husk']] })
  const broken = withPart(sound, FIRST_SHEET, (xml) =>
    xml.replace(/<c r="E2"[^>]*>.*?<\/c>/, '<c r="E2"><f>25/2</f><v>12.5</v></c>'),
  )
  await choose('timer 2031.xlsx', broken)
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'timer 2031.xlsx, linje 2, kolonne timer: Celle E2 er en formel. Kopiér cellen, og sæt den ind igen som værdi.',
  )

  await choose('timer 2031.xlsx', sound)
  const asked = page.getByRole('main').getByRole('alert')
  await expect(asked).toContainText('Arket »Timer« er læst. Ikke læst: Noter.')
  await expect(asked).toContainText(
    'Nyt: Lovede timer fra BIF til Mjølnerparken, 1. kvartal 2031: 12 t. 30 min',
  )
  await expect(asked).toContainText('fra SOF til Mjølnerparken, 1. kvartal 2031: 1234 t. 30 min')
  await page.getByRole('button', { name: 'Ja' }).click()
  await expect(page.getByText('2 rækker er nye, 0 er ændret, 0 er som før.')).toBeVisible()

  await page.reload()
  await choose('timer 2031.xlsx', sound)
  await expect(page.getByText('Intet er ændret: alle 2 rækker er som før.')).toBeVisible()
})

test('the example file is read as it is, and names what it does not know', async () => {
  await page.goto('/admin/import/baselines')
  const asked = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Hent en fil at begynde med' }).click()
  const example = await asked
  await page.getByLabel('Fil (CSV eller Excel, .xlsx)').setInputFiles(await example.path())
  await page.getByRole('button', { name: 'Vis, hvad der ændres' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'Ændret: Styregruppe Styregruppen for Mjølnerparken: 4 møder om året, 6 kommunale deltagere, 48 t. om året, skøn',
  )
})

test('a file that is too large, or broken, is told in words', async () => {
  await page.goto('/admin/import/seats')
  await choose('stor.xlsx', Buffer.alloc(6 * 1024 * 1024))
  await expect(page.getByText('Filen er større end 5 MB.').first()).toBeVisible()
  await choose('i stykker.xlsx', (await workbook({ Pladser: [HEADER] })).subarray(0, 700))
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'Filen er i stykker og kan ikke læses.',
  )
})
