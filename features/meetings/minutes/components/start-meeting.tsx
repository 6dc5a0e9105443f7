import type { ButtonVariant } from '@/components/ui/button'
import { PressForm } from '@/components/ui/press-form'
import { startMeetingAction } from '../server-actions'

type Props = { meetingId: string; variant: ButtonVariant; children: string }

/** One press opens the log and leads to it. */
export function StartMeeting({ meetingId, variant, children }: Props) {
  return (
    <PressForm action={startMeetingAction} hidden={{ meetingId }} variant={variant}>
      {children}
    </PressForm>
  )
}
