import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { project } from '../../build/project.ts'

export interface Nginx {
  readonly port: number
  readonly certificate: Buffer
  stop(): Promise<void>
}

/** What it says of its version; null: there is none. */
export function nginxVersion(): string | null {
  const { stderr, error } = spawnSync('nginx', ['-v'], { encoding: 'utf8' })
  return error ? null : stderr.replace(/^nginx version: /, '').trim()
}

/** The nginx of this machine in front of a hub, as docs/nginx.conf says, with other names, files and ports. */
export async function startNginx(folder: string, hubPort: number): Promise<Nginx> {
  const [certificate, key] = [join(folder, 'desk.pem'), join(folder, 'desk.key')]
  const made = [
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-subj',
    '/CN=localhost',
  ]
  execFileSync('openssl', ['req', '-x509', '-days', '2', ...made, '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  })
  const port = await freePort()
  const server = readFileSync(join(project, 'docs/nginx.conf'), 'utf8')
    .replace('127.0.0.1:4870', `127.0.0.1:${hubPort}`)
    .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
    .replace('desk.example', 'localhost')
    .replace('/etc/ssl/desk.pem', certificate)
    .replace('/etc/ssl/desk.key', key)
  const file = join(folder, 'nginx.conf')
  writeFileSync(file, around(folder, server))
  const child = spawn('nginx', ['-c', file, '-p', folder, '-e', join(folder, 'error.log')], {
    stdio: 'inherit',
  })
  const gone = once(child, 'exit')
  for (let time = 0; time < 100 && !(await answers(port)); time++) await sleep(50)
  // Whatever nginx would write down there, it cannot.
  rmSync(join(folder, TEMPORARY), { recursive: true })
  return {
    port,
    certificate: readFileSync(certificate),
    async stop() {
      child.kill('SIGQUIT')
      await gone
    },
  }
}

const TEMPORARY = 'temporary'

/** What else nginx needs: nothing outside of the folder. */
function around(folder: string, server: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  mkdirSync(join(folder, TEMPORARY))
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  return `${user} daemon off; worker_processes 1; pid ${folder}/nginx.pid; events {}
http { access_log off; ${temporary.map(each => `${each}_temp_path ${join(folder, TEMPORARY, each)};`).join(' ')}
${server}}`
}

function freePort(): Promise<number> {
  return new Promise(found => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  )
}
