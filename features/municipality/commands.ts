import { write } from '@/db/client'
import { Question, Refused } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'
import { ImportRefused, type ImportReport, recordStructure } from './import'
import type { ImportFilesInput } from './input'
import { faultSentences, previewLines, reportSentences } from './sentences'

/**
 * The four files as a coordinator sends them: first what would change is shown, and a yes saves it. Everything is
 * tried in the transaction that would save it, so the preview is what happens.
 */
export async function importFiles(person: Viewer, input: ImportFilesInput, now: Date): Promise<ImportReport> {
  const { confirm, ...uploads } = input
  const read = async (file: File | undefined) => (file ? new Uint8Array(await file.arrayBuffer()) : null)
  const files = {
    departments: await read(uploads.departments),
    areas: await read(uploads.areas),
    organisations: await read(uploads.organisations),
    plans: await read(uploads.plans),
  }
  return write((tx) => {
    authorize(can.administer(person))
    try {
      const report = recordStructure(tx, person, files, now)
      if (report.changes.length > 0 && !confirm.includes('importPreview')) {
        const lines = [...reportSentences(report, person.locale), ...previewLines(report, person.locale)]
        throw new Question('departments', 'importPreview', { lines: lines.join('\n') })
      }
      return report
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error
      throw new Refused('importFaults', { faults: faultSentences(error.faults, person.locale).join('\n') })
    }
  })
}
