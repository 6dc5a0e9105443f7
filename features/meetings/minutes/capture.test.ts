import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '@/lib/dates'
import { compose, handlesOf, markOf, parseCapture, phraseOf, type Responsible, withKind } from './capture'

const responsible = (party: string, person: string, seated = true): Responsible => ({
  partyId: `party-${party}`,
  party,
  personId: `person-${person}`,
  person,
  seated,
})

const people = handlesOf(
  [
    responsible('TMF', 'Mette Holm', false),
    responsible('ØKF', 'Signe Ravn'),
    responsible('BIF', 'Karen Lund', false),
    responsible('BIF', 'Søren Bak'),
    responsible('fsb', 'Pia Storm'),
    responsible('AAB', 'Åse Aagaard'),
    responsible('AKB København', 'Erik Dam'),
    responsible('KAB', 'Erik Dam', false),
    responsible('Nørrebro Lokaludvalg', 'Lars Nygaard'),
    responsible('SOF', 'Lars Peter Bo', false),
  ],
  { personId: 'person-Mette Holm' },
)
// A Thursday.
const known = { today: '2013-12-12', people, nextMeeting: '2014-01-23' }
const parse = (typed: string) => parseCapture(typed, known)

describe('a line typed in a meeting', () => {
  test.each([
    ['DAB oplyser 14 borgere over 8 uger.', 'note', 'DAB oplyser 14 borgere over 8 uger.'],
    ['! BIF giver fast kontaktperson', 'decision', 'BIF giver fast kontaktperson'],
    ['!BIF giver fast kontaktperson', 'decision', 'BIF giver fast kontaktperson'],
    ['? Tryg skolevej', 'topic', 'Tryg skolevej'],
    ['  > ring til DAB  ', 'action', 'ring til DAB'],
    ['', 'note', ''],
    ['!', 'decision', ''],
  ])('%j is a %s', (typed, kind, text) => {
    expect(parse(typed)).toMatchObject({ kind, text })
  })

  test('an action item takes its person and its date from the end of the line', () => {
    expect(parse('> ring til DAB om ventelister @me fre')).toEqual({
      kind: 'action',
      text: 'ring til DAB om ventelister',
      partyId: 'party-TMF',
      personId: 'person-Mette Holm',
      label: 'Mette Holm, TMF',
      handle: 'me',
      dueOn: '2013-12-13',
      phrase: 'fre',
    })
  })

  test.each([
    ['> ring til dem fre @Pia', 'ring til dem', 'person-Pia Storm', '2013-12-13'],
    ['> @pia ringer til dem uge 50', 'ringer til dem', 'person-Pia Storm', '2013-12-13'],
    ['> få @Pia til at ringe 12/1', 'få Pia til at ringe', 'person-Pia Storm', '2014-01-12'],
    ['> udpeg kontaktperson @BIF næste møde', 'udpeg kontaktperson', 'person-Søren Bak', '2014-01-23'],
    ['> send liste @akb københavn i morgen', 'send liste', 'person-Erik Dam', '2013-12-13'],
    ['> send liste @ØKF 12/12-2014', 'send liste', 'person-Signe Ravn', '2014-12-12'],
    ['> skriv til a@b.dk @fsb fre', 'skriv til a@b.dk', 'person-Pia Storm', '2013-12-13'],
    ['> hils @ukendt og spørg @åse fre', 'hils @ukendt og spørg', 'person-Åse Aagaard', '2013-12-13'],
  ])('%j', (typed, text, personId, dueOn) => {
    expect(parse(typed)).toMatchObject({ text, personId, dueOn })
  })

  test('of two names that fit the longer is meant, and a name is a whole word', () => {
    expect(parse('> ring @AKB København fre').partyId).toBe('party-AKB København')
    expect(parse('> ring @fsb Pia Storm fre')).toMatchObject({ partyId: 'party-fsb', text: 'ring' })
    expect(parse('> ring @fsbx fre')).toMatchObject({ text: 'ring @fsbx', dueOn: '2013-12-13' })
    expect(parse('> ring @fsbx fre').partyId).toBeUndefined()
  })

  test('notes, decisions and topics keep dates and names as they were typed', () => {
    for (const mark of ['', '! ', '? ']) {
      expect(parse(`${mark}@BIF svarer fre`)).toEqual({ kind: parse(mark).kind, text: '@BIF svarer fre' })
    }
  })

  test('without a coming meeting "næste møde" stays in the text', () => {
    const { text, dueOn } = parseCapture('> ring næste møde', { today: '2013-12-12', people })
    expect({ text, dueOn }).toEqual({ text: 'ring næste møde', dueOn: undefined })
  })
})

