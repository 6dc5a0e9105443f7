import { getTranslations } from 'next-intl/server'
import { DateField, TextField } from '@/components/ui/text-field'
import { formatDate, type Locale } from '@/lib/format'
import type { Decision } from '../queries/funding'
import { addDecisionAction, changeDecisionAction, removeDecisionAction } from '../server-actions'
import { EditCard } from './edit-card'

const actions = { add: addDecisionAction, change: changeDecisionAction, remove: removeDecisionAction }

/** A political decision as it stands on the agenda. */
export async function DecisionForm({
  periodId,
  stored,
  locale,
}: {
  periodId: string
  stored?: Decision
  locale: Locale
}) {
  const [t, all] = [await getTranslations('funding.decisions'), await getTranslations('funding')]
  return (
    <EditCard
      id="decision"
      title={t(stored ? 'change' : 'new')}
      periodId={periodId}
      actions={actions}
      stored={stored}
    >
      <TextField name="title" label={t('name')} defaultValue={stored?.title} />
      <TextField
        name="body"
        label={t('body')}
        hint={t('bodyHint')}
        width="half"
        defaultValue={stored?.body}
      />
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <DateField
          name="decidedOn"
          label={t('decidedOn')}
          defaultValue={stored && formatDate(stored.decidedOn, locale, 'numeric')}
        />
        <TextField
          name="itemNumber"
          label={t('itemNumber')}
          optional
          width="short"
          defaultValue={stored?.itemNumber}
        />
      </div>
      <TextField name="link" label={t('link')} optional inputMode="url" defaultValue={stored?.link} />
      <TextField name="source" label={all('source')} hint={all('sourceHint')} defaultValue={stored?.source} />
    </EditCard>
  )
}
