import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { classifications, estates, municipalOffers, outbox, people } from '@/db/schema'
import { writeEmail } from '@/features/letters/emails/write'
import { Conflict, Refused } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, partyId, viewerOf } from '@/test/demo'
import { addOffer, changeOffer, confirmOffer } from './commands'
import type { NewOfferInput } from './input'
import { listOffers, offerChoices, readOffer } from './queries'
import { isUnconfirmed } from './rules'
import { askAboutOffers } from './sending'

let database: Database
beforeEach(() => {
  database = demoDatabase()
})

const words: Omit<NewOfferInput, 'partyId'> = {
  title: 'Sommerklub',
  description: 'Klub i ferien.',
  themeId: null,
  targetGroupId: null,
  activityKindId: null,
  areaId: null,
  estateId: null,
  place: '',
  opening: '',
  contact: '',
  startsOn: null,
  endsOn: null,
}
const add = (name: string, party: string, more = {}) =>
  addOffer(viewerOf(name), { partyId: partyId(party), ...words, ...more }, DEMO_NOW)

test('each department keeps its own, the team all of them, and nobody else any', () => {
  const id = add('Line Krogh', 'BUF')
  expect(readOffer(id)).toMatchObject({ party: 'BUF', confirmedOn: '2026-11-23' })
  for (const [name, party] of [
    ['Line Krogh', 'BIF'],
    ['Pia Storm', 'fsb'],
    ['Pia Storm', 'BUF'],
    ['Ruth Vind', 'BUF'],
  ] as const)
    expect(() => add(name, party)).toThrow('notAllowed')
  expect(() => add('Mette Holm', 'fsb')).toThrow(new Refused('unknown', undefined, 'partyId'))
  add('Mette Holm', 'SOF')
  expect(offerChoices(viewerOf('Line Krogh')).departments.map(({ label }) => label)).toEqual(['BUF'])
  expect(offerChoices(viewerOf('Pia Storm')).departments).toEqual([])
})

test('whoever changes one confirms it; two do not overwrite each other', () => {
  const id = add('Line Krogh', 'BUF')
  const line = viewerOf('Line Krogh')
  changeOffer(line, { id, version: 1, ...words, opening: 'Hele juli' }, DEMO_NOW)
  expect(readOffer(id)).toMatchObject({ opening: 'Hele juli', version: 2 })
  expect(() => changeOffer(line, { id, version: 1, ...words, opening: 'August' }, DEMO_NOW)).toThrow(Conflict)
  expect(() => changeOffer(viewerOf('Søren Bak'), { id, version: 2, ...words }, DEMO_NOW)).toThrow(
    'notAllowed',
  )
})

test('one that nobody confirmed for a year asks for a press', () => {
  const [old] = listOffers({}).filter(({ confirmedOn }) => isUnconfirmed(confirmedOn, '2026-11-23'))
  expect(old).toMatchObject({ title: 'Jobcenterets fritidsjobkoordinator', party: 'BIF' })
  const { id, version } = old!
  expect(() => confirmOffer(viewerOf('Line Krogh'), { id, version }, DEMO_NOW)).toThrow('notAllowed')
  expect(() => confirmOffer(viewerOf('Søren Bak'), { id, version: 9 }, DEMO_NOW)).toThrow('offerChanged')
  confirmOffer(viewerOf('Søren Bak'), { id, version }, DEMO_NOW)
  expect(readOffer(id).confirmedOn).toBe('2026-11-23')
  expect(isUnconfirmed('2025-11-23', '2026-11-23')).toBe(true)
  expect(isUnconfirmed('2025-11-24', '2026-11-23')).toBe(false)
})

test('where an estate is chosen, the area is the estate’s; one for the whole city is in every area', () => {
  const estate = database.select().from(estates).where(eq(estates.name, 'Baunehøj')).get()!
  const id = add('Line Krogh', 'BUF', { estateId: estate.id })
  expect(readOffer(id).areaId).toBe(estate.areaId)
  const titles = (area: string) => listOffers({ area }).map(({ title }) => title)
  expect(titles('vesterbro-sydhavnen')).toContain('Sommerklub')
  expect(titles('noerrebro')).not.toContain('Sommerklub')
  expect(titles('noerrebro')).toContain('Åben familierådgivning')
  expect(() => add('Line Krogh', 'BUF', { areaId: 'nowhere' })).toThrow(
    new Refused('unknown', undefined, 'areaId'),
  )
})

test('what is chosen must stand in the lists', () => {
  const theme = database.select().from(classifications).where(eq(classifications.slug, 'tryghed')).get()!
  expect(() => add('Line Krogh', 'BUF', { targetGroupId: theme.id })).toThrow(
    new Refused('unknown', undefined, 'targetGroupId'),
  )
  expect(database.select().from(municipalOffers).all()).toHaveLength(5)
})

test('a department is asked once a month about what nobody confirmed for a year, on working days, until somebody does', async () => {
  const asked = () =>
    database
      .select({ mail: outbox, name: people.name })
      .from(outbox)
      .innerJoin(people, eq(people.id, outbox.recipientId))
      .where(eq(outbox.kind, 'offers_to_confirm'))
      .all()
  askAboutOffers(new Date('2026-11-22T08:30:00Z'))
  expect(asked()).toEqual([])
  for (const day of ['2026-11-23', '2026-11-24', '2026-12-22']) askAboutOffers(new Date(`${day}T08:30:00Z`))
  expect(asked().map(({ name }) => name)).toEqual(['Karen Lund'])
  const letter = async () => {
    const written = await writeEmail(asked()[0]!.mail, DEMO_NOW)
    return 'withdrawn' in written ? written.withdrawn : written.text
  }
  expect(await letter()).toContain('Jobcenterets fritidsjobkoordinator, bekræftet')
  askAboutOffers(new Date('2026-12-23T08:30:00Z'))
  expect(asked()).toHaveLength(2)
  const [old] = listOffers({ party: partyId('BIF') })
  confirmOffer(viewerOf('Søren Bak'), { id: old!.id, version: old!.version }, DEMO_NOW)
  expect(await letter()).toBe('overtaken')
  askAboutOffers(new Date('2027-02-01T08:30:00Z'))
  expect(asked()).toHaveLength(2)
})
