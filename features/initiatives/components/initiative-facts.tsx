import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { DescriptionList } from '@/components/ui/description-list'
import { Tag } from '@/components/ui/tag'
import { nameClassifications } from '@/features/classifications/queries'
import { formatMoney, formatPercent, formatPeriod, type Locale } from '@/lib/format'
import type { InitiativeDetail } from '../queries'

export async function InitiativeFacts({
  initiative,
  locale,
}: {
  initiative: InitiativeDetail
  locale: Locale
}) {
  const t = await getTranslations('initiatives')
  const names = nameClassifications(locale)
  const { costOre, cofinancedOre, offers, planEndsOn, endsOn } = initiative
  const named = (id: string | null) => id && names.get(id)
  const facts = [
    initiative.mayReadPlan && {
      term: t('plan'),
      description: (
        <Link href={`/plans/${initiative.planId}`} prefetch={false} className="text-link underline">
          {initiative.plan}
        </Link>
      ),
    },
    {
      term: t('theme'),
      description: named(initiative.themeId) || <Tag tone="warn">{t('noTheme')}</Tag>,
    },
    { term: t('targetGroup'), description: named(initiative.targetGroupId) || t('notChosen') },
    { term: t('kind'), description: named(initiative.activityKindId) || t('notChosen') },
    {
      term: t('where'),
      description: [initiative.estate, initiative.place, initiative.area].filter(Boolean).join(', '),
    },
    {
      term: t('period'),
      description: (
        <>
          {formatPeriod(initiative.startsOn, endsOn, locale)}{' '}
          {planEndsOn && (!endsOn || endsOn > planEndsOn) && <Tag tone="warn">{t('beyondPlan')}</Tag>}
        </>
      ),
    },
    { term: t('coreService'), description: initiative.coreService },
    {
      term: t('responsible'),
      description: initiative.parties
        .map(({ name, leads }) => (leads ? t('leads', { name }) : name))
        .join(', '),
    },
    initiative.civicPartner !== '' && { term: t('civicPartner'), description: initiative.civicPartner },
    costOre !== null && {
      term: t('cost'),
      description:
        cofinancedOre !== null && costOre > 0
          ? t('costSentence', {
              cost: formatMoney(costOre, locale),
              share: formatPercent(cofinancedOre / costOre, locale, 1),
              amount: formatMoney(cofinancedOre, locale),
            })
          : formatMoney(costOre, locale),
    },
    offers.length > 0 && {
      term: t('leadsTo'),
      description: offers.map(({ id, title, party }) => (
        <span key={id} className="block">
          <Link href={`/offers/${id}`} prefetch={false} className="text-link underline">
            {title}
          </Link>
          , {party}
        </span>
      )),
    },
  ]
  return <DescriptionList items={facts.filter((fact) => !!fact)} />
}
