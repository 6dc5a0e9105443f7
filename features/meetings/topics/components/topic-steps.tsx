import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { PressForm } from '@/components/ui/press-form'
import { type Option, SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import type { getTopic } from '../queries'
import { passTopicAction, setStandingAction } from '../server-actions'

type Props = {
  topic: ReturnType<typeof getTopic>
  /** Those it can be passed on to. */
  forums: Option[]
}

/** What the coordinator does with a topic: every agenda, or another forum. */
export async function TopicSteps({ topic, forums }: Props) {
  const t = await getTranslations('topics')
  const here = topic.appearances[0]?.meeting.forumId
  return (
    <div className="no-print mb-6 space-y-2">
      <PressForm
        action={setStandingAction}
        hidden={{ id: topic.id, standing: topic.standing ? 'no' : 'yes' }}
        size="small"
      >
        {t(topic.standing ? 'endStanding' : 'makeStanding')}
      </PressForm>
      <Disclosure summary={t('pass')}>
        <ActionForm id="pass" action={passTopicAction} hidden={{ id: topic.id }} submit={t('passSubmit')}>
          <SelectField
            name="forumId"
            label={t('forum')}
            empty={t('chooseForum')}
            options={forums.filter(({ value }) => value !== here)}
          />
          <TextArea name="background" label={t('background')} hint={t('backgroundHint')} rows={4} />
        </ActionForm>
      </Disclosure>
    </div>
  )
}
