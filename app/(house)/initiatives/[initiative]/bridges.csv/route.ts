import { fileRoute } from '@/auth/file-route'
import { bridgesAsCsv } from '@/features/initiatives/bridges/exports'
import { listBridgeCounts } from '@/features/initiatives/bridges/queries'
import { FILE_TYPES } from '@/lib/file-types'

export const GET = fileRoute((viewer, { params, locale }) => ({
  name: 'brobygning.csv',
  type: FILE_TYPES.csv,
  body: bridgesAsCsv(listBridgeCounts(viewer, params.initiative ?? ''), locale),
}))
