import { write } from '@/db/client'
import { savedAfterYes } from '@/features/imports/commands'
import type { ImportReport } from '@/features/imports/rules'
import { readSheet } from '@/lib/sheet-file'
import { authorize, can, type Viewer } from '@/policy'
import { recordStructure } from './import'
import { type ImportFilesInput, missingFile } from './input'

/** The four files as a coordinator sends them, in CSV or XLSX. */
export async function importFiles(person: Viewer, input: ImportFilesInput, now: Date): Promise<ImportReport> {
  const { confirm, ...uploads } = input
  authorize(can.administer(person))
  const read = async (file: File | undefined) =>
    file ? readSheet(new Uint8Array(await file.arrayBuffer())) : missingFile()
  const sheets = {
    departments: await read(uploads.departments),
    areas: await read(uploads.areas),
    organisations: await read(uploads.organisations),
    plans: await read(uploads.plans),
  }
  return write((tx) => {
    authorize(can.administer(person))
    return savedAfterYes(person, { field: 'departments', confirm }, () =>
      recordStructure(tx, person, sheets, now),
    )
  })
}
