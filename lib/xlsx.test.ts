import fc from 'fast-check'
import readExcelFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { sheetNames, sheetsAsXlsx } from './xlsx'

test('names of sheets are short, apart and without what Excel refuses, whatever they were', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 20 }), (wanted) => {
      const names = sheetNames(wanted)
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(wanted.length)
      for (const name of names) {
        expect(name).toMatch(/^(?!')[^[\]:*?/\\]+(?<!')$/)
        expect([...name].length).toBeLessThanOrEqual(31)
      }
    }),
  )
  expect(sheetNames([" ' ", " 'a' "])).toEqual(['Ark', 'a'])
  expect(sheetNames(['Møder: forum/for forum', 'Møder forum for forum'])).toEqual([
    'Møder forum for forum',
    'Møder forum for forum (2)',
  ])
})

test('numbers are read back as numbers, dates as dates and words as words', async () => {
  const columns = ['a', 'b', 'c'].map((heading) => ({ heading, width: 10 }))
  const rows = [[{ text: '=1+1' }, { number: 0.867, format: '0.0%' }, { date: '2026-11-23' }]]
  const [sheet] = await readExcelFile(await sheetsAsXlsx([{ name: 'Ét', columns, rows }]))
  expect(sheet?.sheet).toBe('Ét')
  expect(sheet?.data[1]).toEqual(['=1+1', 0.867, new Date('2026-11-23T00:00:00Z')])
})
