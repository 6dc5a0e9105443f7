import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Table, Td, Th } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { nameClassifications } from '@/features/classifications/queries'
import { formatPeriod, type Locale } from '@/lib/format'
import type { ListedInitiative } from '../queries'

type Props = { initiatives: ListedInitiative[]; showPlan?: boolean; locale: Locale }

export async function InitiativeTable({ initiatives, showPlan, locale }: Props) {
  if (initiatives.length === 0) return null
  const t = await getTranslations('initiatives')
  const names = nameClassifications(locale)
  return (
    <Table label={t('title')}>
      <thead>
        <tr>
          <Th>{t('one')}</Th>
          <Th className="max-sm:hidden">{t('theme')}</Th>
          <Th className="max-sm:hidden">{t('targetGroup')}</Th>
          <Th className="max-sm:hidden">{t('period')}</Th>
          <Th className="max-sm:hidden">{t('hill.title')}</Th>
        </tr>
      </thead>
      <tbody>
        {initiatives.map((initiative) => (
          <tr key={initiative.id}>
            <Th scope="row" className="min-w-44">
              <Link href={`/initiatives/${initiative.id}`} prefetch={false} className="text-link underline">
                {initiative.title}
              </Link>{' '}
              {initiative.state !== 'approved' && <Tag>{t(`state.${initiative.state}`)}</Tag>}
              {showPlan && (
                <span className="block text-sm text-muted">
                  {[initiative.plan, initiative.area].filter(Boolean).join(', ')}
                </span>
              )}
              <span className="block text-sm sm:hidden">
                {initiative.themeId ? names.get(initiative.themeId) : <Tag tone="warn">{t('noTheme')}</Tag>} ·{' '}
                {t(`hill.step.${initiative.hill as 1}`)}
              </span>
            </Th>
            <Td className="max-sm:hidden">
              {initiative.themeId ? names.get(initiative.themeId) : <Tag tone="warn">{t('noTheme')}</Tag>}
            </Td>
            <Td className="max-sm:hidden">
              {initiative.targetGroupId && names.get(initiative.targetGroupId)}
            </Td>
            <Td className="text-sm max-sm:hidden">
              {formatPeriod(initiative.startsOn, initiative.endsOn, locale)}
            </Td>
            <Td className="text-sm max-sm:hidden">{t(`hill.step.${initiative.hill as 1}`)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
