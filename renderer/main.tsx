import './without-eval.ts'
import './first-thread.ts'
import '@fontsource-variable/inter'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { browserHome } from './home/browser-home.ts'
import { electronHome } from './home/electron-home.ts'
import { WhichHub } from './which-hub.tsx'
import './styles.ts'

const home = window.desk ? electronHome(window.desk) : browserHome()
const page = document.getElementById('page')
if (!page) throw new Error('The page lacks the place for the desk.')
const app = <App home={home} />
createRoot(page).render(home.desktop ? <WhichHub desktop={home.desktop}>{app}</WhichHub> : app)
