import { fileRoute } from '@/auth/file-route'
import { reportAsFile } from '@/features/reports/exports/files'
import { getGiven } from '@/features/reports/queries/given'
import { NotFound } from '@/lib/errors'

export const GET = fileRoute((viewer, { params }) => {
  const { report } = getGiven(viewer, params.report ?? '')
  if (!report) throw new NotFound()
  return reportAsFile(report, params.file)
})
