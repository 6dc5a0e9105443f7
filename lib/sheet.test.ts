import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { FIRST_SHEET, withPart, workbook } from '@/test/workbook'
import { MOST_ROWS } from './sheet'
import { readSheet } from './sheet-file'

const csv = (text: string) => readSheet(Buffer.from(text))
const problems = async (bytes: Uint8Array) => (await readSheet(bytes)).faults.map(({ problem }) => problem)
const LIST = [
  ['plan', 'timer', 'fra'],
  ['Mjølnerparken', 12.5, new Date('2026-01-31T00:00:00Z')],
]
const list = () => workbook({ Timer: LIST })

describe('a CSV file', () => {
  const wanted = {
    header: { line: 1, cells: ['plan', 'timer'] },
    rows: [{ line: 2, cells: ['Blågården', '12,5'] }],
  }

  test.each([
    ['semicolons', Buffer.from('plan;timer\nBlågården;12,5\n')],
    ['commas and quotes', Buffer.from('plan,timer\nBlågården,"12,5"\n')],
    ['a byte order mark and Windows line ends', Buffer.from('\uFEFFplan;timer\r\nBlågården;12,5\r\n')],
    ['spaces and empty columns at the right', Buffer.from(' plan ; timer;;\n Blågården ;12,5 ; ;\n;;;\n')],
  ])('with %s is read the same', async (_, bytes) => {
    expect(await readSheet(bytes)).toEqual({ ...wanted, notes: [], faults: [] })
  })

  test('in the letters of Danish Windows is read, and that is said', async () => {
    const sheet = await readSheet(Buffer.from('plan;timer\nBlågården;12,5\n', 'latin1'))
    expect(sheet).toEqual({ ...wanted, notes: [{ note: 'windowsLetters' }], faults: [] })
  })

  test('keeps the numbers of its lines over empty ones', async () => {
    const { header, rows } = await csv('\n\nplan;timer\n\n;;\nA;1\n\nB;2\n')
    expect([header?.line, ...rows.map(({ line }) => line)]).toEqual([3, 6, 8])
  })

  test('that is no text, holds nothing or too much is refused', async () => {
    expect(await problems(Buffer.from([1, 0, 255, 0, 254]))).toEqual(['notUtf8'])
    expect(await problems(Buffer.from('\n;;\n'))).toEqual(['emptyFile'])
    expect(await problems(Buffer.from(`plan\n${'A\n'.repeat(MOST_ROWS)}`))).toEqual([])
    expect(await problems(Buffer.from(`plan\n${'A\n'.repeat(100_000)}`))).toEqual(['tooManyRows'])
  })
})

describe('a workbook', () => {
  test('is read as one would type it: decimal commas, days, and the real numbers of its rows', async () => {
    const sheet = await readSheet(
      await workbook({
        Timer: [[null], ['plan', 'timer', 'fra'], [null], [' Blågården ', 12.5, null], ['Ø', 1234, true]],
      }),
    )
    expect(sheet.header).toEqual({ line: 2, cells: ['plan', 'timer', 'fra'] })
    expect(sheet.rows).toEqual([
      { line: 4, cells: ['Blågården', '12,5'] },
      { line: 5, cells: ['Ø', '1234', 'ja'] },
    ])
    expect((await readSheet(await list())).rows[0]?.cells).toEqual(['Mjølnerparken', '12,5', '2026-01-31'])
  })

  test('shows 37/3 as Excel does, a clock time as hours, and a percentage as one', async () => {
    const bytes = withPart(await list(), FIRST_SHEET, (xml) =>
      xml.replace(
        '</sheetData>',
        '<row r="3"><c r="B3"><v>12.333333333333334</v></c><c r="C3" s="1"><v>1.5625</v></c></row></sheetData>',
      ),
    )
    expect((await readSheet(bytes)).rows[1]?.cells).toEqual(['', '12,33', '37:30'])
    const percent = withPart(await list(), 'xl/styles.xml', (xml) => xml.replaceAll('dd.mm.yyyy', '0.0%'))
    const hours = withPart(percent, FIRST_SHEET, (xml) =>
      xml.replace(/<c r="C2"[^>]*><v>[\d.]+/, '<c r="C2" s="1"><v>0.125'),
    )
    expect((await readSheet(hours)).rows[0]?.cells[2]).toBe('12,5 %')
  })

  test('of several sheets gives the first, and says which were left', async () => {
    const { rows, notes } = await readSheet(
      await workbook({ Timer: LIST, 'Noter & andet': [['x']], Gammelt: [] }),
    )
    expect(rows).toHaveLength(1)
    expect(notes).toEqual([
      { note: 'firstSheet', values: { name: 'Timer', others: 'Noter & andet, Gammelt' } },
    ])
  })

  test('with a formula says in which cell and column, whether it was computed or not', async () => {
    const formula = (cell: string) => withPartOf(cell)
    const fault = { line: 2, column: 'timer', problem: 'formula', values: { cell: 'B2' } }
    expect((await readSheet(await formula('<c r="B2"><f>25*4</f><v>100</v></c>'))).faults).toEqual([fault])
    const uncomputed = (await readSheet(await formula('<c r="B2" t="str"><f>A1</f></c>'))).faults
    expect(uncomputed).toMatchObject([{ line: 2, problem: 'formula', values: { cell: 'B2' } }])
  })

  test('with merged cells says which', async () => {
    const bytes = withPart(await list(), FIRST_SHEET, (xml) =>
      xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A2:A5"/></mergeCells>'),
    )
    expect((await readSheet(bytes)).faults).toEqual([
      { line: 2, column: 'plan', problem: 'mergedCells', values: { cells: 'A2:A5' } },
    ])
  })

  test('with something far out is refused before it is laid out', async () => {
    const bytes = withPart(await list(), FIRST_SHEET, (xml) =>
      xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    )
    expect((await readSheet(bytes)).faults).toMatchObject([
      { problem: 'farOut', values: { cell: 'XFD1048576' } },
    ])
  })

  test('of a hundred thousand rows is refused', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => `<row r="${index + 2}"/>`).join('')
    expect(
      await problems(
        withPart(await list(), FIRST_SHEET, (xml) => xml.replace('</sheetData>', `${rows}</sheetData>`)),
      ),
    ).toEqual(['tooManyRows'])
  })

  test('made to swell is stopped while it does', async () => {
    const bytes = withPart(await list(), FIRST_SHEET, (xml) => xml + ' '.repeat(60_000_000))
    expect(bytes.length).toBeLessThan(100_000)
    expect(await problems(bytes)).toEqual(['swells'])
  })

  test('that is cut, locked, of old Excel or another kind of file is refused, each in its words', async () => {
    const whole = await list()
    expect(await problems(whole.subarray(0, 700))).toEqual(['brokenFile'])
    expect(
      await problems(Buffer.concat([whole.subarray(0, 400), Buffer.alloc(600, 7), whole.subarray(1000)])),
    ).toEqual(['brokenFile'])
    const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')
    expect(await problems(compound)).toEqual(['oldExcel'])
    expect(await problems(Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]))).toEqual([
      'protectedFile',
    ])
    expect(await problems(zipSync({ 'content.xml': strToU8('<office/>') }))).toEqual(['notAWorkbook'])
  })
})

const withPartOf = async (cell: string) =>
  withPart(await list(), FIRST_SHEET, (xml) => xml.replace(/<c r="B2"[^>]*>.*?<\/c>/, cell))
