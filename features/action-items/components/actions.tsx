import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import type { Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import type { ActionItemDetail } from '../queries/detail'
import type { PartyWithPeople } from '../queries/responsible'
import { offeredSteps } from './offered-steps'
import { type FormName, StepForm } from './step-form'
import { Words } from './words'

type Props = {
  item: ActionItemDetail
  viewer: Viewer
  people: PartyWithPeople[]
  /** The form the address asks for. */
  wanted?: string
  locale: Locale
}

/** What this viewer may do, the likeliest open before them; what cannot be done now says why. */
export async function Actions({ item, viewer, people, wanted, locale }: Props) {
  const [t, errors] = await Promise.all([getTranslations('actionItems'), getTranslations('errors')])
  const { main, others, onBehalf, blocked } = offeredSteps(viewer, item, wanted)
  if (!main && others.length + onBehalf.length === 0) return null
  return (
    <div className="mt-8 space-y-5">
      {main && (
        <Card title={t(`action.${main}`)}>
          <Words item={item} about={main} locale={locale} />
          <StepForm name={main} item={item} people={people} locale={locale} />
        </Card>
      )}
      {others.length > 0 && <StepList names={others} {...{ item, people, locale }} />}
      {onBehalf.length > 0 && (
        <section>
          <h2 className="mb-1 text-sm font-semibold text-muted">
            {t('onBehalf', { party: item.party.name })}
          </h2>
          <StepList names={onBehalf} {...{ item, people, locale }} />
        </section>
      )}
      {blocked.length > 0 && (
        <p className="max-w-[70ch] text-sm text-muted">
          {t('notNow', { actions: blocked.map((name) => t(`action.${name}`)).join(', ') })}{' '}
          {errors(`actionItemIs_${item.state}`)}
        </p>
      )}
    </div>
  )
}

type StepListProps = Omit<Props, 'viewer' | 'wanted'> & { names: FormName[] }

async function StepList({ names, ...rest }: StepListProps) {
  const t = await getTranslations('actionItems.action')
  return (
    <div className="flex flex-col gap-1">
      {names.map((name) => (
        <Disclosure key={name} name="action" summary={t(name)}>
          <StepForm name={name} {...rest} submitVariant="secondary" />
        </Disclosure>
      ))}
    </div>
  )
}
