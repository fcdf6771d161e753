import '../../../renderer/without-eval.ts'
import '@fontsource-variable/inter'
import { createRoot } from 'react-dom/client'
import { Provider } from 'react-redux'
import { DeskApp } from '../../../renderer/desk-app.tsx'
import { electronDesktop } from '../../../renderer/home/electron-desktop.ts'
import { Look } from '../../../renderer/look.tsx'
import { createDeskStore } from '../../../renderer/store/store.ts'
import '../../../renderer/styles.ts'
import { DesktopContext } from '../../../renderer/views/desktop-context.ts'
import { incidentStates } from '../../../shared/domain/incident-steps.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { aGeneralRequest } from '../../make/an-advice-request.ts'
import { anIncident, incidentNamed } from '../../make/an-incident.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'
import { aCaseload } from '../make/a-caseload.ts'
import { aDesk, type DeskInMemory } from '../make/a-desk.ts'

// The desk in a page of its own, as large as it is asked to be (groups=50000), with an incident in each state
// (incidents), or of somebody who is asked for advice without a case (advice), without a hub.

declare global {
  interface Window {
    inMemory?: DeskInMemory
    /** Not in the address: the application lets none but its own be opened. */
    asked?: string
  }
}

const asked = new URLSearchParams(window.asked)
const groups = asked.has('incidents') ? incidentInEachState() : aCaseload(Number(asked.get('groups') ?? 40))
const isAdviser = asked.has('advice')
const desk = aDesk({
  actor: isAdviser ? 'DNA-1' : 'N1-lead',
  groups: isAdviser ? [] : groups,
  advice: isAdviser ? [aGeneralRequest()] : [],
  organisation: anOrganisation(),
  ...(asked.has('incidents') && { now: () => new Date().toISOString() }),
})
window.inMemory = desk
const page = document.getElementById('page')
if (!page) throw new Error('The page lacks the place for the desk.')
createRoot(page).render(
  <Provider store={createDeskStore()}>
    <Look>
      <DesktopContext value={window.desk ? electronDesktop(window.desk) : null}>
        <DeskApp desk={desk} onSignOut={async () => undefined} />
      </DesktopContext>
    </Look>
  </Provider>,
)

/** Raised by whoever reads them, but for those on which he decides. */
function incidentInEachState() {
  return incidentStates.map((state, place) => {
    const raisedBy = staff(state === 'consulting' || state === 'referred' ? 'N1-1' : 'N1-lead')
    const id = incidentNamed(String(place))
    // What has ended is listed for four weeks.
    const raisedAt = new Date().toISOString()
    const incident = anIncident({ id, state, raisedBy, raisedAt, checkBackOn: '2026-11-20' })
    return aCaseGroup({ id: String(20_000_000 + place) as never, incidents: [incident] })
  })
}
