import './without-eval.ts'
import './first-thread.ts'
import '@fontsource-variable/inter'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { browserHome } from './home/browser-home.ts'
import { electronHome } from './home/electron-home.ts'
import { WhichHub } from './which-hub.tsx'
import './styles/tokens.css'
import './styles/page.css'
import './styles/tags.css'
import './styles/frame.css'
import './styles/saved-views.css'
import './styles/grid.css'
import './styles/pane.css'
import './styles/doing.css'
import './styles/requests.css'
import './styles/deadlines.css'
import './styles/incidents.css'
import './styles/overlays.css'
import './styles/sign-in.css'
import './styles/narrow.css'
import './styles/forced-colors.css'
import './styles/motion.css'
import './styles/print.css'

const home = window.desk ? electronHome(window.desk) : browserHome()
const page = document.getElementById('page')
if (!page) throw new Error('The page lacks the place for the desk.')
const app = <App home={home} />
createRoot(page).render(home.desktop ? <WhichHub desktop={home.desktop}>{app}</WhichHub> : app)
