import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import writeExcelFile from 'write-excel-file/node'

type Value = string | number | boolean | Date | null
export type Cells = Value[][]

const typeOf = (value: Exclude<Value, null>) => ({ value, type: value.constructor as StringConstructor })

/** A workbook as a program that is not ours would write it, its sheets in the order of their names here. */
export async function workbook(sheets: Record<string, Cells>): Promise<Buffer> {
  const all = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) =>
      row.map((value) => {
        if (value === null) return null
        return value instanceof Date ? { ...typeOf(value as never), format: 'dd.mm.yyyy' } : typeOf(value)
      }),
    ),
  }))
  return writeExcelFile(all as never).toBuffer()
}

/** The same with other words in one of its parts. */
export function withPart(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes)
  const part = files[path]
  if (!part) throw new Error(`There is no ${path}.`)
  return zipSync({ ...files, [path]: strToU8(change(strFromU8(part))) })
}

export const FIRST_SHEET = 'xl/worksheets/sheet1.xml'
