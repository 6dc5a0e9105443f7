import { minutesAsDocx } from '@/features/meetings/minutes/exports/docx'
import { minutesDownload } from '@/features/meetings/minutes/exports/download'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const GET = minutesDownload(minutesAsDocx, 'docx', WORD)
