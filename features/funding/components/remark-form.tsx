import { getTranslations } from 'next-intl/server'
import { TextArea } from '@/components/ui/text-area'
import { DateField, TextField } from '@/components/ui/text-field'
import { formatDate, type Locale } from '@/lib/format'
import type { Remark } from '../queries/funding'
import { addRemarkAction, changeRemarkAction, removeRemarkAction } from '../server-actions'
import { EditCard } from './edit-card'

const actions = { add: addRemarkAction, change: changeRemarkAction, remove: removeRemarkAction }

type Props = { periodId: string; decisionId?: string; stored?: Remark; locale: Locale }

/** What parties remarked to a decision, when it is followed up, and what has happened. */
export async function RemarkForm({ periodId, decisionId, stored, locale }: Props) {
  const t = await getTranslations('funding.decisions')
  return (
    <EditCard
      id="remark"
      title={t(stored ? 'changeRemark' : 'newRemark')}
      periodId={periodId}
      actions={actions}
      stored={stored}
      hidden={decisionId ? { politicalDecisionId: decisionId } : {}}
    >
      <TextField name="parties" label={t('parties')} hint={t('partiesHint')} defaultValue={stored?.parties} />
      <TextArea
        name="text"
        label={t('text')}
        hint={t('textHint')}
        maxLength={2000}
        defaultValue={stored?.text}
      />
      <DateField
        name="followUpOn"
        label={t('followUpOn')}
        hint={t('followUpHint')}
        optional
        defaultValue={stored?.followUpOn ? formatDate(stored.followUpOn, locale, 'numeric') : undefined}
      />
      <TextArea
        name="followedUp"
        label={t('followedUp')}
        hint={t('followedUpHint')}
        optional
        maxLength={2000}
        defaultValue={stored?.followedUp}
      />
    </EditCard>
  )
}
