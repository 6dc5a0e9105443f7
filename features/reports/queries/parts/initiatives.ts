import 'server-only'
import { and, asc, eq, gte, isNull, lte, ne, or } from 'drizzle-orm'
import { db } from '@/db/client'
import { initiatives, masterPlans } from '@/db/schema'
import { nameClassifications } from '@/features/classifications/queries'
import { translator } from '@/i18n/translator'
import { type Viewer, visible } from '@/policy'
import { openLedger, type Part, type Row } from '../ledger'
import type { Scope } from '../scope'
import { chartOf, say, TOTAL, tableOf } from '../writing'

const NO_THEME = 'none'

/** What was going on, by the themes of the strategy (S40, S41). Two statements. */
export function initiativesPart(viewer: Viewer, scope: Scope): Part {
  const t = translator(scope.locale, 'reports')
  const ledger = openLedger('initiatives', scope)
  const running = listRunning(viewer, scope)
  const themes = nameClassifications(scope.locale)
  const toRow = ({ id, title, plan, startsOn }: Initiative): Row => ({
    what: title,
    whose: plan,
    when: startsOn,
    href: `/initiatives/${id}`,
  })
  const groups = Map.groupBy(running, ({ themeId }) => themeId ?? NO_THEME)
  const byTheme = [...themes.keys(), NO_THEME].flatMap((key) => {
    const items = groups.get(key)
    return items ? [{ key, name: themes.get(key) ?? t('initiatives.noTheme'), items }] : []
  })
  const column = {
    heading: t('initiatives.running'),
    of: (items: readonly Initiative[], key: string, name: string) =>
      ledger.count(`running.${key}`, name, items, toRow),
  }
  const figures = {
    running: column.of(running, 'all', column.heading),
    themes: byTheme.filter(({ key }) => key !== NO_THEME).length,
    noTheme: column.of(groups.get(NO_THEME) ?? [], NO_THEME, t('initiatives.noTheme')),
  }
  return ledger.close({
    heading: t('initiatives.heading'),
    sentences: [say(t, 'initiatives.said', figures), say(t, 'initiatives.saidNoTheme', figures)],
    ...chartOf(t('initiatives.drawing'), byTheme, [column]),
    tables:
      byTheme.length > 0
        ? [
            tableOf(
              t('initiatives.byTheme'),
              t('initiatives.theme'),
              [...byTheme, { key: TOTAL, name: t('total'), items: running }],
              [column],
            ),
          ]
        : [],
    definitions: [t('initiatives.definition')],
    sources: [t('initiatives.source')],
  })
}

type Initiative = ReturnType<typeof listRunning>[number]

const listRunning = (viewer: Viewer, { from, to, forum }: Scope) =>
  db()
    .select({
      id: initiatives.id,
      title: initiatives.title,
      themeId: initiatives.themeId,
      plan: masterPlans.name,
      startsOn: initiatives.startsOn,
    })
    .from(initiatives)
    .innerJoin(masterPlans, eq(masterPlans.id, initiatives.planId))
    .where(
      and(
        visible.initiatives(viewer),
        isNull(initiatives.removedAt),
        ne(initiatives.state, 'draft'),
        or(isNull(initiatives.startsOn), lte(initiatives.startsOn, to)),
        or(isNull(initiatives.endsOn), gte(initiatives.endsOn, from)),
        forum ? eq(masterPlans.areaId, forum.areaId) : undefined,
      ),
    )
    .orderBy(asc(masterPlans.name), asc(initiatives.title))
    .all()
