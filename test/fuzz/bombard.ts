import fc from 'fast-check'
import { judgeForm } from '@/auth/form-fields'
import { db } from '@/db/client'
import { parties, people } from '@/db/schema'
import { ExpectedError } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { contentHash } from '@/test/content-hash'
import { DEMO_NOW, demoDatabase, viewerOf } from '@/test/demo'
import { fieldsOf } from './fields'
import { formArbitrary, idsOf, jsonArbitrary } from './generate'
import type { NamedWrite } from './writes'

/**
 * Every form is sent 2,000 inputs by people who may do something there, and 2,000 by people who may not.
 * `FUZZ=50000 npx vitest run test/fuzz` sends more, and others each time.
 */
const INPUTS = Number(process.env.FUZZ ?? 2000)
const SEED = process.env.FUZZ ? Date.now() : 20_261_123

export type Outcomes = { unread: number; refused: number; done: number }

/** The demo municipality, and somebody who may sign in and sits nowhere. */
export function prepare() {
  const database = demoDatabase()
  database
    .insert(parties)
    .values({ id: 'new-party', kind: 'partner', shortName: 'Ny', name: 'Ny', sortKey: 'ny', source: 'x' })
    .run()
  const newcomer = { id: 'newcomer', partyId: 'new-party', role: 'partner', name: 'Nanna Ny' } as const
  database
    .insert(people)
    .values({ ...newcomer, email: 'nanna@demo.invalid', createdAt: DEMO_NOW })
    .run()
  const named = (...names: string[]) => names.map((name) => viewerOf(name))
  return {
    untouched: contentHash(database.$client),
    ids: idsOf(database.$client),
    mayMuch: named('Mette Holm', 'Mette Holm', 'Mette Holm', 'Søren Bak', 'Karen Lund', 'Pia Storm'),
    mayNothing: named('Nanna Ny', 'Ruth Vind'),
  }
}

/**
 * Sends a form whatever comes. Only what a person can cause by an ordinary act may be thrown, and what is refused must
 * leave every page of the database as it was.
 */
export async function bombard(
  target: NamedWrite,
  { ids, untouched }: ReturnType<typeof prepare>,
  viewers: Viewer[],
): Promise<Outcomes> {
  const outcomes = { unread: 0, refused: 0, done: 0 }
  const fields = fieldsOf(target.input)
  const inputs: fc.Arbitrary<FormData | object> =
    target.sentAs === 'json'
      ? jsonArbitrary(fields, target.path, ids)
      : formArbitrary(fields, target.path, ids).map(formOf)
  const property = fc.asyncProperty(inputs, fc.constantFrom(...viewers), async (given, viewer) => {
    outcomes[await send(target, given, viewer, untouched)]++
  })
  await fc.assert(property, { numRuns: INPUTS, seed: SEED, endOnFailure: true })
  return outcomes
}

/** What it did is taken back, so that every input meets the same database. */
async function send(
  { input, command, sentAs }: NamedWrite,
  given: FormData | object,
  viewer: Viewer,
  untouched: string,
): Promise<keyof Outcomes> {
  const value =
    sentAs === 'form'
      ? valueIn(judgeForm(given as FormData, input, (issues) => issues.map(({ code }) => code)))
      : input.safeParse(given).data
  if (value === undefined) return 'unread'
  const { $client } = db()
  const changes = $client.prepare('SELECT total_changes()').pluck()
  const before = changes.get()
  $client.exec('BEGIN')
  try {
    await command?.(viewer, value as never, DEMO_NOW)
    return 'done'
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error
    // Only a command that wrote and took it back has anything to compare.
    if (changes.get() !== before && contentHash($client) !== untouched)
      throw new Error(`Refused (${error.message}), and yet something was changed.`)
    return 'refused'
  } finally {
    $client.exec('ROLLBACK')
  }
}

const valueIn = (submission: ReturnType<typeof judgeForm>) =>
  submission.status === 'success' ? submission.value : undefined

function formOf(sent: [string, string | File][]): FormData {
  const form = new FormData()
  for (const [name, value] of sent) form.append(name, value)
  return form
}
