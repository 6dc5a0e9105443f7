import { expect, test } from '@playwright/test'
import { barriers } from './barriers'
import { comingMeeting } from './pages'
import { demoFolder, type Server, startServer } from './server'
import { signInAs } from './sign-in'

let server: Server
let meeting: string

test.beforeAll(async () => {
  const folder = demoFolder('proposals')
  meeting = comingMeeting(folder)
  server = await startServer(3172, folder)
})
test.afterAll(() => server?.stop())

test('Pia proposes an item, answers a question about it, and finds it on the agenda; Åse never sees it', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const contexts = await Promise.all(
    // A housing organisation proposes without scripts, as everything that is read works without them.
    [false, true, true].map((javaScriptEnabled) =>
      browser.newContext({ baseURL: server.url, javaScriptEnabled }),
    ),
  )
  const [pia, mette, aase] = (await Promise.all(contexts.map((context) => context.newPage()))) as [
    import('@playwright/test').Page,
    import('@playwright/test').Page,
    import('@playwright/test').Page,
  ]
  await signInAs(pia, 'Pia Storm')
  await signInAs(mette, 'Mette Holm')
  await signInAs(aase, 'Åse Aagaard')

  await pia.goto(`/meetings/${meeting}`)
  await pia.getByRole('link', { name: 'Foreslå et punkt' }).click()
  await expect(pia.getByText(/Dagsordenen er sendt/)).toBeVisible()
  await pia.getByLabel('Baggrund').fill('Der er mørkt ved stien til skolen.')
  await pia.getByRole('button', { name: 'Send forslaget' }).click()
  await expect(pia.getByText('Skriv en titel.').first()).toBeVisible()
  await expect(pia.getByLabel('Baggrund')).toHaveValue('Der er mørkt ved stien til skolen.')
  await pia.getByLabel('Punktets titel').fill('Lys på skolestien')
  await pia.getByRole('button', { name: 'Send forslaget' }).click()
  await expect(pia.getByRole('heading', { name: 'Lys på skolestien' })).toBeVisible()
  const address = new URL(pia.url()).pathname

  expect((await aase.request.get(address)).status()).toBe(404)
  await aase.goto('/meetings/proposals')
  await expect(aase.getByText('Lys på skolestien')).toHaveCount(0)

  await mette.goto('/meetings/proposals')
  await mette.getByRole('link', { name: 'Lys på skolestien' }).click()
  await expect(mette).toHaveTitle(/Lys på skolestien/)
  expect(await barriers(mette)).toEqual([])
  await mette.getByText('Spørg om mere').first().click()
  await mette.getByLabel('Spørgsmål').fill('Hvilken sti?')
  await mette.getByRole('button', { name: 'Spørg om mere' }).click()
  await expect(mette.getByText('Mette Holm spurgte')).toBeVisible()

  await pia.reload()
  await expect(pia.getByText('Hvilken sti?')).toBeVisible()
  await pia.getByLabel('Svar').fill('Den ved Stefansgade.')
  await pia.getByRole('button', { name: 'Svar' }).click()
  await expect(pia.getByText('Den ved Stefansgade.')).toBeVisible()

  await mette.goto(`/meetings/${meeting}/agenda`)
  await mette.getByRole('link', { name: 'Lys på skolestien' }).click()
  await expect(mette.getByRole('heading', { level: 1, name: 'Lys på skolestien' })).toBeVisible()
  await mette.getByRole('button', { name: 'Sæt på dagsordenen' }).click()
  await expect(mette.getByText('på dagsordenen', { exact: true })).toBeVisible()
  await mette.goto(`/meetings/${meeting}`)
  await expect(mette.getByText('Lys på skolestien').first()).toBeVisible()
  await aase.goto(`/meetings/${meeting}`)
  await expect(aase.getByText('Lys på skolestien')).toHaveCount(0)
  await Promise.all(contexts.map((context) => context.close()))
})
