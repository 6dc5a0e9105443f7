import { beforeEach, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { addDays, plainDateOf } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { demoDatabase, viewerOf } from '@/test/demo'
import { enquiriesOf } from '@/test/enquiries'
import { enquiryListInput } from '../input'
import { listEnquiries } from '../queries/list'
import { countEnquiries } from './queries'

const DAY = '2026-11-23'
const FROM = '2025-11-23'

let database: Database
let mette: Viewer
beforeEach(() => {
  database = demoDatabase()
  mette = viewerOf('Mette Holm')
})

const counted = (viewer: Viewer, from = FROM) => countEnquiries(viewer, from, DAY, DAY)
const rows = (viewer: Viewer, filter: Record<string, string>) =>
  listEnquiries(viewer, enquiryListInput.parse({ tab: 'all', from: FROM, to: DAY, ...filter }), DAY).enquiries

test('each figure is as many as the rows it opens', () => {
  const figures = counted(mette)
  expect(figures.asked).toBe(rows(mette, {}).length)
  expect(figures.answered).toBe(rows(mette, { answered: '1' }).length)
  expect(figures.departments.length).toBeGreaterThan(2)
  for (const { id, asked, answered, refused } of figures.departments) {
    expect(rows(mette, { department: id })).toHaveLength(asked)
    expect(rows(mette, { department: id, answered: '1' })).toHaveLength(answered)
    expect(rows(mette, { department: id, refused: '1' })).toHaveLength(refused)
  }
  for (const { id, asked, answered } of figures.areas) {
    expect(rows(mette, { area: id ?? 'none' })).toHaveLength(asked)
    expect(rows(mette, { area: id ?? 'none', answered: '1' })).toHaveLength(answered)
  }
  for (const { id, asked } of figures.themes) expect(rows(mette, { theme: id ?? 'none' })).toHaveLength(asked)
})

test('the demo’s enquiry about bulky waste took six working days: seven, less the one on which the asker was waited for', () => {
  const { enquiries, messages } = enquiriesOf(database)
  const rubbish = enquiries.find(({ number }) => number === 2)!
  const said = messages.filter(({ enquiryId }) => enquiryId === rubbish.id).map(({ kind }) => kind)
  expect(said).toEqual(['asked', 'replied', 'answered'])
  const day = plainDateOf(rubbish.receivedAt)
  const { median, answered } = countEnquiries(mette, day, addDays(day, 0), DAY)
  expect({ median, answered }).toEqual({ median: 6, answered: 1 })
})

test('a department reads the figures of what it was asked, the asker and the auditor none', () => {
  const soeren = viewerOf('Søren Bak')
  expect(counted(soeren).asked).toBe(rows(soeren, {}).length)
  expect(counted(soeren).asked).toBeLessThan(counted(mette).asked)
  for (const name of ['Pia Storm', 'Lars Nygaard', 'Ruth Vind'])
    expect(() => counted(viewerOf(name))).toThrow(NotFound)
})
