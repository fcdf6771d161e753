import '../../../renderer/without-eval.ts'
import '@fontsource-variable/inter'
import { createRoot } from 'react-dom/client'
import { Provider } from 'react-redux'
import { DeskApp } from '../../../renderer/desk-app.tsx'
import { Look } from '../../../renderer/look.tsx'
import { createDeskStore } from '../../../renderer/store/store.ts'
import '../../../renderer/styles/tokens.css'
import '../../../renderer/styles/page.css'
import '../../../renderer/styles/frame.css'
import '../../../renderer/styles/grid.css'
import '../../../renderer/styles/pane.css'
import '../../../renderer/styles/doing.css'
import '../../../renderer/styles/overlays.css'
import '../../../renderer/styles/sign-in.css'
import '../../../renderer/styles/narrow.css'
import '../../../renderer/styles/forced-colors.css'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aCaseload } from '../make/a-caseload.ts'
import { aDesk, type DeskInMemory } from '../make/a-desk.ts'

// The desk in a page of its own, as large as the address says (?groups=50000), without a hub.

declare global {
  interface Window {
    inMemory?: DeskInMemory
  }
}

const size = Number(new URLSearchParams(location.search).get('groups') ?? 40)
const desk = aDesk({ actor: 'N1-lead', groups: aCaseload(size), organisation: anOrganisation() })
window.inMemory = desk
const page = document.getElementById('page')
if (!page) throw new Error('The page lacks the place for the desk.')
createRoot(page).render(
  <Provider store={createDeskStore()}>
    <Look>
      <DeskApp desk={desk} onSignOut={async () => undefined} />
    </Look>
  </Provider>,
)
