import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { type Choice, Choices, DayChoice } from '@/components/ui/choices'
import type { PlainDate } from '@/lib/dates'
import { PERIODS, type Period } from '../rules'

type Props = {
  asked: { by: Period; from: PlainDate; to: PlainDate; forum?: string; department?: string }
  forums: Choice[]
  departments: Choice[]
}

export async function AttendanceFilter({ asked, forums, departments }: Props) {
  const t = await getTranslations('attendance')
  return (
    <form method="get" className="no-print mb-6 flex flex-wrap items-end gap-x-4 gap-y-3 text-sm">
      <Choices
        name="by"
        label={t('by.label')}
        chosen={asked.by}
        choices={PERIODS.map((period) => ({ value: period, label: t(`by.${period}`) }))}
      />
      <Choices
        name="forum"
        label={t('forum')}
        chosen={asked.forum}
        choices={[{ value: '', label: t('allForums') }, ...forums]}
      />
      <Choices
        name="department"
        label={t('department')}
        chosen={asked.department}
        choices={[{ value: '', label: t('allDepartments') }, ...departments]}
      />
      <DayChoice name="from" label={t('from')} chosen={asked.from} />
      <DayChoice name="to" label={t('to')} chosen={asked.to} />
      <Button className="text-sm">{t('show')}</Button>
    </form>
  )
}
