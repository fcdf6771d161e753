import { acknowledgeRecovery } from './acknowledge-recovery.ts'
import { allocateCaseGroup } from './allocate-case-group.ts'
import { answerAdvice } from './answer-advice.ts'
import { answerEmail } from './answer-email.ts'
import { answerGeneralAdvice } from './answer-general-advice.ts'
import { applyAllocationDrift } from './apply-allocation-drift.ts'
import { arrangeCallBack } from './arrange-call-back.ts'
import { askAdvice } from './ask-advice.ts'
import { askForInformation } from './ask-for-information.ts'
import { askGeneralAdvice } from './ask-general-advice.ts'
import { assignServiceRequest } from './assign-service-request.ts'
import { authoriseIncident } from './authorise-incident.ts'
import { carryOn } from './carry-on.ts'
import { chaseRecovery } from './chase-recovery.ts'
import { checkBack } from './check-back.ts'
import { clearLock } from './clear-lock.ts'
import { closeIncident } from './close-incident.ts'
import { closeServiceRequest } from './close-service-request.ts'
import { completeActivity } from './complete-activity.ts'
import { completeDetails } from './complete-details.ts'
import { completePost } from './complete-post.ts'
import { confirmRecovery } from './confirm-recovery.ts'
import { createServiceRequest } from './create-service-request.ts'
import { directReferral } from './direct-referral.ts'
import { endAbsence } from './end-absence.ts'
import { endDeputyship } from './end-deputyship.ts'
import { giveInformation } from './give-information.ts'
import { handOverRetries } from './hand-over-retries.ts'
import { joinIncident } from './join-incident.ts'
import { keepLock } from './keep-lock.ts'
import { markAbsent } from './mark-absent.ts'
import { nameDeputy } from './name-deputy.ts'
import { raiseIncident } from './raise-incident.ts'
import { raiseWithAac } from './raise-with-aac.ts'
import { receiveEmail } from './receive-email.ts'
import { recordRejection } from './record-rejection.ts'
import { recordResolution } from './record-resolution.ts'
import { referIncident } from './refer-incident.ts'
import { refuseRecovery } from './refuse-recovery.ts'
import { removeView } from './remove-view.ts'
import { reopenActivity } from './reopen-activity.ts'
import { requestRecovery } from './request-recovery.ts'
import { resolveIncident } from './resolve-incident.ts'
import { returnFromAdvice } from './return-from-advice.ts'
import { returnToSegment } from './return-to-segment.ts'
import { saveView } from './save-view.ts'
import { sendBackIncident } from './send-back-incident.ts'
import { sendToAdvice } from './send-to-advice.ts'
import { setLock } from './set-lock.ts'
import { settleDrift } from './settle-drift.ts'
import { startServiceRequest } from './start-service-request.ts'
import { withdrawIncident } from './withdraw-incident.ts'
import { withdrawRecovery } from './withdraw-recovery.ts'

/** Every command there is; adding one is its file, a line here and its test. */
export const commands = [
  acknowledgeRecovery,
  allocateCaseGroup,
  answerAdvice,
  answerEmail,
  answerGeneralAdvice,
  applyAllocationDrift,
  arrangeCallBack,
  askAdvice,
  askForInformation,
  askGeneralAdvice,
  assignServiceRequest,
  authoriseIncident,
  carryOn,
  chaseRecovery,
  checkBack,
  clearLock,
  closeIncident,
  closeServiceRequest,
  completeActivity,
  completeDetails,
  completePost,
  confirmRecovery,
  createServiceRequest,
  directReferral,
  endAbsence,
  endDeputyship,
  giveInformation,
  handOverRetries,
  joinIncident,
  keepLock,
  markAbsent,
  nameDeputy,
  raiseIncident,
  raiseWithAac,
  receiveEmail,
  recordRejection,
  recordResolution,
  referIncident,
  refuseRecovery,
  removeView,
  reopenActivity,
  requestRecovery,
  resolveIncident,
  returnFromAdvice,
  returnToSegment,
  saveView,
  sendBackIncident,
  sendToAdvice,
  setLock,
  settleDrift,
  startServiceRequest,
  withdrawIncident,
  withdrawRecovery,
] as const

export type AnyCommand = (typeof commands)[number]
export type CommandName = AnyCommand['name']

const byName = new Map<string, AnyCommand>(commands.map(command => [command.name, command]))

export function commandNamed(name: string): AnyCommand | undefined {
  return byName.get(name)
}
