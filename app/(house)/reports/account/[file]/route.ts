import { fileRoute } from '@/auth/file-route'
import { reportAsFile } from '@/features/reports/exports/files'
import { reportInput } from '@/features/reports/input'
import { makeReport } from '@/features/reports/queries/report'

export const GET = fileRoute((viewer, { request, params, locale, now }) => {
  const address = reportInput.parse(Object.fromEntries(new URL(request.url).searchParams))
  return reportAsFile(makeReport(viewer, address, locale, now), params.file)
})
