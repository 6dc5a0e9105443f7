import { expect, test } from '@playwright/test'
import { barriers } from './barriers'
import { demoFolder, type Server, startServer } from './server'
import { signInAs } from './sign-in'

let server: Server
test.beforeAll(async () => {
  server = await startServer(3182, demoFolder('groups'))
})
test.afterAll(() => server?.stop())

test('Mette makes a practice network, gives Erik a seat and announces a meeting; only its own members see it', async ({
  browser,
}) => {
  const contexts = await Promise.all([1, 2, 3].map(() => browser.newContext({ baseURL: server.url })))
  const [mette, erik, pia] = (await Promise.all(contexts.map((context) => context.newPage()))) as [
    import('@playwright/test').Page,
    import('@playwright/test').Page,
    import('@playwright/test').Page,
  ]
  await signInAs(mette, 'Mette Holm')
  await mette.goto('/forums/bispebjerg')
  await mette.getByRole('link', { name: 'Ny gruppe' }).click()
  await mette.getByRole('button', { name: 'Opret gruppen' }).click()
  await expect(mette.getByText('Skriv et navn.').first()).toBeVisible()
  await mette.getByLabel('Type').selectOption({ label: 'Praksisnetværk' })
  await mette.getByLabel('Navn').fill('Praksisnetværk, Bispebjerg')
  await mette.getByRole('button', { name: 'Opret gruppen' }).click()
  await expect(mette.getByRole('heading', { level: 1, name: 'Praksisnetværk, Bispebjerg' })).toBeVisible()
  expect(await barriers(mette)).toEqual([])
  const group = new URL(mette.url()).pathname

  await mette.goto(`/admin/seats/new?forum=${group.split('/').at(-1)}`)
  await mette.getByLabel('Person').selectOption({ label: 'Erik Dam' })
  await mette.getByRole('button', { name: 'Giv pladsen' }).click()
  await expect(mette.getByText('Erik Dam').first()).toBeVisible()

  await mette.goto(group)
  await mette.getByRole('link', { name: 'Nyt møde' }).click()
  await mette.getByLabel('Dato').fill('13.1.2028')
  await mette.getByRole('button', { name: 'Opret mødet' }).click()
  await mette.getByRole('button', { name: 'Meld datoen ud' }).click()

  await signInAs(erik, 'Erik Dam')
  await erik.goto('/forums')
  await expect(erik.getByRole('link', { name: 'Praksisnetværk, Bispebjerg' })).toBeVisible()
  await erik.goto(group)
  await expect(erik.getByRole('link', { name: /13\. januar/ })).toBeVisible()

  await signInAs(pia, 'Pia Storm')
  expect((await pia.request.get(group)).status()).toBe(404)
  await pia.goto('/forums/bispebjerg')
  await expect(pia.getByText('Praksisnetværk')).toHaveCount(0)
  await Promise.all(contexts.map((context) => context.close()))
})
