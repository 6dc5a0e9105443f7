import { Question, Refused } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { ImportRefused, type ImportReport } from './rules'
import { faultSentences, previewLines, reportSentences } from './sentences'

/**
 * Within the transaction that saves: what would change is shown first, and a yes saves it. Everything is tried where it
 * would be saved, so the preview is what happens. Throws Refused with every fault.
 */
export function savedAfterYes(
  { locale }: Viewer,
  { field, confirm }: { field: string; confirm: string[] },
  save: () => ImportReport,
): ImportReport {
  try {
    const report = save()
    if (report.changes.length > 0 && !confirm.includes('importPreview')) {
      const lines = [...reportSentences(report, locale), ...previewLines(report, locale)]
      throw new Question(field, 'importPreview', { lines: lines.join('\n') })
    }
    return report
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error
    throw new Refused('importFaults', { faults: faultSentences(error.faults, locale).join('\n') })
  }
}
