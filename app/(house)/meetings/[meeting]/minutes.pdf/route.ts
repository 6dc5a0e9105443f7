import { minutesDownload } from '@/features/meetings/minutes/exports/download'
import { minutesAsPdf } from '@/features/meetings/minutes/exports/pdf'

export const GET = minutesDownload(minutesAsPdf, 'pdf', 'application/pdf')
