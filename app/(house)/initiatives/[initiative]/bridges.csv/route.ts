import { fileRoute } from '@/auth/file-route'
import { bridgesAsCsv } from '@/features/initiatives/bridges/exports'
import { listBridgeCounts } from '@/features/initiatives/bridges/queries'

export const GET = fileRoute((viewer, { params, locale }) => ({
  name: 'brobygning.csv',
  type: 'text/csv; charset=utf-8',
  body: bridgesAsCsv(listBridgeCounts(viewer, params.initiative ?? ''), locale),
}))
