import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { PressForm } from '@/components/ui/press-form'
import { type Option, SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import type { Viewer } from '@/policy'
import type { ListedProposal } from '../queries'
import { mayStep, PROPOSAL_WAYS } from '../rules'
import { stepAction } from '../server-actions'

type Props = {
  proposal: ListedProposal
  viewer: Viewer
  /** Those it can be passed on to. */
  forums: Option[]
}

/** What this viewer can do with it now: the presses first, then what needs words. */
export async function ProposalSteps({ proposal, viewer, forums }: Props) {
  const t = await getTranslations('proposals')
  const open = PROPOSAL_WAYS[proposal.state].filter((step) => mayStep(step, viewer, proposal))
  const presses = open.filter((step) => step === 'accepted' || step === 'withdrawn')
  const worded = open.filter((step) => step !== 'accepted' && step !== 'withdrawn')
  return (
    <div className="no-print space-y-3">
      {presses.map((step) => (
        <PressForm
          key={step}
          action={stepAction}
          hidden={{ id: proposal.id, step }}
          variant={step === 'accepted' ? 'primary' : 'danger'}
        >
          {t(`step.${step}`)}
        </PressForm>
      ))}
      {worded.map((step) => (
        <Disclosure key={step} name="step" summary={t(`step.${step}`)} open={step === 'answered'}>
          <ActionForm
            id={step}
            action={stepAction}
            hidden={{ id: proposal.id, step }}
            submit={t(`step.${step}`)}
          >
            {step === 'passed_on' && (
              <SelectField name="forumId" label={t('forum')} empty={t('chooseForum')} options={forums} />
            )}
            <TextArea name="text" label={t(`text.${step}`)} rows={3} />
          </ActionForm>
        </Disclosure>
      ))}
    </div>
  )
}
