import { MOST_COLUMNS, MOST_ROWS, type Problem } from './sheet'

/** A cell that cannot be read as a value; `column` counts from 0. */
export type MarkedCell = Problem & { line: number; column: number }

/** The sheets of a workbook in the order of its tabs, with the file each lies in. */
export function sheetFiles(workbook: string, relations: string): { name: string; path: string }[] {
  const targets = new Map(
    tags(relations, 'Relationship').map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target')]),
  )
  return tags(workbook, 'sheet').map((tag) => {
    const target = targets.get(attribute(tag, '\\w+:id')) ?? ''
    return {
      name: plain(attribute(tag, 'name')),
      path: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    }
  })
}

/** The numbers of the cell styles that show a percentage. */
export function percentStyles(styles: string): Set<string> {
  const own = tags(styles, 'numFmt').filter((tag) => attribute(tag, 'formatCode').includes('%'))
  // 0 % and 0,00 % are built in.
  const formats = new Set(['9', '10', ...own.map((tag) => attribute(tag, 'numFmtId'))])
  const inUse = styles.slice(styles.indexOf('<cellXfs'), styles.indexOf('</cellXfs>'))
  return new Set(
    tags(inUse, 'xf').flatMap((tag, index) =>
      formats.has(attribute(tag, 'numFmtId')) ? [String(index)] : [],
    ),
  )
}

/** What a sheet says of its cells besides their values, read off its tags: the values are the library's to read. */
export function cellsOf(sheet: string, percentStyles: Set<string>) {
  const found = {
    formulas: [] as MarkedCell[],
    merged: [] as MarkedCell[],
    percent: new Set<string>(),
    tooMany: undefined as Problem | undefined,
    tooFar: undefined as Problem | undefined,
  }
  let rows = 0
  let current = { line: 0, column: 0, name: '' }
  for (const [tag, kind] of sheet.matchAll(/<(?:\w+:)?(row|c|f|mergeCell)\b[^>]*>/g)) {
    if (kind === 'row' && ++rows > MOST_ROWS * 2)
      found.tooMany ??= { problem: 'tooManyRows', values: { most: MOST_ROWS } }
    if (kind === 'c') {
      current = placeOf(attribute(tag, 'r'))
      if (current.column >= MOST_COLUMNS || current.line > MOST_ROWS * 2) {
        found.tooFar ??= { problem: 'farOut', values: { cell: current.name } }
      }
      if (percentStyles.has(attribute(tag, 's')) && attribute(tag, 't') !== 's') {
        found.percent.add(`${current.line} ${current.column}`)
      }
    }
    const { name: cell, ...place } = current
    if (kind === 'f') found.formulas.push({ ...place, problem: 'formula', values: { cell } })
    if (kind === 'mergeCell') {
      const cells = attribute(tag, 'ref')
      const { name: _, ...first } = placeOf(cells)
      found.merged.push({ ...first, problem: 'mergedCells', values: { cells } })
    }
  }
  return found
}

/** B7 is line 7, column 1. */
function placeOf(reference: string) {
  const [name = '', letters = '', line = ''] = /^([A-Z]{1,3})(\d{1,7})/.exec(reference) ?? []
  const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { line: Number(line), column, name }
}

const tags = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>`, 'g'))].map(([tag]) => tag)

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? ''

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (text: string) => text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
