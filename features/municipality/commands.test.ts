import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { desc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { events, parties } from '@/db/schema'
import { Question, Refused } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, personId, viewerOf } from '@/test/demo'
import { importFiles } from './commands'
import type { FileName } from './input'

beforeEach(() => {
  demoDatabase()
})

const STRUCTURE = join(import.meta.dirname, '../../db/seed/municipality')
const text = (name: FileName) => readFileSync(join(STRUCTURE, `${name}.csv`), 'utf8')

/** The four files of the demo, one of them with something else in it. */
function upload(name?: FileName, change: (text: string) => string = (same) => same, confirm: string[] = []) {
  const file = (wanted: FileName) =>
    new File([wanted === name ? change(text(wanted)) : text(wanted)], `${wanted}.csv`)
  return {
    departments: file('departments'),
    areas: file('areas'),
    organisations: file('organisations'),
    plans: file('plans'),
    confirm,
  }
}

const renamed = (csv: string) => csv.replace('Teknik- og Miljøforvaltningen', 'Klima- og Byforvaltningen')
const stored = () => db().select().from(parties).where(eq(parties.shortName, 'TMF')).get()?.name
const countEvents = () => db().$client.prepare('SELECT count(*) FROM events').pluck().get()

describe('files that a coordinator sends', () => {
  test('are shown before they are saved, and saved by a yes', async () => {
    const before = countEvents()
    const asked = importFiles(viewerOf('Mette Holm'), upload('departments', renamed), DEMO_NOW)
    await expect(asked).rejects.toThrow(Question)
    await expect(asked).rejects.toMatchObject({
      values: { lines: expect.stringMatching(/Ændret: Part TMF/) },
    })
    expect(stored()).toBe('Teknik- og Miljøforvaltningen')
    expect(countEvents()).toBe(before)

    await importFiles(viewerOf('Mette Holm'), upload('departments', renamed, ['importPreview']), DEMO_NOW)
    expect(stored()).toBe('Klima- og Byforvaltningen')
    const [event] = db().select().from(events).orderBy(desc(events.seq)).limit(1).all()
    expect(event).toMatchObject({
      kind: 'party.changed',
      actorId: personId('Mette Holm'),
      data: { fields: ['name'] },
    })
  })

  test('that change nothing ask nothing', async () => {
    const report = await importFiles(viewerOf('Mette Holm'), upload(), DEMO_NOW)
    expect(report).toMatchObject({ created: 0, changed: 0 })
  })

  test('with a fault are refused with every fault, its place and its remedy', async () => {
    const broken = (csv: string) => csv.replace('TMF,Teknik- og Miljøforvaltningen', 'TMF,')
    const files = { ...upload('departments', broken, ['importPreview']), areas: undefined }
    const refused = importFiles(viewerOf('Mette Holm'), files, DEMO_NOW)
    await expect(refused).rejects.toThrow(Refused)
    await expect(refused).rejects.toMatchObject({
      values: {
        faults: expect.stringMatching(
          /departments\.csv, linje \d+, kolonne name: .*\n.*areas\.csv: Filen mangler/,
        ),
      },
    })
    expect(stored()).toBe('Teknik- og Miljøforvaltningen')
  })

  test.each(['Karen Lund', 'Pia Storm', 'Ruth Vind'])('are refused from %s', async (name) => {
    const sent = importFiles(viewerOf(name), upload('departments', renamed, ['importPreview']), DEMO_NOW)
    await expect(sent).rejects.toThrow('notAllowed')
    expect(stored()).toBe('Teknik- og Miljøforvaltningen')
  })
})
