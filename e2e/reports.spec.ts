import { type Browser, expect, type Page, test } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import readExcelFile from 'read-excel-file/node'
import { barriersInBothLooks } from './barriers'
import { demoFolder, type Server, startServer } from './server'
import { signInAs } from './sign-in'

// One story: what the committee asks for within nine days (S07–S11), the same afternoon.
test.describe.configure({ mode: 'serial' })

let server: Server
test.beforeAll(async () => {
  server = await startServer(3195, await demoFolder('reports'))
})
test.afterAll(async () => {
  await server?.stop()
})

const pageOf = async (browser: Browser, name: string, options = {}): Promise<Page> => {
  const page = await (await browser.newContext({ baseURL: server.url, ...options })).newPage()
  await signInAs(page, name)
  return page
}

/** Every figure on the page, in the order in which it is read. */
const figuresOn = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('article.report > section')].flatMap((part) => [
      ...[...part.querySelectorAll('[data-figure]')].map(({ textContent }) => textContent),
      ...[...part.querySelectorAll('tbody td')].map(({ textContent }) => textContent),
    ]),
  )

const csvOf = async (page: Page) => {
  const file = await page.request.get(await addressOf(page, 'CSV'))
  const [, ...lines] = parse(await file.body(), {
    delimiter: ';',
    bom: true,
    relax_column_count: true,
  }) as string[][]
  return lines.map(([, , , , figure]) => figure)
}
const addressOf = async (page: Page, kind: string) =>
  (await page.getByRole('link', { name: kind, exact: true }).getAttribute('href')) ?? ''

test('Mette Holm makes the committee’s report of a year and opens the rows behind three of its figures', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'Mette Holm')
  await page.getByRole('link', { name: 'Redegørelser' }).first().click()
  await page.getByLabel('Hvem er den til').selectOption({ label: 'Udvalget' })
  await page.getByRole('button', { name: 'Vis redegørelsen' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Redegørelse til udvalget, \d{4}$/)
  await expect(page.getByText(/Udtrukket den \d+\. \S+ \d{4} kl\.\s\d\d\.\d\d/)).toBeVisible()
  const address = page.url()
  for (const part of ['Møder og deltagelse', 'Opgaver udført til tiden', 'Aftaler og beslutninger']) {
    await page.goto(address)
    const figure = page
      .getByRole('region', { name: part, exact: true })
      .locator('[data-figure]')
      .nth(part.startsWith('M') ? 1 : 0)
    const count = Number((await figure.textContent())?.match(/\d+/)?.[0])
    expect(count).toBeGreaterThan(0)
    await figure.click()
    await expect(page.locator('tbody tr')).toHaveCount(count)
    await page.locator('tbody a').first().click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page).not.toHaveURL(/rows/)
  }
})

test('she downloads it in all four formats, and each opens', async ({ browser }) => {
  const page = await pageOf(browser, 'Mette Holm')
  await page.goto('/reports/account')
  const opened: [string, (body: Buffer) => Promise<unknown>][] = [
    [
      'PDF',
      async (body) => {
        expect(body.subarray(0, 5).toString()).toBe('%PDF-')
        return (await getDocument({ data: new Uint8Array(body), verbosity: 0 }).promise).numPages
      },
    ],
    [
      'Word',
      async (body) => (await mammoth.extractRawText({ buffer: body })).value.includes('Møder og deltagelse'),
    ],
    ['Excel', async (body) => (await readExcelFile(body)).length],
    ['CSV', async (body) => parse(body, { delimiter: ';', bom: true, relax_column_count: true }).length],
  ]
  for (const [kind, open] of opened) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: kind, exact: true }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^Redegørelse til udvalget, \d{4}\.(pdf|docx|xlsx|csv)$/)
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    expect(await open(Buffer.concat(chunks)), kind).toBeTruthy()
  }
})

test('the page says, figure for figure, what the files say, in Danish and in English', async ({
  browser,
}) => {
  for (const [name, path] of [
    ['Mette Holm', '/reports/account'],
    ['Karen Lund', '/reports/account?reader=department'],
    ['Pia Storm', '/reports/account'],
  ] as const) {
    const page = await pageOf(browser, name)
    await page.goto(path)
    expect(await figuresOn(page), name).toEqual(await csvOf(page))
    await page.getByRole('button', { name: 'In English' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    expect((await figuresOn(page)).length).toBeGreaterThan(5)
    expect(await figuresOn(page), `${name}, in English`).toEqual(await csvOf(page))
    await page.getByRole('button', { name: 'På dansk' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'da')
  }
})

test('one that she gives away is read by Karen Lund and Ruth Vind as it was, and by nobody outside', async ({
  browser,
}) => {
  const mette = await pageOf(browser, 'Mette Holm')
  await mette.goto('/reports/account')
  const before = await figuresOn(mette)
  await mette.getByRole('button', { name: 'Gem som givet' }).click()
  await expect(mette.getByText('Skriv, hvem redegørelsen er givet til.').first()).toBeVisible()
  await mette.getByLabel('Hvem er den givet til').fill('Teknik- og Miljøudvalget')
  await mette.getByRole('button', { name: 'Gem som givet' }).click()
  await expect(mette.getByText('Givet til Teknik- og Miljøudvalget')).toBeVisible()
  const { pathname } = new URL(mette.url())
  expect(await figuresOn(mette)).toEqual(before)
  expect(await csvOf(mette)).toEqual(before)
  expect(await barriersInBothLooks(mette)).toEqual([])
  for (const name of ['Karen Lund', 'Ruth Vind']) {
    const page = await pageOf(browser, name)
    await page.goto('/reports')
    await page.getByRole('link', { name: /^Udvalget/ }).click()
    await expect(page).toHaveURL(new RegExp(pathname))
    expect(await figuresOn(page)).toEqual(before)
  }
  const pia = await pageOf(browser, 'Pia Storm')
  expect((await pia.request.get(pathname)).status()).toBe(404)
  for (const file of ['report.pdf', 'report.docx', 'report.xlsx', 'report.csv'])
    expect((await pia.request.get(`${pathname}/${file}`)).status()).toBe(404)
})

test('a bad address is a page or not found, never a failure', async ({ browser }) => {
  const page = await pageOf(browser, 'Mette Holm')
  for (const [path, status] of [
    ['/reports/account?period=hest&from=2026-99-99&to=&forum=', 200],
    ['/reports/account?from=2026-12-31&to=2026-01-01', 200],
    ['/reports/account?forum=nowhere', 404],
    ['/reports/account?party=nobody', 404],
    ['/reports/rows?figure=', 404],
    ['/reports/nothing', 404],
    ['/reports/account/report.exe', 404],
  ] as const)
    expect((await page.request.get(path)).status(), path).toBe(status)
})
