import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { PressForm } from '@/components/ui/press-form'
import { type Option, SelectField } from '@/components/ui/select-field'
import { DateField } from '@/components/ui/text-field'
import type { PlainDate } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import { setReviewDateAction, settleDecisionAction } from '../server-actions'

type Props = {
  decision: { id: string; version: number; reviewOn: PlainDate | null }
  /** Those that could have taken its place. */
  successors: Option[]
  locale: Locale
}

/** What the coordinator says of a decision in force: when to look at it again, and that it is over. */
export async function DecisionSteps({ decision: { id, version, reviewOn }, successors, locale }: Props) {
  const t = await getTranslations('forums.decisions')
  return (
    <div className="no-print mt-3 space-y-4 text-sm">
      <ActionForm
        id={`review-${id}`}
        action={setReviewDateAction}
        hidden={{ id, version }}
        submit={t('setReview')}
        submitVariant="secondary"
        size="small"
      >
        <DateField
          name="reviewOn"
          label={t('reviewOn')}
          optional
          defaultValue={reviewOn ? formatDate(reviewOn, locale, 'numeric') : ''}
        />
      </ActionForm>
      <div className="flex flex-wrap gap-3">
        {(['carried_out', 'lapsed'] as const).map((state) => (
          <PressForm
            key={state}
            action={settleDecisionAction}
            hidden={{ id, version: String(version), state }}
            size="small"
          >
            {t(`settle.${state}`)}
          </PressForm>
        ))}
      </div>
      {successors.length > 0 && (
        <ActionForm
          id={`replace-${id}`}
          action={settleDecisionAction}
          hidden={{ id, version, state: 'replaced' }}
          submit={t('settle.replaced')}
          submitVariant="secondary"
          size="small"
        >
          <SelectField
            name="replacedById"
            label={t('replacedBy')}
            empty={t('chooseDecision')}
            options={successors}
          />
        </ActionForm>
      )}
    </div>
  )
}
