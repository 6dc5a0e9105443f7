import { join } from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import { addDays, today } from '../lib/dates'
import { formatDate } from '../lib/format'
import { demoFolder, type Server, startServer } from './server'
import { signInAs } from './sign-in'

let server: Server

test.beforeAll(async () => {
  server = await startServer(3281, await demoFolder('funding'))
})
test.afterAll(() => server?.stop())

async function pageOf(browser: Browser, name: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: server.url })).newPage()
  await signInAs(page, name)
  return page
}

async function openNote(page: Page): Promise<void> {
  await page.goto('/funding')
  await page.getByRole('link', { name: '2012-2014' }).click()
  await expect(page.getByRole('heading', { name: '2012-2014' })).toBeVisible()
}

/** As it is read: the spaces that hold an amount together are spaces. */
const words = async (page: Page) =>
  ((await page.locator('main').textContent()) ?? '').replaceAll('\u00a0', ' ')

test('Karen Lund reads the note’s own figures off the page of its period, each with its base', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'Karen Lund')
  await openNote(page)
  const text = await words(page)
  for (const sentence of [
    '32,5 mio. kr. er 12,5 pct. af den samlede investering på 260 mio. kr.',
    '10,6 pct. til aktiviteter + 1,9 pct. til koordinering = 12,5 pct. af den samlede investering.',
    '27,56 mio. kr. til aktiviteter + 4,94 mio. kr. til koordinering = 32,5 mio. kr.',
    '1,9 pct. af den samlede investering, som går til koordinering, er 15,2 pct. af kommunens andel.',
    'møder 7 kr. fra andre: 260 mio. kr. er 8 gange 32,5 mio. kr., og 227,5 mio. kr. kommer fra andre.',
    'ca. 0,549 mio. kr. pr. årsværk om året, hvis 3 årsværk er besat i alle 3 år',
    '30 mio. kr. siges at være 12,5 pct. af den samlede investering, men er 11,54 pct. af 260 mio. kr.',
    'skulle den samlede investering være 240 mio. kr.',
    '32,5 mio. kr. − 30 mio. kr. = 2,5 mio. kr. Kilderne her forklarer ikke forskellen.',
    '3 årsværk, 3 personer',
    'Sluttede den 31. december 2014',
    'A, S, B, C, O, V og I',
    'Socialdemokratiet, Det Radikale Venstre, Det Konservative Folkeparti, Venstre og Dansk Folkeparti har afgivet en protokolbemærkning',
  ])
    expect(text).toContain(sentence)
  expect(text).not.toContain('kr..')
  await expect(page.getByRole('link', { name: /^Ret/ })).toHaveCount(0)
})

test('a figure that is put right is computed with at once, and the share that no longer fits is doubted', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'Mette Holm')
  await openNote(page)
  await page.getByRole('link', { name: 'Ret Samlet investering' }).click()
  await page.getByLabel('Kroner').fill('240 mio.')
  await page.getByRole('button', { name: 'Gem' }).click()
  await expect.poll(() => words(page)).toContain('men 32,5 mio. kr. er 13,54 pct. af 240 mio. kr.')
  expect(await words(page)).not.toContain('30 mio. kr. siges at være')
})

test('a split that does not add up is refused with its sum', async ({ browser }) => {
  const page = await pageOf(browser, 'Mette Holm')
  await openNote(page)
  await page.getByRole('link', { name: 'Ret perioden' }).click()
  await page.getByLabel('Heraf til koordinering').fill('1,8')
  await page.getByRole('button', { name: 'Gem' }).click()
  await expect(page.getByText('10,6 + 1,8 = 12,4, men andelen er 12,5.').first()).toBeVisible()
  await expect(page.getByLabel('Heraf til koordinering')).toHaveValue('1,8')
})

test('outsiders have no funding, in the menu or at its address', async ({ browser }) => {
  for (const name of ['Pia Storm', 'Lars Nygaard']) {
    const page = await pageOf(browser, name)
    await page.goto('/initiatives')
    await expect(page.getByRole('link', { name: 'Bevillinger' })).toHaveCount(0)
    expect((await page.request.get('/funding')).status()).toBe(404)
  }
})

test('after the team’s last day Mette reads everything and changes nothing, until the funding is extended', async ({
  browser,
}) => {
  const ended = addDays(today(new Date()), -1)
  const sqlite = new Sqlite(join(server.dataDir, 'en-indgang.db'))
  sqlite.prepare("UPDATE periods SET team_ends_on = ? WHERE name <> '2012-2014'").run(ended)
  sqlite.close()
  const date = formatDate(ended, 'da', 'long')
  const banner = `Teamets bevilling sluttede den ${date}. Alt kan læses, men teamet kan ikke ændre noget.`

  const pia = await pageOf(browser, 'Pia Storm')
  await expect(pia.getByText(banner)).toHaveCount(0)

  const page = await pageOf(browser, 'Mette Holm')
  for (const path of ['/', '/meetings', '/funding']) {
    await page.goto(path)
    await expect(page.getByText(banner)).toBeVisible()
  }
  await page.goto('/plans/new')
  await page.getByLabel('Navn').fill('Efter den sidste dag')
  for (const label of ['Byområde', 'Ledes af'])
    await page.getByLabel(label, { exact: true }).selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Opret planen' }).click()
  await expect(
    page.getByText(`Teamets bevilling sluttede den ${date}, så teamet kan ikke længere`),
  ).toBeVisible()
  await expect(page.getByLabel('Navn')).toHaveValue('Efter den sidste dag')

  await page.getByRole('link', { name: 'Forlæng bevillingen' }).click()
  await page
    .getByRole('row', { name: /Illustrativ/ })
    .getByRole('link', { name: /^Ret/ })
    .click()
  // The form to add one has the same fields.
  await page.waitForURL(/change=/)
  await page.getByLabel('Teamets sidste dag').fill(formatDate(addDays(ended, 60), 'da', 'numeric'))
  await page.getByRole('button', { name: 'Gem' }).click()
  await expect(page.getByText(banner)).toHaveCount(0)
})