describe('names', () => {
  const meant = (name: string) => people.find(({ handle }) => handle === name)

  test('a first name that could be two means the one who sits in the forum', () => {
    expect(meant('Lars')?.label).toBe('Lars Nygaard, Nørrebro Lokaludvalg')
    const two = [responsible('A', 'Lars A'), responsible('B', 'Lars B')]
    expect(handlesOf(two, { personId: '' }).some(({ handle }) => handle === 'Lars')).toBe(false)
  })

  test('a party means the person who sits for it', () => {
    expect(meant('BIF')?.personId).toBe('person-Søren Bak')
  })

  test('a person of two parties is meant for the one they sit for; party and name say otherwise', () => {
    expect(meant('Erik')?.partyId).toBe('party-AKB København')
    expect(meant('KAB Erik Dam')?.partyId).toBe('party-KAB')
  })

  test('no name means two', () => {
    const names = people.map(({ handle }) => handle.toLowerCase())
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('whatever is typed', () => {
  const word = fc.constantFrom(
    ...[
      '>',
      '!',
      '?',
      '@',
      '@me',
      '@AKB København',
      '@pia',
      '@x',
      'fre',
      'uge 50',
      '12/12',
      'næste møde',
      'ring til',
    ],
  )
  const typed = fc
    .array(fc.oneof(word, fc.string({ unit: 'grapheme' })), { maxLength: 8 })
    .map((words) => words.join(' '))
  const letters = (text: string) => [...text.replace(/\s/gu, '')].sort().join('')

  test('no character is lost: sign, text, name and date together are the line', () => {
    fc.assert(
      fc.property(typed, (line) => {
        const { kind, text, personId, phrase = '' } = parse(line)
        const left = letters(markOf(kind) + text + phrase)
        const missing = letters(line).length - left.length
        // What may be missing is one name with its "@", and only when somebody was named.
        if (personId === undefined) expect(left).toBe(letters(line))
        else {
          const names = people
            .filter((each) => each.personId === personId)
            .map(({ handle }) => letters(`@${handle}`))
          expect([1, ...names.map((name) => name.length)]).toContain(missing)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('the text alone, read again, is the same text', () => {
    fc.assert(
      fc.property(typed, (line) => {
        const { kind, text } = parse(line)
        if (kind === 'action') return
        expect(parse(`${markOf(kind)} ${text}`)).toMatchObject(
          text === '' || kind !== 'note' ? { kind, text } : { text },
        )
      }),
    )
  })

  test('an action item put together again is read as the same, whatever its words', () => {
    const date = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2013-12-12', days))
    fc.assert(
      fc.property(typed, fc.constantFrom(...people), date, (line, { handle, personId, partyId }, dueOn) => {
        const { text } = parse(withKind(line, 'action'))
        if (text === '') return
        const again = parse(compose({ kind: 'action', text, handle, phrase: phraseOf(dueOn) }))
        expect(again).toMatchObject({ text, personId, partyId, dueOn })
      }),
      { numRuns: 500 },
    )
  })

  test('changing the kind and back keeps every character after the sign', () => {
    fc.assert(
      fc.property(typed, fc.constantFrom('action' as const, 'topic' as const), (line, kind) => {
        const decision = withKind(line, 'decision')
        expect(parse(withKind(withKind(decision, kind), 'decision'))).toEqual(parse(decision))
      }),
    )
  })

  test('made a note it is one, without the signs and with every word', () => {
    fc.assert(
      fc.property(typed, (line) => {
        const words = (text: string) => text.replace(/^([>!?\s])+/, '').trim()
        expect(parse(withKind(line, 'note'))).toEqual({ kind: 'note', text: words(line) })
      }),
    )
  })
})
