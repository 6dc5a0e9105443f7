import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { errorTexts } from '@/auth/error-texts'
import { requireViewer } from '@/auth/session'
import { Banner } from '@/components/ui/banner'
import { PageHeader } from '@/components/ui/page-header'
import { listForumsAndGroups } from '@/features/forums/queries/forums'
import { listMeetings } from '@/features/meetings/queries'
import { RuleForm } from '@/features/meetings/series/components/rule-form'
import { ruleWords } from '@/features/meetings/series/components/rule-words'
import { SeriesDays } from '@/features/meetings/series/components/series-days'
import { seriesPreviewInput } from '@/features/meetings/series/input'
import { previewSeries } from '@/features/meetings/series/queries'
import { today } from '@/lib/dates'
import { can } from '@/policy'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const USUAL = { startsAt: '14:00', durationMinutes: 90, place: '' }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('series'))('title') }
}

export default async function NewSeriesPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  if (!can.conveneMeetings(viewer)) notFound()
  const [typed, t, tm, shell, locale] = await Promise.all([
    searchParams,
    getTranslations('series'),
    getTranslations('meetings'),
    getTranslations('shell'),
    getLocale(),
  ])
  const now = new Date()
  const forums = listForumsAndGroups(viewer, today(now))
  const forum = forums.find(({ slug }) => slug === typed.forum)
  const asked = Object.fromEntries(
    Object.entries({ startsOn: today(now), forumId: forum?.id, ...typed }).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
  const judged = typed.rhythm === undefined ? null : seriesPreviewInput.safeParse(asked)
  const wrong = judged?.error ? (await errorTexts()).issues(judged.error.issues) : []
  const slug = forums.find(({ id }) => id === asked.forumId)?.slug
  const [last] = slug ? listMeetings(viewer, { forum: slug, when: 'past', limit: 1 }, today(now)) : []
  const preview = judged?.success && slug ? judged.data : null

  return (
    <div className="max-w-[860px]">
      <PageHeader
        title={t('title')}
        crumbs={[{ label: tm('title'), href: '/meetings' }, { label: t('title') }]}
        crumbsLabel={shell('crumbs')}
      >
        <p className="mt-2 max-w-[60ch] text-muted">{t('lead')}</p>
      </PageHeader>
      <RuleForm asked={asked} forums={forums.map(({ id, shortName }) => ({ value: id, label: shortName }))} />
      {wrong.length > 0 && (
        <Banner tone="bad" role="alert">
          {[...new Set(wrong)].join(' ')}
        </Banner>
      )}
      {preview && (
        <section aria-labelledby="days">
          <h2 id="days" className="mb-4 text-lg font-semibold first-letter:uppercase">
            {await ruleWords(preview.rule, locale)}
          </h2>
          <SeriesDays
            asked={asked}
            occurrences={previewSeries(viewer, preview, now)}
            known={last ?? USUAL}
            locale={locale}
          />
        </section>
      )}
    </div>
  )
}
