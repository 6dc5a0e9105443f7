import { paperAsDocx } from '@/lib/docx'
import { NotFound } from '@/lib/errors'
import { FILE_TYPES } from '@/lib/file-types'
import { paperAsPdf } from '@/lib/pdf'
import type { Report } from '../model'
import { reportAsCsv } from './csv'
import { reportAsPaper } from './paper'
import { reportAsXlsx } from './xlsx'

export const FILE_KINDS = ['pdf', 'docx', 'xlsx', 'csv'] as const
export type FileKind = (typeof FILE_KINDS)[number]

const WRITE: Record<FileKind, (report: Report) => string | Promise<Uint8Array>> = {
  pdf: (report) => paperAsPdf(reportAsPaper(report)),
  docx: (report) => paperAsDocx(reportAsPaper(report)),
  xlsx: reportAsXlsx,
  csv: reportAsCsv,
}

export const fileName = (kind: FileKind): string => `report.${kind}`

/** The report as a file of the name asked for. Throws NotFound for a name there is no file of. */
export async function reportAsFile(report: Report, name = '') {
  const kind = FILE_KINDS.find((one) => fileName(one) === name)
  if (!kind) throw new NotFound()
  return { name: `${report.title}.${kind}`, type: FILE_TYPES[kind], body: await WRITE[kind](report) }
}
