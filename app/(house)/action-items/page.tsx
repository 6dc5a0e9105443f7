import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/session'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { TabLinks } from '@/components/ui/tabs'
import { listAbsences } from '@/features/absences/queries'
import { listQuery } from '@/features/action-items/components/addresses'
import { FilterForm } from '@/features/action-items/components/filter-form'
import { ItemSections, WaitingSections } from '@/features/action-items/components/item-sections'
import { Several } from '@/features/action-items/components/several'
import { listInput } from '@/features/action-items/input'
import { lastWordsOf } from '@/features/action-items/queries/last-words'
import { countActionItems, listAsked, MOST_ROWS } from '@/features/action-items/queries/list'
import { listResponsibleParties } from '@/features/action-items/queries/responsible'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { can } from '@/policy'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('actionItems'))('many') }
}

export default async function ActionItemsPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const [t, locale] = [await getTranslations('actionItems'), localeFrom(await getLocale())]
  const day = today(new Date())
  const address = listInput.parse(await searchParams)
  const { forum, party, state, late, since } = address
  // What a forum's figures lead to: everybody's items there, as far as the viewer may see them.
  const { scope, scopes, forums, inForum, items, page, pages, count } = listAsked(viewer, address, day)
  const words = lastWordsOf(viewer, items)
  const counts = countActionItems(viewer, day)
  const absences = listAbsences(
    viewer,
    items.map(({ responsiblePersonId }) => responsiblePersonId),
    day,
  )
  const list = listQuery({ ...address, scope })
  const shown = { items, words, absences, list, today: day, locale }
  const empty =
    scope === 'forum' || forum || party || state || late || since
      ? t('empty.filtered')
      : t(`empty.${scope}`, { party: viewer.partyName })

  return (
    <div className="mx-auto max-w-[880px]">
      <PageHeader
        title={t(`title.${scope}`, { party: viewer.partyName, forum: inForum?.shortName ?? '' })}
        aside={
          can.settleActionItems(viewer) && (
            <div className="no-print flex flex-wrap items-center gap-x-5 gap-y-2">
              <ButtonLink href="/action-items/chase" variant="quiet">
                {t('chase.open')}
              </ButtonLink>
              <ButtonLink href="/action-items/new">{t('new')}</ButtonLink>
            </div>
          )
        }
      />
      <TabLinks
        label={t('tabs')}
        items={[
          ...scopes.map((offered) => ({
            href: `/action-items?scope=${offered}`,
            label: offered === 'party' ? viewer.partyName : t(`tab.${offered}`),
            count: counts[offered],
            current: offered === scope,
          })),
          ...(inForum
            ? [
                {
                  href: `/action-items?scope=forum&forum=${inForum.slug}`,
                  label: inForum.shortName,
                  current: true,
                },
              ]
            : []),
        ]}
      />
      <FilterForm
        address={{ ...address, scope }}
        forums={forums.map(({ slug, shortName }) => ({ value: slug, label: shortName }))}
        parties={scope === 'all' || scope === 'forum' ? listResponsibleParties(viewer) : []}
      />
      {items.length === 0 && <Empty>{empty}</Empty>}
      {scope === 'waiting' ? (
        <WaitingSections {...shown} />
      ) : (
        <ItemSections {...shown} viewer={viewer} showPerson={scope !== 'mine'} />
      )}
      <Several items={items} viewer={viewer} locale={locale} />
      {items.length > 0 && (
        <p className="no-print mt-6 flex flex-wrap gap-x-5 text-sm">
          {(['xlsx', 'csv'] as const).map((ending) => (
            <a
              key={ending}
              href={`/action-items/list.${ending}?${listQuery({ ...address, scope, page: undefined })}`}
              download
              className="inline-flex min-h-6 items-center text-link hover:underline"
            >
              {t(`export.${ending}`)}
            </a>
          ))}
        </p>
      )}
      {pages > 1 && (
        <nav
          aria-label={t('pages.label')}
          className="no-print mt-6 flex flex-wrap items-center gap-x-5 gap-y-2"
        >
          {page > 1 && (
            <ButtonLink href={`/action-items?${listQuery({ ...address, scope, page: page - 1 })}`}>
              {t('pages.before')}
            </ButtonLink>
          )}
          <span>{t('pages.at', { page: String(page), pages: String(pages) })}</span>
          {page < pages && (
            <ButtonLink href={`/action-items?${listQuery({ ...address, scope, page: page + 1 })}`}>
              {t('pages.after')}
            </ButtonLink>
          )}
        </nav>
      )}
      {count === MOST_ROWS && <p className="text-muted">{t('filter.most', { count: MOST_ROWS })}</p>}
    </div>
  )
}
