import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'

type Props = { of: { name: string } & ({ partyId: string } | { id: string }); className?: string }

/** The way to what a department, or a coordinator, has in hand. */
export async function HandoverCard({ of, className }: Props) {
  const t = await getTranslations('handovers')
  const href = 'partyId' in of ? `/handover/departments/${of.partyId}` : `/handover/coordinators/${of.id}`
  return (
    <Card title={t('title')} className={className}>
      <p className="mb-3 max-w-[60ch]">{t('linkHint', { name: of.name })}</p>
      <ButtonLink href={href} size="small">
        {t('link')}
      </ButtonLink>
    </Card>
  )
}
