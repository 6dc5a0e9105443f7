import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { addDays, today } from '../lib/dates'
import { formatDate } from '../lib/format'
import { barriersInBothLooks } from './barriers'
import { everyPage } from './pages'
import { invite, realFolder } from './real'
import { demoFolder, type Server, startServer } from './server'
import { signInAs } from './sign-in'

// What a walk over the pages never meets: refusals, questions, two people at once, nothing to show.

/** Refused in every text (R7), so that a form can be sent without anything coming of it. */
const PERSONAL_NUMBER = '010190-1234'
const TYPED_INTO = 'input[type="text"]:visible, input[type="email"]:visible, textarea:visible'

let demo: Server
let empty: Server

test.beforeAll(async () => {
  test.setTimeout(120_000)
  demo = await startServer(3173, demoFolder('form-states'))
  empty = await startServer(3174, await realFolder('nothing-yet'))
})
test.afterAll(() => Promise.all([demo?.stop(), empty?.stop()]))

async function pageOf(browser: Browser, name: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: demo.url })).newPage()
  await signInAs(page, name)
  return page
}

const answerIn = (within: Page | Locator, text: string) => within.getByRole('alert').filter({ hasText: text })
const refusalIn = (form: Locator) => answerIn(form, 'Ret dette, så kan du gå videre')

async function openAll(page: Page): Promise<void> {
  await page.locator('main details').evaluateAll((all) => {
    for (const details of all as HTMLDetailsElement[]) {
      details.removeAttribute('name')
      details.open = true
    }
  })
}

/** A form is known by its fields: the same one on another page is not sent again. */
const fieldsOf = (form: Locator) =>
  form.evaluate((element: HTMLFormElement) =>
    [...new FormData(element).keys()].filter((name) => !name.startsWith('$')).join(),
  )

/** Its error has an id of its own, which the field names. */
async function describedBy(page: Page, field: Locator): Promise<string> {
  const ids = (await field.getAttribute('aria-describedby'))?.split(' ') ?? []
  return (await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).textContent()))).join(' ')
}

async function expectRefusal(page: Page, form: Locator, where: string): Promise<void> {
  const field = form.locator(TYPED_INTO).first()
  await field.fill(PERSONAL_NUMBER)
  await form.getByRole('button').last().click()
  await expect(refusalIn(form), where).toBeFocused()
  await expect.soft(page, where).toHaveTitle(/^Fejl: /)
  await expect.soft(field, where).toHaveValue(PERSONAL_NUMBER)
  await expect.soft(field, where).toHaveAttribute('aria-invalid', 'true')
  expect.soft(await describedBy(page, field), where).toContain('Fejl:')
  expect.soft(await barriersInBothLooks(page, `[id="${await form.getAttribute('id')}"]`), where).toEqual([])
  await refusalIn(form)
    .locator(`a[href="#${await field.getAttribute('id')}"]`)
    .click()
  await expect.soft(field, where).toBeFocused()
}

/** Forms that have the same fields are one. */
const sent = new Set<string>()
/** The team has forms on a hundred pages: a sixth of them is enough for one test. */
const TURNS = [
  ...[1, 2, 3, 4, 5, 6].map((turn) => ({ viewer: 'Mette Holm', turn, of: 6 })),
  { viewer: 'Søren Bak', turn: 1, of: 1 },
]

for (const { viewer, turn, of } of TURNS) {
  test(`every form of ${viewer} that refuses says why at the field and above it, keeps the text, and is no barrier, ${turn} of ${of}`, async ({
    browser,
  }) => {
    test.setTimeout(180_000)
    const page = await pageOf(browser, viewer)
    const pages = everyPage(demo.dataDir).filter((page) => page.viewer === viewer)
    for (const { name, path } of pages.filter((_, index) => index % of === turn - 1)) {
      await page.goto(path)
      const forms = page.locator('main form:not([method="get"])')
      for (let index = 0; index < (await forms.count()); index++) {
        await openAll(page)
        const form = forms.nth(index)
        const fields = await fieldsOf(form)
        if (sent.has(fields) || (await form.locator(TYPED_INTO).count()) === 0) continue
        sent.add(fields)
        await expectRefusal(page, form, `${name} (${fields})`)
        await page.goto(path)
      }
    }
    await page.context().close()
  })
}

test('more than twenty forms were sent that way', () => {
  expect(sent.size).toBeGreaterThan(20)
})

