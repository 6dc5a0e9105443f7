import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { TextField } from '@/components/ui/text-field'
import type { ReportAddress } from '../input'
import type { Report } from '../model'
import { addressOf, hashOf } from '../rules'
import { giveReportAction } from '../server-actions'

type Props = { report: Report; address: ReportAddress }

/** Keeps the report as it is read here. */
export async function GiveForm({ report, address }: Props) {
  const t = await getTranslations('reports.given')
  const hidden = { ...Object.fromEntries(addressOf(address)), locale: report.locale, seen: hashOf(report) }
  return (
    <>
      <p className="mb-4 max-w-[70ch]">{t('makeLead')}</p>
      <ActionForm id="give" action={giveReportAction} hidden={hidden} submit={t('save')}>
        <TextField name="givenTo" label={t('toField')} />
      </ActionForm>
    </>
  )
}
