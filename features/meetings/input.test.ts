import { describe, expect, test } from 'vitest'
import { addItemInput } from './agenda/input'
import { planMeetingInput } from './input'

const typed = {
  forumId: 'f1',
  heldOn: '2/3-2028',
  startsAt: 'kl. 14',
  durationMinutes: '1,5 t',
  place: ' Kulturhuset ',
}
const fields = (form: object) => {
  const read = planMeetingInput.safeParse({ ...typed, ...form })
  return read.success
    ? 'accepted'
    : read.error.issues.map(
        (issue) => `${issue.path.join()}: ${(issue as { params?: { key: string } }).params?.key}`,
      )
}

test('what is typed for a meeting is understood', () => {
  expect(planMeetingInput.parse(typed)).toEqual({
    forumId: 'f1',
    heldOn: '2028-03-02',
    startsAt: '14:00',
    durationMinutes: 90,
    place: 'Kulturhuset',
    link: '',
    sagsnr: null,
    dokumentnr: null,
    proposalsUntil: null,
    confirm: [],
  })
})

describe('the numbers of the case system', () => {
  test.each(['2013-0230260', 'Sagsnr. 2013-0230260', 'sagsnr 2013-0230260', 'Sagsnr.: 2013-0230260'])(
    '%s',
    (sagsnr) => {
      expect(planMeetingInput.parse({ ...typed, sagsnr }).sagsnr).toBe('2013-0230260')
    },
  )

  test.each([
    [{ sagsnr: '2013-230260' }, ['sagsnr: badSagsnr']],
    [{ sagsnr: '13-0230260' }, ['sagsnr: badSagsnr']],
    [{ sagsnr: '2013-0230260', dokumentnr: '2013-0230260' }, ['dokumentnr: badDokumentnr']],
    [{ sagsnr: '2013-0230260', dokumentnr: '2013-0230261-6' }, ['dokumentnr: dokumentnrPrefix']],
    [{ dokumentnr: '2013-0230260-6' }, ['dokumentnr: dokumentnrPrefix']],
    [{ sagsnr: '2013-0230260', dokumentnr: 'Dokumentnr. 2013-0230260-6' }, 'accepted'],
  ])('%j', (numbers, said) => {
    expect(fields(numbers)).toEqual(said)
  })
})

describe('a link', () => {
  test.each(['http://kk.dk', 'javascript:alert(1)', 'kk.dk', 'https://'])('%s is refused', (link) => {
    expect(fields({ link })).toEqual(['link: badLink'])
  })
  test('is an https address', () => {
    expect(fields({ link: 'https://meet.kk.dk/forum?room=2' })).toBe('accepted')
  })
})

test('an item without minutes, proposer or visibility is internal and lasts as long as it lasts', () => {
  expect(addItemInput.parse({ meetingId: 'm', title: 'Ventelister', kind: 'decision' })).toMatchObject({
    minutes: 0,
    proposerPartyId: null,
    visibility: 'internal',
  })
})

test.each([
  ['', 'required'],
  ['   ', 'required'],
  ['x'.repeat(201), 'tooLong'],
  ['Om 010165-4000', 'personalNumber'],
])('the title "%s" is refused', (title, key) => {
  const read = addItemInput.safeParse({ meetingId: 'm', title, kind: 'decision' })
  expect(read.error?.issues).toMatchObject([{ path: ['title'], params: { key } }])
})
