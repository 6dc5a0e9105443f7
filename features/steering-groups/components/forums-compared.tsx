import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { formatDate, type Locale } from '@/lib/format'
import type { BeforeAfter } from '../queries/before-after'
import { fewerPercent, isExact } from '../rules'
import { ComparedBars } from './compared-bars'
import { ComparedTable } from './compared-table'
import { CountForm } from './count-form'

type Props = {
  compared: BeforeAfter
  /** The team can put the number right; the form is drawn when asked for. */
  keeps: boolean
  editing: boolean
  locale: Locale
}

/** How many steering groups became how many forums: the first number is the source's, with its “more than” (S14, I6). */
export async function ForumsCompared({ compared, keeps, editing, locale }: Props) {
  const t = await getTranslations('succession.forums')
  const { before, after } = compared.forums
  const year = String(compared.year)
  const words = before && t(`qualified.${before.qualifier}`, { count: String(before.count) })
  const percent = fewerPercent(before, after)
  return (
    <Card title={t('title')}>
      {before && words ? (
        <>
          <p className="mb-4 max-w-[60ch]">
            {t('sentence', { before: words, after, year })}{' '}
            {percent !== null && t(`fewer.${before.qualifier}`, { percent: String(percent) })}
          </p>
          <ComparedBars
            id="forums"
            label={t('drawing', { year })}
            before={{
              name: t('before'),
              value: before.count,
              words,
              open: !isExact(before.qualifier),
            }}
            after={{ name: t('after', { year }), value: after, words: String(after) }}
          />
          <ComparedTable
            label={t('title')}
            columns={[t('what'), t('number')]}
            rows={[
              { name: t('before'), figure: words },
              { name: t('after', { year }), figure: String(after), href: '/forums' },
            ]}
          />
          <p className="mt-3 max-w-[60ch] text-sm text-muted">
            {t('source', { source: before.source, date: formatDate(before.asOf, locale, 'numeric') })}{' '}
            {t('ownCount')}
          </p>
        </>
      ) : (
        <p>{t('noCount', { after, year })}</p>
      )}
      {keeps && !editing && (
        <Link
          href="?edit=count#count"
          prefetch={false}
          className="no-print mt-2 inline-flex min-h-6 items-center text-sm text-link hover:underline"
        >
          {t('edit')}
        </Link>
      )}
      {keeps && editing && (
        <div id="count" className="no-print mt-4 scroll-mt-24">
          <CountForm count={before} locale={locale} />
        </div>
      )}
    </Card>
  )
}
