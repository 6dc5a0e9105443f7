import { revokeSessions } from '@/auth/session-store'
import { write } from '@/db/client'
import { record } from '@/features/activity/record'
import { authorize, can, type Viewer } from '@/policy'

/** Ends every session of one's own, this one too; whoever sits at another machine is out at their next press. */
export function signOutEverywhere(person: Viewer, now: Date): void {
  const { personId } = person
  write((tx) => {
    authorize(can.signOutEverywhere(person, { id: personId }))
    const sessions = revokeSessions(tx, personId)
    record(
      tx,
      person,
      { kind: 'person.signed-out-everywhere', subject: ['person', personId], data: { sessions } },
      now,
    )
  })
}
