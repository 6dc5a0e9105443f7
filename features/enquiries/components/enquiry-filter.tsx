import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Choices, DayChoice } from '@/components/ui/choices'
import { Disclosure } from '@/components/ui/disclosure'
import { listChoices } from '@/features/classifications/queries'
import type { PlainDate } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import { type EnquiryListInput, NOTHING } from '../input'
import { listAreas, listDepartments } from '../queries/choices'

type Props = { address: EnquiryListInput; today: PlainDate; locale: Locale }

/** A plain form: what is chosen stands in the address, and it works without JavaScript. */
export async function EnquiryFilter({ address, today, locale }: Props) {
  const t = await getTranslations('enquiries.filter')
  const { tab, area, department, theme, from, to, refused, answered } = address
  const narrowed = area || department || theme || from || to || refused || answered
  return (
    <Disclosure summary={t('show')} open={!!narrowed} className="mb-6 text-sm">
      <form method="get" action="/enquiries" className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <input type="hidden" name="tab" value={tab} />
        {refused && <input type="hidden" name="refused" value={refused} />}
        {answered && <input type="hidden" name="answered" value={answered} />}
        <Choices
          name="area"
          label={t('area')}
          chosen={area}
          choices={[
            { value: '', label: t('anyArea') },
            ...listAreas(),
            { value: NOTHING, label: t('noArea') },
          ]}
        />
        <Choices
          name="department"
          label={t('department')}
          chosen={department}
          choices={[{ value: '', label: t('anyDepartment') }, ...listDepartments()]}
        />
        <Choices
          name="theme"
          label={t('theme')}
          chosen={theme}
          choices={[
            { value: '', label: t('anyTheme') },
            ...listChoices(locale, today, [theme ?? null]).theme,
          ]}
        />
        <DayChoice name="from" label={t('from')} chosen={from} />
        <DayChoice name="to" label={t('to')} chosen={to} />
        <Button className="text-sm">{t('show')}</Button>
        {narrowed && (
          <Link
            href={`/enquiries?tab=${tab}`}
            className="inline-flex min-h-10 items-center text-link hover:underline"
          >
            {t('everything')}
          </Link>
        )}
      </form>
      {refused && <p className="mt-2">{t('refused')}</p>}
      {answered && <p className="mt-2">{t('answered')}</p>}
    </Disclosure>
  )
}
