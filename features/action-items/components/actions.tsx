import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { PressForm } from '@/components/ui/press-form'
import { formatList, type Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import type { ActionItemDetail } from '../queries/detail'
import type { PartyWithPeople } from '../queries/responsible'
import { whoClosedSimilar } from '../queries/similar'
import { offeredSteps } from './offered-steps'
import { ACTIONS, type FormName, StepForm } from './step-form'
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
  const similar = main === 'reassigned' ? whoClosedSimilar(viewer, item) : []
  if (!main && others.length + onBehalf.length === 0) return null
  return (
    <div className="mt-8 space-y-5">
      {main && (
        <Card title={t(`action.${main}`)}>
          <Words item={item} about={main} locale={locale} />
          {similar.length > 0 && (
            <p className="mb-4 max-w-[65ch] text-sm text-muted">
              {t('similar', {
                names: formatList(
                  similar.map(({ name, party }) => `${name} (${party})`),
                  locale,
                ),
              })}
            </p>
          )}
          <StepForm
            key={main}
            name={main}
            item={item}
            people={people}
            locale={locale}
            focus={main === wanted}
          />
        </Card>
      )}
      {others.length > 0 && <StepList names={others} {...{ item, people, locale }} />}
      {onBehalf.length > 0 && (
        <Disclosure summary={t('onBehalf', { party: item.party.name })}>
          <div className="border-l border-line pl-5">
            <StepList names={onBehalf} {...{ item, people, locale }} />
          </div>
        </Disclosure>
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

/** What needs no words is one press, the rest opens its form. */
async function StepList({ names, item, ...rest }: StepListProps) {
  const t = await getTranslations('actionItems.action')
  return (
    <div className="flex flex-col gap-1">
      {names.map((name) =>
        name === 'accepted' || name === 'resumed' || name === 'closed' ? (
          <PressForm
            key={name}
            action={ACTIONS[name]}
            hidden={{ id: item.id, version: String(item.version) }}
            size="small"
            className="my-1"
          >
            {t(name)}
          </PressForm>
        ) : (
          <Disclosure key={name} name="action" summary={t(name)}>
            <StepForm name={name} item={item} {...rest} submitVariant="secondary" />
          </Disclosure>
        ),
      )}
    </div>
  )
}
