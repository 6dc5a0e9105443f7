import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { barriers } from './barriers'
import { comingMeeting } from './pages'
import { demoFolder, type Server, startServer } from './server'
import { signInAs } from './sign-in'

let server: Server
let meeting: string
const fixture = (name: string) => `test/files/${name}`
const megabytes = (count: number) => ({
  name: 'stor.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.concat([readFileSync(fixture('plan.pdf')), Buffer.alloc(count * 1024 * 1024, ' ')]),
})

test.beforeAll(async () => {
  const folder = demoFolder('attachments')
  meeting = comingMeeting(folder)
  server = await startServer(3181, folder)
})
test.afterAll(() => server?.stop())

async function as(browser: import('@playwright/test').Browser, name: string, javaScriptEnabled = true) {
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled })
  const page = await context.newPage()
  await signInAs(page, name)
  return page
}

async function attach(page: Page, file: Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0]) {
  await page.getByLabel('Fil', { exact: true }).setInputFiles(file)
  await page.getByRole('button', { name: 'Læg filen ved' }).click()
}

for (const scripts of [true, false]) {
  test(`Mette attaches a plan ${scripts ? 'with' : 'without'} scripts, and Pia fetches it as it was`, async ({
    browser,
  }) => {
    const mette = await as(browser, 'Mette Holm', scripts)
    await mette.goto(`/meetings/${meeting}`)
    await mette.getByRole('link', { name: 'Læg en fil ved' }).click()
    await mette.getByLabel('Punkt', { exact: true }).selectOption({ index: 2 })
    if (scripts) expect(await barriers(mette)).toEqual([])
    await attach(mette, fixture('plan.pdf'))
    const name = mette.getByRole('link', { name: 'plan.pdf' })
    await expect(name).toBeVisible()

    const pia = await as(browser, 'Pia Storm')
    await pia.goto(`/meetings/${meeting}`)
    const [download] = await Promise.all([
      pia.waitForEvent('download'),
      pia.getByRole('link', { name: 'plan.pdf' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('plan.pdf')
    expect(readFileSync(await download.path()).equals(readFileSync(fixture('plan.pdf')))).toBe(true)

    const address = (await pia.getByRole('link', { name: 'plan.pdf' }).getAttribute('href')) as string
    const { headers } = await answerOf(pia, address)
    expect(headers['content-disposition']).toMatch(/^attachment; /)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cache-control']).toContain('no-store')
    const erik = await as(browser, 'Erik Dam')
    expect((await answerOf(erik, address)).status).toBe(404)

    await mette.getByRole('button', { name: 'Fjern' }).click()
    await expect(name).toHaveCount(0)
    expect((await answerOf(pia, address)).status).toBe(404)
  })

  test(`11 MB are refused in a sentence ${scripts ? 'before they are sent' : 'without scripts'}`, async ({
    browser,
  }) => {
    const mette = await as(browser, 'Mette Holm', scripts)
    await mette.goto(`/meetings/${meeting}/attachments`)
    await mette.getByLabel('Punkt', { exact: true }).selectOption({ index: 2 })
    await mette.getByLabel('Fil', { exact: true }).setInputFiles(megabytes(11))
    if (!scripts) await mette.getByRole('button', { name: 'Læg filen ved' }).click()
    await expect(mette.getByText('Filen er større end 10 MB.').first()).toBeVisible()
    await expect(mette.getByLabel('Punkt', { exact: true })).not.toHaveValue('')
    await attach(mette, fixture('makro.docm'))
    await expect(mette.getByText(/Filen er ikke en PDF/).first()).toBeVisible()
  })
}

async function answerOf(page: Page, address: string) {
  const answer = await page.request.get(address)
  return { status: answer.status(), headers: answer.headers() }
}

test('ten megabytes are taken, twenty are stopped at the door', async ({ browser }) => {
  const mette = await as(browser, 'Mette Holm', false)
  await mette.goto(`/meetings/${meeting}/attachments`)
  await mette.getByLabel('Punkt', { exact: true }).selectOption({ index: 2 })
  await attach(mette, megabytes(9))
  await expect(mette.getByText('9,4 MB')).toBeVisible()
  await mette.getByLabel('Punkt', { exact: true }).selectOption({ index: 2 })
  await attach(mette, megabytes(20))
  await expect(mette.getByText(/fylder for meget/)).toBeVisible()
})

test('Pia sends a drawing along with her proposal; it stands at the item once that is sent', async ({
  browser,
}) => {
  const pia = await as(browser, 'Pia Storm', false)
  await pia.goto(`/meetings/${meeting}/propose`)
  await pia.getByLabel('Punktets titel').fill('Hegn ved legepladsen')
  await pia.getByRole('button', { name: 'Send forslaget' }).click()
  await pia.getByText('Læg en fil ved').click()
  await attach(pia, fixture('kort.png'))
  await expect(pia.getByRole('link', { name: 'kort.png' })).toBeVisible()

  const mette = await as(browser, 'Mette Holm')
  await mette.goto(new URL(pia.url()).pathname)
  await expect(mette.getByRole('link', { name: 'kort.png' })).toBeVisible()
  await mette.getByRole('button', { name: 'Sæt på dagsordenen' }).click()
  await expect(mette.getByText('på dagsordenen', { exact: true })).toBeVisible()

  const aase = await as(browser, 'Åse Aagaard')
  await aase.goto(`/meetings/${meeting}`)
  await expect(aase.getByText('kort.png')).toHaveCount(0)
  await mette.goto(`/meetings/${meeting}/agenda/send`)
  await mette.getByRole('button', { name: /Send tillæg/ }).click()
  await expect(mette.getByText(/Sendt til/).first()).toBeVisible()
  await aase.reload()
  await expect(aase.getByRole('link', { name: 'kort.png' })).toBeVisible()
})