test('a form keeps text and every choice through a refusal and a question, and takes yes for an answer', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'Mette Holm')
  await page.goto('/action-items/new')
  const form = page.locator('form#new-action-item')
  const title = form.getByLabel('Hvad skal gøres?')
  const due = form.getByLabel('Frist')
  const chosen = (label: string) => form.getByLabel(label, { exact: true }).locator('option:checked')
  const send = form.getByRole('button', { name: 'Opret opgaven' })
  const expectKept = async () => {
    await expect(title).toHaveValue('Ring til beboerrådgiveren')
    await expect(chosen('Forum')).toHaveText('Nørrebro')
    await expect(chosen('Ansvarlig')).toHaveText('Søren Bak')
    await expect(form.getByRole('radio', { name: /^Kun den ansvarlige part/ })).toBeChecked()
  }
  await title.fill('Ring til beboerrådgiveren')
  await form.getByLabel('Forum', { exact: true }).selectOption({ label: 'Nørrebro' })
  await form.getByLabel('Ansvarlig', { exact: true }).selectOption({ label: 'Søren Bak' })
  await form.getByRole('radio', { name: /^Kun den ansvarlige part/ }).check()
  await due.fill('i overmorgen engang')
  await send.click()
  await expect(refusalIn(form)).toBeFocused()
  await expect(due).toHaveValue('i overmorgen engang')
  await expect(due).toHaveAttribute('aria-invalid', 'true')
  expect(await describedBy(page, due)).toContain('Fejl:')
  await expect(title).not.toHaveAttribute('aria-invalid')
  await expectKept()

  const past = formatDate(addDays(today(new Date()), -3), 'da', 'numeric')
  await due.fill(past)
  await send.click()
  const question = answerIn(form, 'er allerede passeret')
  await expect(question).toBeFocused()
  await expect(page).not.toHaveTitle(/^Fejl: /)
  await expect(due).toHaveValue(past)
  await expectKept()
  expect(await barriersInBothLooks(page)).toEqual([])
  await question.getByRole('button', { name: 'Ja, gør det alligevel' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ring til beboerrådgiveren' })).toBeVisible()
  await page.context().close()
})

test('two editors of one action item: the second reads both texts without a barrier', async ({ browser }) => {
  const [first, second] = [await pageOf(browser, 'Mette Holm'), await pageOf(browser, 'Jonas Friis')]
  const { path } = everyPage(demo.dataDir).find(({ name }) => name === 'action item open') as { path: string }
  const formOf = (page: Page) => page.locator('main form#change')
  for (const page of [first, second]) {
    await page.goto(path)
    await openAll(page)
  }
  for (const [page, text] of [
    [first, 'Mettes titel'],
    [second, 'Jonas’ titel'],
  ] as const) {
    await formOf(page).getByLabel('Hvad skal gøres?').fill(text)
    await formOf(page).getByRole('button').last().click()
    if (page === first) await expect(page.getByRole('heading', { level: 1, name: text })).toBeVisible()
  }
  await expect(answerIn(formOf(second), 'En anden har')).toBeFocused()
  await expect(formOf(second).getByText('Mettes titel')).toBeVisible()
  await expect(formOf(second).getByLabel('Hvad skal gøres?')).toHaveValue('Jonas’ titel')
  expect(await barriersInBothLooks(second)).toEqual([])
  await Promise.all([first.context().close(), second.context().close()])
})

test('a municipality in which nothing has happened yet is no barrier, and every page says what will be there', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const page = await (await browser.newContext({ baseURL: empty.url })).newPage()
  await page.goto(
    await invite(empty, { email: 'ny@example.org', name: 'Ny Nørgaard', role: 'coordinator', party: 'SOF' }),
  )
  await page.getByRole('main').getByRole('button').last().click()
  await page.waitForURL((address) => address.pathname === '/')
  const forum = '/forums/noerrebro'
  for (const path of [
    '/',
    '/forums',
    forum,
    '/meetings',
    '/meetings?when=past',
    '/action-items',
    '/admin/outbox',
  ]) {
    await page.goto(path)
    await expect
      .soft(
        page
          .getByRole('main')
          .getByText(/\b([Ii]ngen|[Ii]kke|endnu)\b/)
          .first(),
        path,
      )
      .toBeVisible()
    expect.soft(await barriersInBothLooks(page), path).toEqual([])
  }
  await page.goto('/admin/lists/activity_kind')
  await page.getByRole('button', { name: 'Begynd med startlisten' }).click()
  await expect(page.getByRole('row', { name: /Klub.*fra startlisten/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Begynd med startlisten' })).toHaveCount(0)
  await page.context().close()
})
