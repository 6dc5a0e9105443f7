import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { OwnHoursTable } from '@/features/hours/components/own-hours'
import { Years } from '@/features/hours/components/years'
import { hoursInput } from '@/features/hours/input'
import { listOwnHours } from '@/features/hours/queries/own'
import { totalOf } from '@/features/hours/rules'
import { localeFrom } from '@/i18n/locale'
import { quarterOf, today } from '@/lib/dates'
import { formatMinutes } from '@/lib/format'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours.mine'))('title') }
}

export default async function OwnHoursPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const thisYear = quarterOf(today(new Date())).year
  const year = hoursInput.parse(await searchParams).year ?? thisYear
  const hours = orNotFound(() => listOwnHours(viewer, year))
  const [t, locale] = [await getTranslations('hours'), localeFrom(await getLocale())]
  const prepared = hours.reduce((all, { preparationMinutes }) => all + (preparationMinutes ?? 0), 0)
  return (
    <>
      <PageHeader
        title={t('mine.title')}
        crumbs={[{ label: t('title'), href: '/hours' }, { label: t('mine.title') }]}
      >
        <p className="mt-1 max-w-[70ch] text-muted">{t('mine.lead')}</p>
      </PageHeader>
      <h2 className="mb-1 text-xl font-semibold">{year}</h2>
      <Years viewer={viewer} path="/hours/mine" year={year} last={thisYear} />
      {hours.length === 0 ? (
        <Empty>{t('mine.none', { year: String(year) })}</Empty>
      ) : (
        <>
          <p className="mb-5 max-w-[70ch] text-lg">
            {t('mine.sentence', {
              year: String(year),
              meetings: hours.length,
              present: formatMinutes(totalOf(hours), locale),
              prepared: formatMinutes(prepared, locale),
            })}
          </p>
          <Card>
            <OwnHoursTable hours={hours} locale={locale} />
          </Card>
        </>
      )}
    </>
  )
}
