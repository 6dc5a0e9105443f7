import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { DescriptionList } from '@/components/ui/description-list'
import { Tag } from '@/components/ui/tag'
import type { PlainDate } from '@/lib/dates'
import { formatDate, formatList, formatPeriod, type Locale } from '@/lib/format'
import type { PlanDetail } from '../queries'
import { endsSoon } from '../rules'

type Props = { plan: PlanDetail; today: PlainDate; locale: Locale }

/** Who, where, how long, and what came before and after. */
export async function PlanFacts({ plan, today, locale }: Props) {
  const t = await getTranslations('plans')
  const { forum, successor, predecessors, estates } = plan
  const facts = [
    {
      term: t('lead'),
      description: administered(plan.lead, plan.administrator),
    },
    plan.organisations.length > 0 && {
      term: t('organisations'),
      description: formatList(
        plan.organisations.map(({ name, administrator }) => administered(name, administrator)),
        locale,
      ),
    },
    {
      term: t('period'),
      description: (
        <>
          {plan.startsOn || plan.endsOn ? formatPeriod(plan.startsOn, plan.endsOn, locale) : t('noPeriod')}{' '}
          {plan.endsOn && plan.endsOn < today && <Tag tone="bad">{t('ended')}</Tag>}
          {endsSoon(plan.endsOn, today) && <Tag tone="warn">{t('endsSoon')}</Tag>}
        </>
      ),
    },
    estates.length > 0 && {
      term: t('estates'),
      description: formatList(
        estates.map(({ name }) => name),
        locale,
      ),
    },
    plan.contract !== '' && { term: t('contract'), description: plan.contract },
    forum && {
      term: t('forum'),
      description: (
        <Link href={`/forums/${forum.slug}`} prefetch={false} className="text-link underline">
          {forum.name}
        </Link>
      ),
    },
    plan.steeringGroup !== null && {
      term: t('steeringGroup'),
      description: plan.steeringGroupEndedOn
        ? t('steeringGroupUntil', {
            group: plan.steeringGroup,
            date: formatDate(plan.steeringGroupEndedOn, locale, 'long'),
          })
        : plan.steeringGroup,
    },
    predecessors.length > 0 && { term: t('predecessors'), description: predecessors.map(other) },
    successor && { term: t('successor'), description: other(successor) },
  ]
  return <DescriptionList items={facts.filter((fact) => !!fact)} />

  function administered(organisation: string, administrator: string | null): string {
    return administrator ? t('administered', { organisation, administrator }) : organisation
  }

  function other({ id, name, happenedOn }: { id: string; name: string; happenedOn: PlainDate }) {
    return (
      <span key={id} className="block">
        <Link href={`/plans/${id}`} prefetch={false} className="text-link underline">
          {name}
        </Link>{' '}
        <span className="text-sm text-muted">{formatDate(happenedOn, locale, 'long')}</span>
      </span>
    )
  }
}
