import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { DateField, TextField } from '@/components/ui/text-field'
import type { PlainDate } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import type { getFiling } from '../queries'
import { fileDocumentAction } from '../server-actions'

type Props = {
  meetingId: string
  document: 'agenda' | 'minutes'
  filing: ReturnType<typeof getFiling>
  /** May note that it was filed. */
  files: boolean
  today: PlainDate
  locale: Locale
}

/** "Journaliseret den …", or the way to note it. */
export async function FilingNote({ meetingId, document, filing, files, today, locale }: Props) {
  const t = await getTranslations('filings')
  if (!filing && !files) return null
  return (
    <div className="no-print mt-6">
      <p className="text-sm text-muted">
        {filing
          ? t('filed', { date: formatDate(filing.filedOn, locale, 'long'), number: filing.dokumentnr ?? '' })
          : t(`missing.${document}`)}
      </p>
      {files && !filing && (
        <Disclosure summary={t('note')} className="text-sm">
          <ActionForm
            id={`file-${document}`}
            action={fileDocumentAction}
            hidden={{ meetingId, document }}
            submit={t('submit')}
            size="small"
          >
            <DateField
              name="filedOn"
              label={t('filedOn')}
              defaultValue={formatDate(today, locale, 'numeric')}
            />
            <TextField
              name="dokumentnr"
              label={t('dokumentnr')}
              hint={t('dokumentnrHint')}
              width="half"
              optional
            />
          </ActionForm>
        </Disclosure>
      )}
    </div>
  )
}
